package vn.partyregister.planning;

import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.audit.AuditTrail.Subject;
import vn.partyregister.membership.MemberFiles;
import vn.partyregister.organisation.OrganisationTree;
import vn.partyregister.platform.Author;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.Refusal.NotFound;
import vn.partyregister.platform.Refusal.NotReadable;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.Scope;
import vn.partyregister.reference.CodeLists;

/** Hamlets, enterprises and schools are recorded, change, and end; their posts are held and left. */
@Service
@Transactional
public class PlaceBook {
    public static final String KIND = "place-kind";
    public static final String POST = "hamlet-post";

    private final OrganisationTree tree;
    private final MemberFiles files;
    private final CodeLists codes;
    private final BusinessDay businessDay;
    private final AuditTrail audit;
    private final JdbcClient jdbc;

    PlaceBook(
            OrganisationTree tree,
            MemberFiles files,
            CodeLists codes,
            BusinessDay businessDay,
            AuditTrail audit,
            JdbcClient jdbc) {
        this.tree = tree;
        this.files = files;
        this.codes = codes;
        this.businessDay = businessDay;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    public PlaceId record(String kind, String name, LocalDate since, Situation situation, Scope scope) {
        requireKnown(KIND, kind);
        if (name.isEmpty()) {
            throw new RuleBroken("planning.missing.place");
        }
        requireSound(since, situation, scope);
        var id = PlaceId.next();
        jdbc.sql("insert into planning.place (id, kind, name, recorded_by) values (:id, :kind, :name, :username)")
                .param("id", id.id())
                .param("kind", kind)
                .param("name", name)
                .param("username", Author.current().username())
                .update();
        begin(id, since, situation);
        note("planning.place-recorded", id, situation.organisation().id(), Map.of("name", name, "since", since));
        return id;
    }

    /** Many at once, all of them or none; tells how many. */
    public int recordAll(List<NewPlace> places, Scope scope) {
        if (places.isEmpty()) {
            throw new RuleBroken("planning.missing.place");
        }
        places.forEach(place -> {
            judge(place, scope);
            record(place.kind(), place.name(), place.since(), place.situation(), scope);
        });
        return places.size();
    }

    /** Refuses a place of a list that could not be recorded, or that is there already. */
    @Transactional(readOnly = true)
    void judge(NewPlace place, Scope scope) {
        requireSound(place.since(), place.situation(), scope);
        var known = jdbc.sql("""
                        select exists (select from planning.place p
                            join planning.place_state s on s.place_id = p.id and upper_inf(s.valid)
                            where p.kind = :kind and p.name_folded = platform.folded(:name) and s.organisation_id = :organisation)
                        """)
                .param("kind", place.kind())
                .param("name", place.name())
                .param("organisation", place.situation().organisation().id())
                .query(Boolean.class)
                .single();
        if (known) {
            throw new RuleBroken("planning.line.known", place.name());
        }
    }

    /** From a day on the place is something else; what it was before stays. */
    public void change(PlaceId id, LocalDate from, Situation situation, Scope scope) {
        var open = hold(id, scope);
        requireSound(from, situation, scope);
        endOn(id, open.since(), from);
        begin(id, from, situation);
        note("planning.place-changed", id, situation.organisation().id(), Map.of("from", from, "situation", situation));
    }

    /** The place is there until a day, which is its last. */
    public void end(PlaceId id, LocalDate lastDay, Scope scope) {
        var open = hold(id, scope);
        requirePast(lastDay);
        endOn(id, open.since(), lastDay.plusDays(1));
        note("planning.place-ended", id, open.organisation(), Map.of("lastDay", lastDay));
    }

    /** Many at once, all of them or none; tells how many. */
    public int fillAll(List<NewPost> posts, Scope scope) {
        if (posts.isEmpty()) {
            throw new RuleBroken("planning.nobody-named");
        }
        posts.forEach(post -> fill(post, scope));
        return posts.size();
    }

    /** Refuses a post of a list that could not be filled, or that its holder holds already. */
    @Transactional(readOnly = true)
    void judge(NewPost told, Scope scope) {
        var name = name(told, open(told.place(), scope, ""), scope);
        var holds = jdbc.sql("""
                        select exists (select from planning.place_post p where p.place_id = :place and p.post = :post
                            and p.holder = :holder and p.valid && daterange(:from, null))
                        """)
                .param("place", told.place().id())
                .param("post", told.post())
                .param("holder", name)
                .param("from", told.from())
                .query(Boolean.class)
                .single();
        if (holds) {
            throw new RuleBroken("planning.holds-it-already", name);
        }
    }

    /** What the holder is called; refuses a post that could not be filled on its day. */
    private String name(NewPost told, Open open, Scope scope) {
        requireKnown(POST, told.post());
        requirePast(told.from());
        if (told.from().isBefore(open.since())) {
            throw new RuleBroken("planning.place-not-there", Dates.write(open.since()));
        }
        var name = told.member() == null
                ? told.holder()
                : files.brief(told.member(), scope, businessDay.today()).fullName();
        if (name == null || name.isEmpty()) {
            throw new RuleBroken("planning.nobody-named");
        }
        return name;
    }

    /** Somebody comes to hold a post. */
    public void fill(NewPost told, Scope scope) {
        var id = told.place();
        var member = told.member();
        var open = hold(id, scope);
        var name = name(told, open, scope);
        var added = jdbc.sql("""
                        insert into planning.place_post (id, place_id, post, holder, member_id, valid, recorded_by)
                        select :id, :place, :post, :holder, :member, daterange(:from, null), :username
                        where not exists (select from planning.place_post p where p.place_id = :place and p.post = :post
                            and p.holder = :holder and p.valid && daterange(:from, null))
                        """)
                .param("id", PlacePostId.next().id())
                .param("place", id.id())
                .param("post", told.post())
                .param("holder", name)
                .param("member", member == null ? null : member.id(), Types.OTHER)
                .param("from", told.from())
                .param("username", Author.current().username())
                .update();
        if (added == 0) {
            throw new RuleBroken("planning.holds-it-already", name);
        }
        note(
                "planning.post-filled",
                id,
                open.organisation(),
                Map.of("post", told.post(), "holder", name, "from", told.from()));
    }

    /** Somebody holds a post until a day, which is the last. */
    public PlaceId leave(PlacePostId post, LocalDate lastDay, Scope scope) {
        var of = jdbc.sql("select place_id from planning.place_post where id = :id")
                .param("id", post.id())
                .query((row, _) -> new PlaceId(row.getObject("place_id", UUID.class)))
                .optional()
                .orElseThrow(() -> new NotFound("planning.unknown-place"));
        var open = hold(of, scope);
        requirePast(lastDay);
        var left = jdbc.sql("""
                        update planning.place_post set valid = daterange(lower(valid), :until)
                        where id = :id and upper_inf(valid) and lower(valid) < :until
                        """)
                .param("id", post.id())
                .param("until", lastDay.plusDays(1))
                .update();
        if (left == 0) {
            throw new RuleBroken("planning.left-before-it-began");
        }
        note("planning.post-left", of, open.organisation(), Map.of("post", post, "lastDay", lastDay));
        return of;
    }

    private void begin(PlaceId id, LocalDate from, Situation situation) {
        jdbc.sql("""
                        insert into planning.place_state
                            (place_id, valid, organisation_id, cell_id, has_members, in_charge_id, recorded_by)
                        values (:id, daterange(:from, null), :organisation, :cell, :members, :charge, :username)
                        """)
                .param("id", id.id())
                .param("from", from)
                .param("organisation", situation.organisation().id())
                .param(
                        "cell",
                        situation.cell() == null ? null : situation.cell().id(),
                        Types.OTHER)
                .param("members", situation.hasMembers() || situation.cell() != null)
                .param(
                        "charge",
                        situation.inCharge() == null
                                ? null
                                : situation.inCharge().id(),
                        Types.OTHER)
                .param("username", Author.current().username())
                .update();
    }

    private void endOn(PlaceId id, LocalDate since, LocalDate day) {
        if (!day.isAfter(since)) {
            throw new RuleBroken("planning.place-changed-later", Dates.write(since));
        }
        jdbc.sql(
                        "update planning.place_state set valid = daterange(lower(valid), :day) where place_id = :id and upper_inf(valid)")
                .param("day", day)
                .param("id", id.id())
                .update();
    }

    private Open hold(PlaceId id, Scope scope) {
        return open(id, scope, "for update of s");
    }

    private Open open(PlaceId id, Scope scope, String lock) {
        return jdbc.sql("""
                        select lower(s.valid) as since, s.organisation_id as organisation from planning.place p
                        join planning.place_state s on s.place_id = p.id and upper_inf(s.valid)
                        where p.id = :id and %s %s
                        """.formatted(scope.condition("s.organisation_id"), lock))
                .params(scope.params(businessDay.today()))
                .param("id", id.id())
                .query((row, _) ->
                        new Open(row.getObject("since", LocalDate.class), row.getObject("organisation", UUID.class)))
                .optional()
                .orElseThrow(() -> new NotFound("planning.unknown-place"));
    }

    private void requireSound(LocalDate day, Situation situation, Scope scope) {
        requirePast(day);
        tree.get(situation.organisation(), scope, businessDay.today());
        if (tree.name(situation.organisation(), day).isEmpty()) {
            throw new RuleBroken("planning.organisation-not-there", Dates.write(day));
        }
        var cell = situation.cell();
        if (cell != null
                && !jdbc.sql("""
                        select exists (select from organisation.ancestry where ancestor_id = :above
                            and descendant_id = :cell and valid @> cast(:day as date))
                        """)
                        .param("above", situation.organisation().id())
                        .param("cell", cell.id())
                        .param("day", day)
                        .query(Boolean.class)
                        .single()) {
            throw new RuleBroken("planning.cell-of-another");
        }
        var inCharge = situation.inCharge();
        if (inCharge != null) {
            files.brief(inCharge, scope, businessDay.today());
        }
    }

    private void requirePast(LocalDate day) {
        if (day.isAfter(businessDay.today())) {
            throw new RuleBroken("planning.in-the-future", Dates.write(day));
        }
    }

    private void requireKnown(String list, String code) {
        if (!codes.has(list, code)) {
            throw new NotReadable("planning.unknown-subject");
        }
    }

    private void note(String act, PlaceId id, UUID organisation, Object after) {
        audit.changed(act, new Subject("place", id.id(), organisation), null, after);
    }

    /** The state that lasts. */
    private record Open(LocalDate since, UUID organisation) {}
}
