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
 * organisation is sent by the one named for all.
 */
@Component
public class ParticipantLines {
    /** More than a class holds. */
    public static final int MOST = 500;

    private static final Pattern BETWEEN = Pattern.compile("[\\t;]");
    private static final int LONGEST_NAME = 100;

    private final OrganisationTree tree;
    private final Rulebook rulebook;
    private final BusinessDay businessDay;

    ParticipantLines(OrganisationTree tree, Rulebook rulebook, BusinessDay businessDay) {
        this.tree = tree;
        this.rulebook = rulebook;
        this.businessDay = businessDay;
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
            }
        }
        return new Read(people, wrong);
    }

    /** What was read. */
    public record Read(List<NewParticipant> people, List<Wrong> wrong) {
        public Read {
            people = List.copyOf(people);
            wrong = List.copyOf(wrong);
        }
    }

    /**
     * What is wrong with a line.
     *
     * @param key a message that says it
     */
    public record Wrong(int line, String key, String value) {}

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
            if (!written.isEmpty() && !form.matcher(written).matches()) {
                return fails("training.line.number", written);
            }
            return written.isEmpty() ? null : written;
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
            wrong.add(new Wrong(number, key, value));
            return null;
        }
    }
}
