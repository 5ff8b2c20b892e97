package vn.partyregister.member;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.audit.AuditTrail.Changed;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.PartialDate;

/**
 * Item 24 of the form (Huy hiệu Đảng), where a decision adds to it for many people at once. Who may see whom is asked
 * before, of the journal; whoever asks holds the people.
 */
@Service
public class BadgeRows {
    private static final TypeReference<List<Map<String, String>>> ROWS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Amendments amendments;
    private final AuditTrail audit;

    BadgeRows(JdbcClient jdbc, JsonMapper json, Amendments amendments, AuditTrail audit) {
        this.jdbc = jdbc;
        this.json = json;
        this.amendments = amendments;
        this.audit = audit;
    }

    /** Adds a badge to each, with its line in the history and the trail. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(List<Given> given, UUID decision) {
        var before = held(given.stream().map(Given::member).toList());
        var changes = new HashMap<MemberId, List<Change>>();
        var members = new ArrayList<UUID>();
        var contents = new ArrayList<String>();
        for (var one : given) {
            var was = before.getOrDefault(one.member(), List.of());
            var now = new ArrayList<>(was);
            now.add(one.row());
            changes.put(one.member(), List.of(new Change(Section.BADGE.name(), "", null, null, was, now, false)));
            members.add(one.member().id());
            contents.add(json.writeValueAsString(now));
        }
        jdbc.sql("""
                        insert into member.sheet (member_id, section, content)
                        select r.member, :section, cast(r.content as jsonb)
                        from unnest(cast(:members as uuid[]), cast(:contents as text[])) as r (member, content)
                        on conflict (member_id, section) do update set content = excluded.content
                        """)
                .param("section", Section.BADGE.name())
                .param("members", members.toArray(UUID[]::new))
                .param("contents", contents.toArray(String[]::new))
                .update();
        amendments.noteAll(Section.BADGE, changes, decision);
        var told = Map.of(
                "section", Section.BADGE, "ground", Ground.Kind.DECISION, "items", List.of(Section.BADGE.name()));
        audit.changedAll(
                "member.amended",
                "member",
                given.stream()
                        .map(one -> new Changed(
                                one.member().id(), one.organisation().id(), null, told))
                        .toList());
    }

    /**
     * Takes the badge of a level out of the file of one, which goes on telling that it stood there.
     *
     * @param decision by which; null where the register was wrong, for the reason
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void take(
            MemberId member, OrganisationId organisation, String level, @Nullable UUID decision, String reason) {
        var was = held(List.of(member)).getOrDefault(member, List.of());
        var now = was.stream().filter(row -> !level.equals(row.get("level"))).toList();
        if (now.size() == was.size()) {
            return;
        }
        jdbc.sql(
                        "update member.sheet set content = cast(:content as jsonb) where member_id = :member and section = :section")
                .param("content", json.writeValueAsString(now))
                .param("member", member.id())
                .param("section", Section.BADGE.name())
                .update();
        var ground = decision == null ? Ground.Kind.CORRECTION : Ground.Kind.DECISION;
        amendments.noteAll(
                Section.BADGE,
                Map.of(member, List.of(new Change(Section.BADGE.name(), "", null, null, was, now, false))),
                ground,
                reason,
                decision);
        audit.changed(
                "member.amended",
                new AuditTrail.Subject("member", member.id(), organisation.id()),
                null,
                Map.of("section", Section.BADGE, "ground", ground, "items", List.of(Section.BADGE.name())));
    }

    private Map<MemberId, List<Map<String, String>>> held(List<MemberId> members) {
        var held = new HashMap<MemberId, List<Map<String, String>>>();
        jdbc.sql("select member_id, content from member.sheet where section = :section and member_id = any(:members)")
                .param("section", Section.BADGE.name())
                .param("members", members.stream().map(MemberId::id).toArray(UUID[]::new))
                .query(row -> {
                    held.put(
                            new MemberId(row.getObject("member_id", UUID.class)),
                            json.readValue(row.getString("content"), ROWS));
                });
        return held;
    }

    /**
     * A badge somebody is given.
     *
     * @param organisation where they belong, for the trail
     * @param level a code of {@code badge-level}
     * @param number of the badge; null while it has none
     */
    public record Given(
            MemberId member,
            OrganisationId organisation,
            String level,
            PartialDate on,
            @Nullable String number) {
        private Map<String, String> row() {
            var row = new HashMap<String, String>();
            row.put("level", level);
            row.put("given_on", Canonical.of(on));
            if (number != null) {
                row.put("number", number);
            }
            return row;
        }
    }
}
