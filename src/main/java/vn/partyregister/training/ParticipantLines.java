package vn.partyregister.training;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.partyregister.exchange.Column;
import vn.partyregister.exchange.PastedLine;
import vn.partyregister.exchange.PastedLine.Wrong;
import vn.partyregister.exchange.SheetLines;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.organisation.OrganisationTree;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.Scope;
import vn.partyregister.reference.Rulebook;

/**
 * Reads participants who were pasted from a sheet: a line for each, with the name, the birth date, the citizen number and
 * the organisation that sends them, between tabs or semicolons. The number may be left empty; a line without an
 * organisation is sent by the one named for all. A spreadsheet with these columns becomes such lines.
 */
@Component
public class ParticipantLines {
    /** More than a class holds. */
    public static final int MOST = 500;

    /** A spreadsheet that takes a number for one loses the zeros it begins with. */
    private static final List<String> LOST_IN_A_SHEET = List.of("", "0", "00");

    private static final int LONGEST_NAME = 100;
    private static final List<Column> COLUMNS = List.of(
            Column.text("name", true, "Họ và tên", "Họ tên", "Full name"),
            Column.text("born", true, "Ngày sinh", "Ngày, tháng, năm sinh", "Năm sinh", "Born"),
            Column.text(
                    "number", false, "Số định danh", "Số định danh cá nhân", "Số căn cước", "CCCD", "Citizen number"),
            Column.text("sender", false, "Tổ chức cử", "Nơi cử", "Đơn vị", "Sent by"));

    private final OrganisationTree tree;
    private final Rulebook rulebook;
    private final BusinessDay businessDay;

    ParticipantLines(OrganisationTree tree, Rulebook rulebook, BusinessDay businessDay) {
        this.tree = tree;
        this.rulebook = rulebook;
        this.businessDay = businessDay;
    }

    /** The rows of a spreadsheet as lines, to be looked at before anybody is registered. */
    public String ofSheet(byte[] file, String name) {
        return SheetLines.read(file, name, COLUMNS, MOST);
    }

    /**
     * All lines, or what is wrong with them.
     *
     * @param usual who sends those whose line names nobody
     */
    public Read read(String pasted, @Nullable OrganisationId usual, Scope scope) {
        var today = businessDay.today();
        var form = rulebook.on(today).citizenNumber().value();
        var known = new HashMap<String, Optional<OrganisationId>>();
        var people = new ArrayList<NewParticipant>();
        var places = new ArrayList<Integer>();
        var wrong = PastedLine.each(pasted, MOST, line -> {
            var name = line.text(0, LONGEST_NAME, "training.line.name");
            var born = line.meant(
                    1,
                    Dates.readPartial(line.cell(1))
                            .filter(date -> date.earliest().getYear() > 0),
                    "training.line.born");
            var number = number(line, form);
            var sender = line.meant(
                    3,
                    line.cell(3).isEmpty()
                            ? Optional.ofNullable(usual)
                            : known.computeIfAbsent(line.cell(3), typed -> tree.meant(typed, scope, today)),
                    "training.line.organisation");
            if (name != null && born != null && sender != null && line.isSound()) {
                people.add(new NewParticipant(name, born, number, sender));
                places.add(line.number());
            }
        });
        return new Read(people, places, wrong);
    }

    private static @Nullable String number(PastedLine line, Pattern form) {
        var written = line.cell(2);
        return written.isEmpty()
                ? null
                : line.meant(
                        2,
                        LOST_IN_A_SHEET.stream()
                                .map(zeros -> zeros + written)
                                .filter(number -> form.matcher(number).matches())
                                .findFirst(),
                        "training.line.number");
    }

    /**
     * What was read.
     *
     * @param lines where each of the people stands
     */
    public record Read(List<NewParticipant> people, List<Integer> lines, List<Wrong> wrong) {
        public Read {
            people = List.copyOf(people);
            lines = List.copyOf(lines);
            wrong = List.copyOf(wrong);
        }
    }
}
