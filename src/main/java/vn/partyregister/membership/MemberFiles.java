package vn.partyregister.membership;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.audit.AuditTrail.Subject;
import vn.partyregister.member.Amendments;
import vn.partyregister.member.MemberId;
import vn.partyregister.member.Members;
import vn.partyregister.member.NewMember;
import vn.partyregister.member.Photos;
import vn.partyregister.member.Restorations;
import vn.partyregister.member.Section;
import vn.partyregister.member.Sheet;
import vn.partyregister.member.Sheets;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.organisation.OrganisationTree;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.PartialDate;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.platform.Refusal.NotFound;
import vn.partyregister.platform.Scope;

/** Opens the files of members, within a scope; whoever opens one is noted. */
@Service
@Transactional
public class MemberFiles {
    private final JdbcClient jdbc;
    private final Standings standings;
    private final Members members;
    private final Sheets sheets;
    private final Photos photos;
    private final Restorations restorations;
    private final Amendments amendments;
    private final DatedFacts datedFacts;
    private final EntryPeriods entryPeriods;
    private final OrganisationTree tree;
    private final AuditTrail audit;

    MemberFiles(
            JdbcClient jdbc,
            Standings standings,
            Members members,
            Sheets sheets,
            Photos photos,
            Restorations restorations,
            Amendments amendments,
            DatedFacts datedFacts,
            EntryPeriods entryPeriods,
            OrganisationTree tree,
            AuditTrail audit) {
        this.jdbc = jdbc;
        this.standings = standings;
        this.members = members;
        this.sheets = sheets;
        this.photos = photos;
        this.restorations = restorations;
        this.amendments = amendments;
        this.datedFacts = datedFacts;
        this.entryPeriods = entryPeriods;
        this.tree = tree;
        this.audit = audit;
    }

    /** The file as at a day, without what happened later; out of the scope there is none. */
    public MemberFile open(MemberId id, Scope scope, LocalDate asAt) {
        var place = standings.find(id, scope, asAt).orElseThrow(() -> new NotFound("member.unknown"));
        var exemptions = exemptions(id);
        var all = sheets.all(id, false, asAt);
        audit.read(
                "member.read",
                new Subject("member", id.id(), place.organisation().id()),
                Map.of("asAt", asAt));
        return new MemberFile(
                new MemberFile.Person(id, place.fullName()),
                photos.has(id),
                restorations.of(id),
                List.copyOf(all.values()),
                asAt,
                place.status() == null ? null : (int) ChronoUnit.YEARS.between(born(place, all), asAt),
                entryPeriod(all),
                place.status(),
                place.status() != null
                        && exemptions.stream()
                                .anyMatch(exempt -> !exempt.starts().isAfter(asAt)
                                        && (exempt.until() == null
                                                || !exempt.until().isBefore(asAt))),
                place.organisation(),
                tree.path(place.organisation(), scope, place.seenOn()),
                events(id).stream()
                        .filter(event -> !event.effectiveOn().isAfter(asAt))
                        .toList(),
                past(id).stream()
                        .filter(past -> !past.starts().isAfter(asAt))
                        .map(past -> past.asAt(asAt))
                        .toList(),
                exemptions.stream()
                        .filter(exempt -> !exempt.starts().isAfter(asAt))
                        .toList(),
                datedFacts.of(id).stream()
                        .filter(fact -> !fact.starts().isAfter(asAt))
                        .toList());
    }

    private static LocalDate born(Standings.Place place, Map<Section, Sheet> sheets) {
        return Optional.ofNullable(sheets.get(Section.IDENTITY))
                .flatMap(identity -> identity.date("born"))
                .map(PartialDate::earliest)
                .orElse(place.bornEarliest());
    }

    private @Nullable String entryPeriod(Map<Section, Sheet> sheets) {
        return Optional.ofNullable(sheets.get(Section.ENTRY))
                .flatMap(entry -> entry.date("joined_on"))
                .map(joined -> entryPeriods.label(joined.earliest()))
                .orElse(null);
    }

    /** The whole citizen number; each showing is noted. */
    public Optional<String> citizenNumber(MemberId id, Scope scope, LocalDate today) {
        var place = standings.find(id, scope, today).orElseThrow(() -> new NotFound("member.unknown"));
        audit.read(
                "member.citizen-number-read",
                new Subject("member", id.id(), place.organisation().id()),
                null);
        return members.citizenNumber(id);
    }

    /**
     * The photo of a file; each handing out is noted. A browser that has it already is told so, and is given nothing.
     *
     * @param kept the tags of the photos that the browser has
     */
    public Optional<Photos.Photo> photo(MemberId id, List<String> kept, Scope scope, LocalDate today) {
        var place = standings.find(id, scope, today).orElseThrow(() -> new NotFound("member.unknown"));
        var photo = photos.find(id);
        if (photo.isPresent() && !kept.contains(photo.get().tag())) {
            audit.read(
                    "member.photo-read",
                    new Subject("member", id.id(), place.organisation().id()),
                    null);
        }
        return photo;
    }

    /** The sensitive sections of a file; whoever opens them is noted. */
    public List<Sheet> sensitive(MemberId id, Scope scope, LocalDate today) {
        standings.requireKnown(id, scope, today);
        return sensitiveWithin(id, scope, today);
    }

    /** The same; nothing, and nothing noted, where the scope does not reach. */
    public List<Sheet> sensitiveWithin(MemberId id, Scope scope, LocalDate today) {
        var place = standings.find(id, scope, today);
        if (place.isEmpty()) {
            return List.of();
        }
        audit.read(
                "member.sensitive-read",
                new Subject("member", id.id(), place.get().organisation().id()),
                null);
        return sheets.all(id, true).values().stream()
                .filter(sheet -> sheet.section().sensitive())
                .toList();
    }

    /** What changed in a file; in sensitive sections only as far as {@code sensitive} reaches. */
    public List<Amendments.Amendment> amendments(MemberId id, Scope scope, Scope sensitive, LocalDate today) {
        standings.requireKnown(id, scope, today);
        return amendments.of(id, standings.find(id, sensitive, today).isPresent());
    }

    /** What an entry page about somebody says of them; nobody out of the scope. */
    public Brief brief(MemberId id, Scope scope, LocalDate today) {
        var place = standings.find(id, scope, today).orElseThrow(() -> new NotFound("member.unknown"));
        return new Brief(
                id,
                place.fullName(),
                place.organisation(),
                tree.name(place.organisation(), place.seenOn()).orElse(""),
                standings.lastStatus(id));
    }

    /** The entry of a member's journal that a correction or a reversal is about. */
    public MemberFile.Event event(MemberId id, MovementId entry, Scope scope, LocalDate today) {
        standings.requireKnown(id, scope, today);
        return events(id).stream()
                .filter(event -> event.id().equals(entry))
                .findFirst()
                .orElseThrow(() -> new NotFound("membership.unknown-entry"));
    }

    /** What an admission again begins with: the person as the register knows them. */
    public NewMember person(MemberId id, Scope scope, LocalDate today) {
        standings.requireKnown(id, scope, today);
        var member = members.get(id);
        var education = member.education();
        return new NewMember(
                member.fullName(),
                member.alias(),
                member.sex(),
                member.born(),
                member.ethnicity(),
                member.religion(),
                null,
                today,
                today,
                member.occupation(),
                education == null ? null : education.generalEducation());
    }

    private List<MemberFile.Event> events(MemberId id) {
        return jdbc.sql("""
                        select t.id, t.kind, t.effective_on, f.name as from_name, o.name as to_name, t.elsewhere,
                               t.status, t.again, t.ground, d.number as decision_number, d.issued_on as decided_on,
                               d.issuer_name as issuer, t.recorded_by, t.recorded_at at time zone :zone as recorded_at,
                               b.id is null and not exists (select from membership.told later where later.member_id = t.member_id
                                   and (later.effective_on, later.recorded) > (t.effective_on, t.recorded)) as last,
                               b.recorded_by as reversed_by, b.recorded_at at time zone :zone as reversed_at, b.reason, t.reason as source,
                               c.effective_on as corrected_on, w.effective_on as corrects,
                               (select string_agg(distinct format('%s, %s %s–%s', l.name, l.period, to_char(l.from_on, 'DD/MM/YYYY'),
                                    to_char(l.to_on, 'DD/MM/YYYY')), '; ')
                                from (select e.*, (select v.name from organisation.organisation_version v
                                        where v.organisation_id = e.organisation_id and v.valid @> e.to_on) as name
                                    from membership.late_entry e where e.movement_id = t.id) l) as late_for
                        from membership.movement t
                        left join membership.movement b on b.reverses = t.id
                        left join membership.movement c on c.corrects = t.id
                        left join membership.movement w on w.id = t.corrects
                        left join organisation.decision d on d.id = t.decision_id
                        left join lateral (select name from organisation.organisation_version
                            where organisation_id = t.from_organisation_id
                            order by valid @> t.effective_on desc, lower(valid) desc limit 1) f on true
                        left join lateral (select name from (
                                select name, valid from organisation.organisation_version
                                where organisation_id = t.to_organisation_id
                                union all
                                select after_name, null from organisation.reorganised
                                where organisation_id = t.to_organisation_id and reorganisation_id = t.reorganisation_id) called
                            order by valid @> t.effective_on desc nulls last, lower(valid) desc nulls last limit 1) o on true
                        where t.member_id = :member and t.reverses is null
                        order by t.effective_on desc, t.recorded desc
                        """)
                .param("member", id.id())
                .param("zone", BusinessDay.ZONE.getId())
                .query(new RecordRows<>(MemberFile.Event.class))
                .list();
    }

    private List<MemberFile.Past> past(MemberId id) {
        return jdbc.sql("""
                        select s.status, v.name, lower(s.valid) as starts, upper(s.valid) - 1 as until
                        from membership.standing s
                        left join organisation.organisation_version v
                            on v.organisation_id = s.organisation_id and v.valid @> lower(s.valid)
                        where s.member_id = :member order by s.valid desc
                        """)
                .param("member", id.id())
                .query(new RecordRows<>(MemberFile.Past.class))
                .list();
    }

    private List<MemberFile.Exempt> exemptions(MemberId id) {
        return jdbc.sql("""
                        select e.ground, lower(e.valid) as starts, upper(e.valid) - 1 as until,
                               d.number as decision_number, d.issued_on as decided_on, d.issuer_name as issuer
                        from membership.exemption e
                        left join organisation.decision d on d.id = e.decision_id
                        where e.member_id = :member order by e.valid desc
                        """)
                .param("member", id.id())
                .query(new RecordRows<>(MemberFile.Exempt.class))
                .list();
    }

    /**
     * Somebody in one line.
     *
     * @param lastStatus what they are, or were when they left
     */
    public record Brief(
            MemberId id,
            String fullName,
            OrganisationId organisationId,
            String organisation,
            @Nullable Status lastStatus) {}
}
