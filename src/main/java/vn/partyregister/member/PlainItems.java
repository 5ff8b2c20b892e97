package vn.partyregister.member;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.audit.AuditTrail.Changed;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.BusinessDay;

/**
 * Items of the member's form to which many people can be given the same value: plain ones that change in the course of a
 * life without a decision, and of which no check of the file refuses a value. Who may see whom is asked before, of the
 * journal.
 */
@Service
public class PlainItems {
    private static final Set<Section> SECTIONS = EnumSet.of(Section.ORIGIN, Section.EDUCATION);
    private static final Set<Item.Form> FORMS = EnumSet.of(Item.Form.CODE, Item.Form.PLACE, Item.Form.TEXT);

    private final FileForm form;
    private final ItemReader reader;
    private final Amendments amendments;
    private final Checks checks;
    private final BusinessDay businessDay;
    private final AuditTrail audit;
    private final JdbcClient jdbc;

    PlainItems(
            FileForm form,
            ItemReader reader,
            Amendments amendments,
            Checks checks,
            BusinessDay businessDay,
            AuditTrail audit,
            JdbcClient jdbc) {
        this.form = form;
        this.reader = reader;
        this.amendments = amendments;
        this.checks = checks;
        this.businessDay = businessDay;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    /** All of them, in the order of the form and the language of the reader. */
    public List<Item> all() {
        var refusing = checks.on(businessDay.today()).stream()
                .filter(Check::refuses)
                .map(Check::item)
                .toList();
        return form.all(businessDay.today()).stream()
                .filter(item -> SECTIONS.contains(item.section()) && FORMS.contains(item.form()))
                .filter(item -> item.ofThePerson() && !item.byDecision() && !item.toldByJournal())
                .filter(item -> !refusing.contains(item.key()))
                .toList();
    }

    public Optional<Item> find(String key) {
        return all().stream().filter(item -> item.key().equals(key)).findFirst();
    }

    /** What was typed for an item, as the form of a section reads it. */
    public Reading read(Item item, String typed) {
        return typed.isBlank() ? Reading.wrong("member.item.missing") : reader.read(item, typed, businessDay.today());
    }

    /** What stands there of many people; who has nothing is left out. */
    @Transactional(readOnly = true)
    public Map<MemberId, String> values(Item item, Collection<MemberId> members) {
        var values = new HashMap<MemberId, String>();
        jdbc.sql("select id, %1$s as value from member.member where id = any(:members) and %1$s is not null"
                        .formatted(column(item)))
                .param("members", members.stream().map(MemberId::id).toArray(UUID[]::new))
                .query(row -> {
                    values.put(new MemberId(row.getObject("id", UUID.class)), row.getString("value"));
                });
        return values;
    }

    /** Writes new values of an item, each with its line in the history and the trail; whoever asks holds the people. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void replace(Item item, List<Replacement> replacements, Ground ground) {
        jdbc.sql("""
                        update member.member m set version = m.version + 1, %s = r.value
                        from unnest(cast(:members as uuid[]), cast(:values as text[])) as r (member, value)
                        where m.id = r.member
                        """.formatted(column(item)))
                .param(
                        "members",
                        replacements.stream().map(r -> r.member().id()).toArray(UUID[]::new))
                .param("values", replacements.stream().map(Replacement::after).toArray(String[]::new))
                .update();
        var changes = new HashMap<MemberId, List<Change>>();
        replacements.forEach(r -> changes.put(
                r.member(),
                List.of(new Change(
                        item.key(), item.label(), r.before(), r.after(), List.of(), List.of(), item.byDecision()))));
        amendments.noteAll(item.section(), changes, ground);
        var told = Map.of("section", item.section(), "ground", ground.kind(), "items", List.of(item.key()));
        audit.changedAll(
                "member.amended",
                "member",
                replacements.stream()
                        .map(r -> new Changed(r.member().id(), r.organisation().id(), null, told))
                        .toList());
    }

    /** The key of an item of the person names its column; the form alone says which there are. */
    private String column(Item item) {
        return find(item.key()).orElseThrow().key();
    }

    /**
     * One person's new value.
     *
     * @param organisation where they belong, for the trail
     * @param before what stands there; null for nothing, as {@code after} is where a value is taken back
     */
    public record Replacement(
            MemberId member,
            OrganisationId organisation,
            @Nullable String before,
            @Nullable String after) {}
}
