package vn.partyregister.training;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.partyregister.exchange.Column;
import vn.partyregister.exchange.Column.Form;
import vn.partyregister.exchange.SheetLines;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.organisation.OrganisationTree;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.PartialDate;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.VietnameseText;
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

    private static final Pattern BETWEEN = Pattern.compile("[\\t;]");
    private static final int LONGEST_NAME = 100;
    private static final List<Column> COLUMNS = List.of(
            column("name", true, "Họ và tên", "Họ tên", "Full name"),
            column("born", true, "Ngày sinh", "Ngày, tháng, năm sinh", "Năm sinh", "Born"),
            column("number", false, "Số định danh", "Số định danh cá nhân", "Số căn cước", "CCCD", "Citizen number"),
            column("sender", false, "Tổ chức cử", "Nơi cử", "Đơn vị", "Sent by"));

    private final OrganisationTree tree;
    private final Rulebook rulebook;
    private final BusinessDay businessDay;

    ParticipantLines(OrganisationTree tree, Rulebook rulebook, BusinessDay businessDay) {
        this.tree = tree;
        this.rulebook = rulebook;
        this.businessDay = businessDay;
    }

    private static Column column(String key, boolean mandatory, String... headings) {
        return new Column(key, Form.TEXT, mandatory, null, List.of(headings));
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
        var wrong = new ArrayList<Wrong>();
        var lines = pasted.lines().map(String::strip).toList();
        for (var at = 0; at < lines.size() && people.size() + wrong.size() < MOST; at++) {
            if (lines.get(at).isEmpty()) {
                continue;
            }
            var line = new Line(at + 1, BETWEEN.split(lines.get(at), -1), wrong);
            var name = line.name();
            var born = line.born();
            var number = line.number(form);
            var sender = line.sender(usual, known, typed -> tree.meant(typed, scope, today));
            if (name != null && born != null && sender != null && line.isSound()) {
                people.add(new NewParticipant(name, born, number, sender));
                places.add(at + 1);
            }
        }
        return new Read(people, places, wrong);
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

    /**
     * What is wrong with a line.
     *
     * @param key a message that says it
     */
    public record Wrong(int line, String key, List<Object> arguments) {
        public Wrong {
            arguments = List.copyOf(arguments);
        }
    }

    /** The cells of one line. */
    private static final class Line {
        private final int number;
        private final String[] cells;
        private final List<Wrong> wrong;
        private final int wrongBefore;

        Line(int number, String[] cells, List<Wrong> wrong) {
            this.number = number;
            this.cells = cells;
            this.wrong = wrong;
            this.wrongBefore = wrong.size();
        }

        boolean isSound() {
            return wrong.size() == wrongBefore;
        }

        @Nullable
        String name() {
            var name = cell(0);
            if (name.isEmpty() || name.length() > LONGEST_NAME) {
                return fails("training.line.name", name);
            }
            return name;
        }

        @Nullable
        PartialDate born() {
            var born = Dates.readPartial(cell(1)).filter(date -> date.earliest().getYear() > 0);
            return born.isPresent() ? born.get() : fails("training.line.born", cell(1));
        }

        @Nullable
        String number(Pattern form) {
            var written = cell(2);
            return written.isEmpty()
                    ? null
                    : LOST_IN_A_SHEET.stream()
                            .map(zeros -> zeros + written)
                            .filter(number -> form.matcher(number).matches())
                            .findFirst()
                            .orElseGet(() -> fails("training.line.number", written));
        }

        @Nullable
        OrganisationId sender(
                @Nullable OrganisationId usual,
                Map<String, Optional<OrganisationId>> known,
                Function<String, Optional<OrganisationId>> meant) {
            var written = cell(3);
            var found = written.isEmpty() ? Optional.ofNullable(usual) : known.computeIfAbsent(written, meant);
            return found.isPresent() ? found.get() : fails("training.line.organisation", written);
        }

        private String cell(int at) {
            return at < cells.length ? VietnameseText.tidy(cells[at]) : "";
        }

        private <T> @Nullable T fails(String key, String value) {
            wrong.add(new Wrong(number, key, List.of(value)));
            return null;
        }
    }
}
