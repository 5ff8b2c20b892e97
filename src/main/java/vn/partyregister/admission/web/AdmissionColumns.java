package vn.partyregister.admission.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.partyregister.admission.AdmissionFilter;
import vn.partyregister.admission.AdmissionRow;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.PrintColumn;
import vn.partyregister.platform.PrintHead;
import vn.partyregister.platform.PrintTable;
import vn.partyregister.platform.TableColumn;
import vn.partyregister.reference.CodeLists;

/** The columns of a list of cases, as a file and on paper. */
@Component
class AdmissionColumns {
    private final MessageSource messages;
    private final CodeLists lists;

    AdmissionColumns(MessageSource messages, CodeLists lists) {
        this.messages = messages;
        this.lists = lists;
    }

    List<TableColumn<AdmissionRow>> file() {
        return List.of(
                TableColumn.text(text("membership.full-name"), AdmissionRow::fullName),
                TableColumn.text(text("membership.born"), row -> row.born().toString()),
                TableColumn.text(text("admission.category"), this::category),
                TableColumn.text(text("membership.organisation"), AdmissionRow::organisation),
                TableColumn.text(text("admission.stage"), this::stage),
                TableColumn.date(text("admission.since"), AdmissionRow::since),
                TableColumn.text(text("admission.days"), row -> Integer.toString(row.days())),
                TableColumn.date(text("admission.due"), AdmissionRow::dueOn),
                TableColumn.text(text("admission.overdue"), row -> row.overdue() ? text("admission.overdue") : null));
    }

    PrintTable<AdmissionRow> paper(AdmissionFilter filter) {
        return new PrintTable<>(
                new PrintHead(null, null, null, text("admission.cases"), narrowed(filter)),
                true,
                false,
                List.of(
                        new PrintColumn<>(text("membership.full-name"), 20, AdmissionRow::fullName),
                        new PrintColumn<>(
                                text("membership.born"), 10, row -> row.born().toString()),
                        new PrintColumn<>(text("admission.category"), 18, this::category),
                        new PrintColumn<>(text("membership.organisation"), 22, AdmissionRow::organisation),
                        new PrintColumn<>(text("admission.stage"), 20, this::stage),
                        new PrintColumn<>(text("admission.since"), 10, row -> Dates.write(row.since())),
                        new PrintColumn<>(text("admission.due"), 10, row -> due(row.dueOn()))));
    }

    private String category(AdmissionRow row) {
        return lists.label("candidate-category", row.category());
    }

    private String stage(AdmissionRow row) {
        return text("AdmissionStage." + row.stage());
    }

    private static @Nullable String due(java.time.@Nullable LocalDate day) {
        return day == null ? null : Dates.write(day);
    }

    private List<String> narrowed(AdmissionFilter filter) {
        var lines = new ArrayList<String>();
        lines.add(text("AdmissionView." + filter.shown()));
        if (filter.stage() != null) {
            lines.add(text("AdmissionStage." + filter.stage()));
        }
        if (filter.category() != null) {
            lines.add(lists.label("candidate-category", filter.category()));
        }
        return lines;
    }

    private String text(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
