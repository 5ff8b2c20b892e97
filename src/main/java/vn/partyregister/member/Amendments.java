package vn.partyregister.member;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.partyregister.organisation.Decisions;
import vn.partyregister.platform.Author;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Seal;
import vn.partyregister.platform.Uuids;

/** What changed in the files of members: what stood there, what stands there since, why and by whom. */
@Service
public class Amendments {
    private static final TypeReference<List<Change>> CHANGES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Seal seal;
    private final Decisions decisions;
    private final Restorations restorations;
    private final BusinessDay businessDay;

    Amendments(
            JdbcClient jdbc,
            JsonMapper json,
            Seal seal,
            Decisions decisions,
            Restorations restorations,
            BusinessDay businessDay) {
        this.jdbc = jdbc;
        this.json = json;
        this.seal = seal;
        this.decisions = decisions;
        this.restorations = restorations;
        this.businessDay = businessDay;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void note(MemberId member, Section section, List<Change> changes, Ground ground) {
        jdbc.sql("""
                        insert into member.amendment
                            (id, member_id, section, ground, decision_id, reason, changes, recorded_by, recorded_for)
                        values (:id, :member, :section, :ground, :decision, :reason, :changes, :username, :today)
                        """)
                .param("id", Uuids.next())
                .param("member", member.id())
                .param("section", section.name())
                .param("ground", ground.kind().name())
                .param("decision", decision(member, ground), Types.OTHER)
                .param("reason", ground.reason(), Types.VARCHAR)
                .param("changes", seal.seal(json.writeValueAsString(changes)))
                .param("username", Author.current().username())
                .param("today", businessDay.today())
                .update();
    }

    /** The same change of an item of many people, on a ground that names no decision of theirs: one statement. */
    @Transactional(propagation = Propagation.MANDATORY)
    void noteAll(Section section, Map<MemberId, List<Change>> changes, Ground ground) {
        noteAll(section, changes, ground.kind(), ground.reason(), null);
    }

    /** Changes of many people by one decision that is noted already: one statement. */
    @Transactional(propagation = Propagation.MANDATORY)
    void noteAll(Section section, Map<MemberId, List<Change>> changes, UUID decision) {
        noteAll(section, changes, Ground.Kind.DECISION, null, decision);
    }

    /** Changes of many people on a ground whose decision, where it has one, is noted already. */
    @Transactional(propagation = Propagation.MANDATORY)
    void noteAll(
            Section section,
            Map<MemberId, List<Change>> changes,
            Ground.Kind kind,
            @Nullable String reason,
            @Nullable UUID decision) {
        var members = List.copyOf(changes.keySet());
        jdbc.sql("""
                        insert into member.amendment
                            (id, member_id, section, ground, decision_id, reason, changes, recorded_by, recorded_for)
                        select c.id, c.member, :section, :ground, :decision, :reason, decode(c.changes, 'base64'), :username, :today
                        from unnest(cast(:ids as uuid[]), cast(:members as uuid[]), cast(:changes as text[]))
                            as c (id, member, changes)
                        """)
                .param("ids", members.stream().map(_ -> Uuids.next()).toArray(UUID[]::new))
                .param("members", members.stream().map(MemberId::id).toArray(UUID[]::new))
                .param(
                        "changes",
                        members.stream()
                                .map(member -> json.writeValueAsString(Objects.requireNonNull(changes.get(member))))
                                .map(text -> Base64.getEncoder().encodeToString(seal.seal(text)))
                                .toArray(String[]::new))
                .param("section", section.name())
                .param("ground", kind.name())
                .param("decision", decision, Types.OTHER)
                .param("reason", reason, Types.VARCHAR)
                .param("username", Author.current().username())
                .param("today", businessDay.today())
                .update();
    }

    /**
     * What an import changed: an amendment of each section of each file, as of an entry. A column that is no item of the
     * form leaves none: what happened to somebody is told by the journal.
     *
     * @param items the items of the form
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void noteImported(List<ImportedChange> changes, Collection<Item> items) {
        var known = items.stream().collect(Collectors.toMap(Item::key, Function.identity(), (one, _) -> one));
        var sections = new EnumMap<Section, Map<MemberId, List<Change>>>(Section.class);
        for (var change : changes) {
            var item = known.get(change.item());
            if (item != null) {
                sections.computeIfAbsent(item.section(), _ -> new LinkedHashMap<>())
                        .computeIfAbsent(change.member(), _ -> new ArrayList<>())
                        .add(new Change(
                                item.key(),
                                item.label(),
                                change.before(),
                                change.after(),
                                List.of(),
                                List.of(),
                                item.byDecision()));
            }
        }
        sections.forEach((section, files) -> noteAll(section, files, Ground.entry()));
    }

    private @Nullable UUID decision(MemberId member, Ground ground) {
        var decision = ground.decision();
        return switch (ground.kind()) {
            case RESTORATION -> restorations.requireDecision(member);
            case ENTRY, DECISION, CORRECTION, SUPPLEMENT -> decision == null ? null : decisions.note(decision);
        };
    }

    /** The amendments of a member's file, the latest first; those of sensitive sections only where they may be seen. */
    @Transactional(readOnly = true)
    public List<Amendment> of(MemberId member, boolean sensitive) {
        return of(List.of(member), sensitive).getOrDefault(member, List.of());
    }

    /** The same of several members in one statement; who has none is left out. */
    @Transactional(readOnly = true)
    public Map<MemberId, List<Amendment>> of(Collection<MemberId> members, boolean sensitive) {
        return jdbc
                .sql("""
                        select a.*, d.number, d.issued_on, d.issuer_name
                        from member.amendment a left join organisation.decision d on d.id = a.decision_id
                        where a.member_id in (:members) and a.section in (:sections) order by a.recorded desc, a.id desc
                        """)
                .param("members", members.stream().map(MemberId::id).toList())
                .param(
                        "sections",
                        Arrays.stream(Section.values())
                                .filter(section -> sensitive || !section.sensitive())
                                .map(Section::name)
                                .toList())
                .query((row, _) -> Map.entry(new MemberId(row.getObject("member_id", UUID.class)), amendment(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private Amendment amendment(ResultSet row) throws SQLException {
        return new Amendment(
                row.getObject("id", UUID.class),
                Section.valueOf(row.getString("section")),
                Ground.Kind.valueOf(row.getString("ground")),
                row.getString("number"),
                row.getObject("issued_on", LocalDate.class),
                row.getString("issuer_name"),
                row.getString("reason"),
                json.readValue(seal.openText(row.getBytes("changes")), CHANGES),
                row.getObject("recorded", OffsetDateTime.class),
                row.getString("recorded_by"),
                row.getObject("recorded_for", LocalDate.class));
    }

    /**
     * One saving of a section.
     *
     * @param recordedFor the business day of the entry
     */
    public record Amendment(
            UUID id,
            Section section,
            Ground.Kind ground,
            @Nullable String decisionNumber,
            @Nullable LocalDate decidedOn,
            @Nullable String issuer,
            @Nullable String reason,
            List<Change> changes,
            OffsetDateTime recorded,
            String recordedBy,
            LocalDate recordedFor) {
        public Amendment {
            changes = List.copyOf(changes);
        }
    }
}
