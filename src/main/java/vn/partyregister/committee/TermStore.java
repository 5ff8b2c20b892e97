package vn.partyregister.committee;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.partyregister.member.MemberId;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.Author;
import vn.partyregister.platform.Refusal.NotFound;
import vn.partyregister.platform.Scope;

/** Terms and posts in, terms and posts out. SQL, because an entity cannot hold the dated rows the schema guards. */
@Repository
class TermStore {
    private static final String TERM = """
            select t.id, t.version, t.organisation_id, t.label, t.body, lower(t.valid) as starts, upper(t.valid) - 1 as last_day,
                t.members
            from committee.term t
            """;

    private final JdbcClient jdbc;

    TermStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One change of an organisation's committees at a time. */
    void lock(OrganisationId organisation) {
        jdbc.sql("select id from organisation.organisation where id = :id for no key update")
                .param("id", organisation.id())
                .query(UUID.class)
                .single();
    }

    /** The term, if its organisation lies in the scope and nobody took it back; held until the transaction ends. */
    Term get(TermId id, Scope scope, LocalDate today) {
        return jdbc.sql(TERM
                        + "where t.id = :id and t.taken_back_at is null and %s for update of t"
                                .formatted(scope.condition("t.organisation_id")))
                .params(scope.params(today))
                .param("id", id.id())
                .query((row, _) -> term(row))
                .optional()
                .orElseThrow(() -> new NotFound("committee.unknown-term"));
    }

    /** Another term of the organisation on any of these days. */
    Optional<Term> overlapping(Term term) {
        return jdbc.sql(TERM + """
                        where t.organisation_id = :organisation and t.id <> :id and t.taken_back_at is null
                        and t.valid && daterange(:from, :last, '[]') order by t.valid limit 1
                        """)
                .param("organisation", term.organisation().id())
                .param("id", term.id().id())
                .param("from", term.from())
                .param("last", term.lastDay())
                .query((row, _) -> term(row))
                .optional();
    }

    void insert(Term term, UUID decision) {
        jdbc.sql("""
                        insert into committee.term
                            (id, version, organisation_id, label, body, valid, members, decision_id, recorded_by)
                        values (:id, 0, :organisation, :label, :body, daterange(:from, :last, '[]'), :members, :decision, :by)
                        """)
                .param("id", term.id().id())
                .param("organisation", term.organisation().id())
                .param("label", term.label())
                .param("body", term.body().name())
                .param("from", term.from())
                .param("last", term.lastDay())
                .param("members", term.members())
                .param("decision", decision)
                .param("by", Author.current().username())
                .update();
    }

    /** The new end; posts that were held to the old one are held to the new one. */
    void saveEnd(Term before, Term after, UUID decision) {
        jdbc.sql("""
                        update committee.term set version = version + 1, valid = daterange(:from, :last, '[]') where id = :id
                        """)
                .param("id", after.id().id())
                .param("from", after.from())
                .param("last", after.lastDay())
                .update();
        jdbc.sql("""
                        update committee.holding set valid = daterange(lower(valid), cast(:last as date), '[]')
                        where term_id = :id and left_decision_id is null and taken_back_at is null
                        """)
                .param("id", after.id().id())
                .param("last", after.lastDay())
                .update();
        jdbc.sql("""
                        insert into committee.term_end (term_id, number, last_day, was, decision_id, recorded_by)
                        select :id, count(*) + 1, :last, :was, :decision, :by from committee.term_end where term_id = :id
                        """)
                .param("id", after.id().id())
                .param("last", after.lastDay())
                .param("was", before.lastDay())
                .param("decision", decision)
                .param("by", Author.current().username())
                .update();
    }

    /** Whether somebody comes to a post, or leaves one, after a day. */
    boolean isHeldAfter(TermId term, LocalDate day) {
        return jdbc.sql("""
                        select exists (select from committee.holding where term_id = :term and taken_back_at is null
                        and (lower(valid) > :day or (left_decision_id is not null and upper(valid) - 1 > :day)))
                        """)
                .param("term", term.id())
                .param("day", day)
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    /** Whether anybody ever held a post in the term. */
    boolean isHeld(TermId term) {
        return jdbc.sql("""
                        select exists (select from committee.holding where term_id = :term and taken_back_at is null)
                        """)
                .param("term", term.id())
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    Holding holding(HoldingId id, Scope scope, LocalDate today) {
        return jdbc.sql("""
                        select h.id, h.term_id, h.member_id, h.post, h.manner, h.place, lower(h.valid) as starts,
                            upper(h.valid) - 1 as last_day, h.left_decision_id is not null as has_left,
                            h.taken_back_at is not null as taken_back
                        from committee.holding h join committee.term t on t.id = h.term_id
                        where h.id = :id and %s for update of h, t
                        """.formatted(scope.condition("t.organisation_id")))
                .params(scope.params(today))
                .param("id", id.id())
                .query((row, _) -> holding(row))
                .optional()
                .orElseThrow(() -> new NotFound("committee.unknown-post"));
    }

    /** Whether somebody holds this very post on any of the days. */
    boolean holdsAlready(Holding held) {
        return jdbc.sql("""
                        select exists (select from committee.holding where term_id = :term and member_id = :member
                        and post = :post and taken_back_at is null and valid && daterange(:from, :last, '[]'))
                        """)
                .param("term", held.term().id())
                .param("member", held.member().id())
                .param("post", held.post())
                .param("from", held.from())
                .param("last", held.lastDay())
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    void insert(Holding held, UUID decision) {
        jdbc.sql("""
                        insert into committee.holding
                            (id, term_id, member_id, post, manner, place, valid, decision_id, recorded_by)
                        values (:id, :term, :member, :post, :manner, :place, daterange(:from, :last, '[]'), :decision, :by)
                        """)
                .param("id", held.id().id())
                .param("term", held.term().id())
                .param("member", held.member().id())
                .param("post", held.post())
                .param("manner", held.manner().name())
                .param("place", held.place())
                .param("from", held.from())
                .param("last", held.lastDay())
                .param("decision", decision)
                .param("by", Author.current().username())
                .update();
    }

    void saveLeaving(Holding left, UUID decision) {
        jdbc.sql("""
                        update committee.holding set valid = daterange(:from, :last, '[]'), left_decision_id = :decision
                        where id = :id
                        """)
                .param("id", left.id().id())
                .param("from", left.from())
                .param("last", left.lastDay())
                .param("decision", decision)
                .update();
    }

    void takeBack(HoldingId id, String why) {
        takeBack("committee.holding", id.id(), why);
    }

    void takeBack(TermId id, String why) {
        takeBack("committee.term", id.id(), why);
    }

    private void takeBack(String table, UUID id, String why) {
        jdbc.sql("""
                        update %s set taken_back_at = now(), taken_back_by = :by, taken_back_why = :why where id = :id
                        """.formatted(table))
                .param("id", id)
                .param("by", Author.current().username())
                .param("why", why)
                .update();
    }

    private static Term term(ResultSet row) throws SQLException {
        return new Term(
                new TermId(row.getObject("id", UUID.class)),
                row.getInt("version"),
                new OrganisationId(row.getObject("organisation_id", UUID.class)),
                row.getString("label"),
                Body.valueOf(row.getString("body")),
                row.getObject("starts", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getInt("members"));
    }

    private static Holding holding(ResultSet row) throws SQLException {
        return new Holding(
                new HoldingId(row.getObject("id", UUID.class)),
                new TermId(row.getObject("term_id", UUID.class)),
                new MemberId(row.getObject("member_id", UUID.class)),
                row.getString("post"),
                Manner.valueOf(row.getString("manner")),
                row.getInt("place"),
                row.getObject("starts", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getBoolean("has_left"),
                row.getBoolean("taken_back"));
    }
}
