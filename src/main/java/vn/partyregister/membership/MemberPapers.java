package vn.partyregister.membership;

import static vn.partyregister.membership.PrintedMembers.day;
import static vn.partyregister.membership.PrintedMembers.lines;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import vn.partyregister.platform.PrintColumn;
import vn.partyregister.platform.PrintHead;
import vn.partyregister.platform.PrintLabel;
import vn.partyregister.platform.PrintTable;
import vn.partyregister.reference.Form;

/** What of a member stands in which column of the papers that lists are printed as. */
@Service
public class MemberPapers {
    private final MessageSource messages;

    MemberPapers(MessageSource messages) {
        this.messages = messages;
    }

    /** Sổ danh sách đảng viên, in the columns of its form. */
    public PrintTable<PrintedMember> register(PrintHead head, Form form) {
        return new PrintTable<>(
                head,
                true,
                true,
                form.fields().stream()
                        .map(field -> new PrintColumn<PrintedMember>(
                                field.title(), field.room(), member -> inRegister(field.key(), member)))
                        .toList());
    }

    /** Where everybody lives. */
    public PrintTable<PrintedMember> addresses(PrintHead head) {
        return new PrintTable<>(
                head,
                false,
                false,
                List.of(
                        column("membership.print.place", 2, member -> Integer.toString(member.place())),
                        column("membership.file.full-name", 8, PrintedMember::fullName),
                        column(
                                "membership.file.born",
                                4,
                                member -> member.born().toString()),
                        column("membership.file.residence", 14, PrintedMember::residence),
                        column("membership.print.organisation", 9, PrintedMember::organisation)));
    }

    /** What is written on party cards, to be checked before they are issued or exchanged. */
    public PrintTable<PrintedMember> cards(PrintHead head) {
        return new PrintTable<>(
                head,
                true,
                false,
                Stream.of(
                                column("membership.print.place", 4, member -> Integer.toString(member.place())),
                                column("membership.file.full-name", 13, PrintedMember::fullName),
                                column("membership.file.sex", 4, PrintedMember::sex),
                                column(
                                        "membership.file.born",
                                        8,
                                        member -> member.born().toString()),
                                column("membership.file.ethnicity", 6, PrintedMember::ethnicity),
                                column("membership.file.religion", 7, PrintedMember::religion),
                                column("membership.file.citizen-number", 10, PrintedMember::citizenNumber),
                                column("membership.file.card-number", 10, PrintedMember::cardNumber),
                                column(
                                        "membership.print.card-issued",
                                        10,
                                        member -> lines(day(member.cardIssuedOn()), member.cardPlace())),
                                column("membership.file.old-card-number", 8, PrintedMember::oldCardNumber),
                                column("membership.file.birthplace", 12, PrintedMember::birthplace),
                                column("membership.file.native-place", 12, PrintedMember::nativePlace),
                                column("membership.file.residence", 12, PrintedMember::residence),
                                column(
                                        "membership.print.entry",
                                        8,
                                        member -> lines(day(member.joinedOn()), day(member.officialOn()))),
                                column("membership.print.organisation", 12, PrintedMember::organisation))
                        .toList());
    }

    /** A label with whose it is, where they live and where they belong. */
    public static PrintLabel label(PrintedMember member) {
        return new PrintLabel(
                member.fullName(),
                Stream.of(member.residence(), member.organisation())
                        .filter(Objects::nonNull)
                        .filter(line -> !line.isEmpty())
                        .toList());
    }

    private PrintColumn<PrintedMember> column(String key, int share, Function<PrintedMember, @Nullable String> value) {
        return new PrintColumn<>(text(key), share, value);
    }

    /** A column that the register keeps nothing for stays blank, to be written by hand. */
    private @Nullable String inRegister(String field, PrintedMember member) {
        return switch (field) {
            case "place" -> Integer.toString(member.place());
            case "names" ->
                lines(
                        member.fullName(),
                        member.birthName(),
                        member.alias(),
                        member.born().toString());
            case "sex-ethnicity-religion" -> lines(member.sex(), member.ethnicity(), member.religion());
            case "native-place" -> member.nativePlace();
            case "education" -> member.education();
            case "occupation" -> lines(member.occupationAtEntry(), member.occupation());
            case "entry" -> lines(day(member.joinedOn()), day(member.officialOn()));
            case "numbers" -> lines(member.cardNumber(), member.fileNumber());
            case "service" -> member.service();
            case "moved-in" -> member.came();
            case "moved-out" -> gone(member, field);
            case "death" -> gone(member, field);
            case "leaving" -> gone(member, field);
            default -> null;
        };
    }

    private @Nullable String gone(PrintedMember member, String field) {
        var kind = member.gone();
        return kind == null || !field.equals(column(kind))
                ? null
                : lines(
                        day(member.goneOn()),
                        field.equals("leaving") ? text("MovementKind." + kind) : null,
                        member.goneDetail());
    }

    private static @Nullable String column(MovementKind kind) {
        return switch (kind) {
            case TRANSFERRED_OUT -> "moved-out";
            case DIED -> "death";
            case STRUCK_OFF, RESIGNED, EXPELLED, ADMISSION_CANCELLED -> "leaving";
            case OPENING, ADMITTED, RECOGNISED, TRANSFERRED, TRANSFERRED_IN, REASSIGNED, RESTORED -> null;
        };
    }

    private String text(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
