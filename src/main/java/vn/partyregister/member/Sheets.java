package vn.partyregister.member;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.audit.AuditTrail.Subject;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.Seal;
import vn.partyregister.reference.Rulebook;

/**
 * The member's form, section by section: read, and amended so that nothing is overwritten unseen. Who may see whom is
 * asked before, of the journal.
 */
@Service
@Transactional
public class Sheets {
    private static final int MARK_BYTES = 12;

    private final FileForm form;
    private final PersonColumns person;
    private final SheetStore store;
    private final EntryReader reader;
    private final Amendments amendments;
    private final Rulebook rulebook;
    private final BusinessDay businessDay;
    private final AuditTrail audit;
    private final Seal seal;
    private final FileChecks checks;

    Sheets(
            FileForm form,
            PersonColumns person,
            SheetStore store,
            EntryReader reader,
            Amendments amendments,
            Rulebook rulebook,
            BusinessDay businessDay,
            AuditTrail audit,
            Seal seal,
            FileChecks checks) {
        this.form = form;
        this.person = person;
        this.store = store;
        this.reader = reader;
        this.amendments = amendments;
        this.rulebook = rulebook;
        this.businessDay = businessDay;
        this.audit = audit;
        this.seal = seal;
        this.checks = checks;
    }

    /** All sections as they stand, in two statements; sensitive ones only where the reader may see them. */
    @Transactional(readOnly = true)
    public Map<Section, Sheet> all(MemberId member, boolean sensitive) {
        var items = form.all(businessDay.today());
        var values =
                person.read(member, items.stream().filter(Item::ofThePerson).toList());
        var kept = store.read(member, sensitive);
        var sheets = new EnumMap<Section, Sheet>(Section.class);
        for (var section : Section.values()) {
            if (sensitive || !section.sensitive()) {
                var asked =
                        items.stream().filter(item -> item.section() == section).toList();
                sheets.put(section, sheet(section, asked, values, kept.getOrDefault(section, List.of())));
            }
        }
        return sheets;
    }

    /**
     * The same as they stood on a day, as far as amendments keep the past: in three statements before today, in two from
     * today on.
     */
    @Transactional(readOnly = true)
    public Map<Section, Sheet> all(MemberId member, boolean sensitive, LocalDate asAt) {
        var sheets = all(member, sensitive);
        if (asAt.isBefore(businessDay.today())) {
            var past = new FilePast(amendments.of(member, sensitive), asAt);
            sheets.replaceAll((_, sheet) -> past.of(sheet));
        }
        return sheets;
    }

    /** One section as it stands. */
    @Transactional(readOnly = true)
    public Sheet get(MemberId member, Section section) {
        var items = form.items(section, businessDay.today());
        var values =
                person.read(member, items.stream().filter(Item::ofThePerson).toList());
        var kept = store.read(member, section.sensitive());
        return sheet(section, items, values, kept.getOrDefault(section, List.of()));
    }

    /** Reads what was typed over a section; nothing is written. */
    @Transactional(readOnly = true)
    public Entry read(Sheet here, List<Map<String, String>> typed) {
        return reader.read(here, typed, businessDay.today());
    }

    /**
     * Writes what was read, unless somebody else wrote since.
     *
     * @param organisation where the member belongs, for the trail
     * @param mark of the state that was read before typing
     */
    public Outcome amend(
            MemberId member,
            OrganisationId organisation,
            Section section,
            List<Map<String, String>> rows,
            Ground ground,
            String mark) {
        person.hold(member);
        var here = get(member, section);
        if (!here.mark().equals(mark)) {
            return new Outcome.ChangedMeanwhile(here);
        }
        var changes = Change.between(here, rows);
        if (changes.isEmpty()) {
            return new Outcome.Unchanged();
        }
        requireDecision(changes, ground);
        person.requireOrder(member, rows);
        var wrongBefore = checks.failing(member, businessDay.today());
        amendments.note(member, section, inFull(member, here, changes), ground);
        write(member, here, rows, changes);
        var wrong = checks.requireNoneNew(member, wrongBefore, businessDay.today());
        audit.changed(
                "member.amended",
                new Subject("member", member.id(), organisation.id()),
                null,
                Map.of(
                        "section", section,
                        "ground", ground.kind(),
                        "items", changes.stream().map(Change::key).toList()));
        return new Outcome.Written(changes, wrong);
    }

    /** A name, a birth date or a number that was given once changes by a decision, or by owning up to a mistake. */
    private void requireDecision(List<Change> changes, Ground ground) {
        var free =
                switch (ground.kind()) {
                    case ENTRY, SUPPLEMENT -> false;
                    case DECISION, CORRECTION, RESTORATION -> true;
                };
        var bound = changes.stream().filter(Change::needsDecision).findFirst();
        if (!free && bound.isPresent()) {
            throw new RuleBroken(
                    rulebook.on(businessDay.today()).changeOfIdentity().source(),
                    "member.change-needs-decision",
                    bound.get().label());
        }
    }

    /** The history keeps the whole of a number of which the sheet shows the end. */
    private List<Change> inFull(MemberId member, Sheet here, List<Change> changes) {
        var secret = here.items().stream()
                .filter(item -> item.form() == Item.Form.SECRET_NUMBER)
                .map(Item::key)
                .toList();
        return changes.stream()
                .map(change -> secret.contains(change.key()) && change.before() != null
                        ? change.from(person.open(member, change.key()).orElseThrow())
                        : change)
                .toList();
    }

    private void write(MemberId member, Sheet here, List<Map<String, String>> rows, List<Change> changes) {
        var changed = changes.stream().map(Change::key).toList();
        var columns = here.items().stream()
                .filter(item -> item.ofThePerson() && changed.contains(item.key()))
                .toList();
        if (!columns.isEmpty()) {
            person.write(member, columns, rows.getFirst());
        }
        if (columns.size() < changes.size()) {
            store.write(
                    member,
                    here.section(),
                    rows.stream().map(row -> ofTheSheet(here, row)).toList());
        }
    }

    private static Map<String, String> ofTheSheet(Sheet here, Map<String, String> row) {
        var kept = new TreeMap<>(row);
        here.items().stream().filter(Item::ofThePerson).map(Item::key).forEach(kept::remove);
        return kept;
    }

    private Sheet sheet(
            Section section, List<Item> items, Map<String, String> ofThePerson, List<Map<String, String>> kept) {
        if (section.repeated()) {
            return new Sheet(section, items, kept, mark(section, kept));
        }
        var row = new TreeMap<String, String>();
        kept.forEach(row::putAll);
        for (var item : items) {
            var value = ofThePerson.get(item.key());
            if (item.ofThePerson() && value != null) {
                row.put(item.key(), value);
            }
        }
        return new Sheet(section, items, List.of(row), mark(section, List.of(row)));
    }

    private String mark(Section section, List<Map<String, String>> rows) {
        var state = section + rows.stream().map(TreeMap::new).toList().toString();
        return HexFormat.of().formatHex(Arrays.copyOf(seal.hash(state), MARK_BYTES));
    }

    /** What became of an amendment. */
    public sealed interface Outcome {
        /** @param wrong what is still to be looked at in the file */
        record Written(List<Change> changes, List<Check> wrong) implements Outcome {
            public Written {
                changes = List.copyOf(changes);
                wrong = List.copyOf(wrong);
            }
        }

        /** What was typed is what stands there. */
        record Unchanged() implements Outcome {}

        /** Somebody else wrote since; nothing was written. */
        record ChangedMeanwhile(Sheet theirs) implements Outcome {}
    }
}
