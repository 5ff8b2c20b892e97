package vn.partyregister.membership.web;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.partyregister.member.FileChanges;
import vn.partyregister.membership.Differences;
import vn.partyregister.membership.Differences.Told;
import vn.partyregister.membership.Status;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.PrintColumn;
import vn.partyregister.platform.PrintHead;
import vn.partyregister.platform.PrintTable;
import vn.partyregister.platform.TableColumn;

/** The columns of the differences between two days, as a file and on paper, in the reader's language. */
@Component
class DifferenceColumns {
    private final MessageSource messages;

    DifferenceColumns(MessageSource messages) {
        this.messages = messages;
    }

    List<TableColumn<Told>> file() {
        return List.of(
                TableColumn.text(
                        said("membership.full-name"), told -> told.row().fullName()),
                TableColumn.date(said("membership.born"), told -> told.row().born()),
                TableColumn.text(
                        said("membership.differences.before"),
                        told -> told.row().before()),
                TableColumn.text(
                        said("membership.differences.after"), told -> told.row().after()),
                TableColumn.text(
                        said("membership.differences.before-as"),
                        told -> status(told.row().beforeAs())),
                TableColumn.text(
                        said("membership.differences.after-as"),
                        told -> status(told.row().afterAs())),
                TableColumn.text(said("membership.file.event"), this::kind),
                TableColumn.date(said("membership.file.day"), told -> told.row().day()),
                TableColumn.text(said("membership.differences.file"), DifferenceColumns::changes));
    }

    PrintTable<Told> paper(String organisation, Differences.Asked asked) {
        return new PrintTable<>(
                new PrintHead(
                        null,
                        organisation,
                        null,
                        said("membership.differences"),
                        Stream.of(
                                        Dates.write(asked.from()) + " – " + Dates.write(asked.to()),
                                        said("DifferenceKind." + asked.kind()),
                                        asked.q() == null
                                                ? null
                                                : said("membership.differences.filter.q") + ": " + asked.q())
                                .filter(Objects::nonNull)
                                .toList()),
                true,
                false,
                List.of(
                        new PrintColumn<>(
                                said("membership.full-name"),
                                20,
                                told -> told.row().fullName()),
                        new PrintColumn<>(
                                said("membership.born"),
                                10,
                                told -> told.row().born().toString()),
                        new PrintColumn<>(
                                said("membership.differences.before"),
                                18,
                                told -> told.row().before()),
                        new PrintColumn<>(
                                said("membership.differences.after"),
                                18,
                                told -> told.row().after()),
                        new PrintColumn<>(said("membership.file.event"), 14, this::kind),
                        new PrintColumn<>(said("membership.differences.file"), 20, DifferenceColumns::changes)));
    }

    private @Nullable String kind(Told told) {
        return told.row().kind() == null
                ? null
                : said("MovementKind." + told.row().kind());
    }

    private @Nullable String status(@Nullable Status status) {
        return status == null ? null : said("Status." + status);
    }

    private static String changes(Told told) {
        return told.changes().stream().map(FileChanges.Changed::toString).collect(Collectors.joining("; "));
    }

    private String said(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
