package vn.partyregister.membership;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import vn.partyregister.platform.Author;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Refusal.NotFound;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.RuleSource;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Visitor;

/** The works on many in the database. */
@Repository
class BulkStore {
    static final String WORKS = """
            select w.*, u.id as undone_by from membership.bulk_work w
            left join membership.bulk_work u on u.undoes = w.id and u.state <> 'ABANDONED'
            """;

    private final JdbcClient jdbc;
    private final BusinessDay businessDay;
    private final JsonMapper json;

    BulkStore(JdbcClient jdbc, BusinessDay businessDay, JsonMapper json) {
        this.jdbc = jdbc;
        this.businessDay = businessDay;
        this.json = json;
    }

    BulkWorkId add(String act, @Nullable BulkWork undone, Visitor visitor, Scope scope) {
        var id = BulkWorkId.next();
        jdbc.sql("""
                        insert into membership.bulk_work
                            (id, act, undoes, state, terms, account_id, username, address, everything, organisations)
                        values (:id, :act, :undoes, :state, cast(:terms as jsonb), :account, :username, :address, :everything,
                            :organisations)
                        """)
                .param("id", id.id())
                .param("act", act)
                .param("undoes", undone == null ? null : undone.id().id(), java.sql.Types.OTHER)
                .param("state", (undone == null ? BulkState.CHOSEN : BulkState.JUDGED).name())
                .param("terms", undone == null ? null : undone.terms(), java.sql.Types.VARCHAR)
                .param("account", visitor.account())
                .param("username", visitor.username())
                .param("address", Author.current().address())
                .param("everything", scope.everything())
                .param("organisations", scope.organisations().toArray(UUID[]::new))
                .update();
        return id;
    }

    /** A work of the visitor's own, or of a clerk whose right lies within the reader's. */
    BulkWork get(BulkWorkId id, Visitor visitor, Scope scope) {
        return jdbc.sql(WORKS + """
                        where w.id = :id and (w.account_id = :account or %s or not w.everything
                            and not exists (select from unnest(w.organisations) as o (id) where not (%s)))
                        """.formatted(scope.everything(), scope.condition("o.id")))
                .params(scope.params(businessDay.today()))
                .param("id", id.id())
                .param("account", visitor.account())
                .query((row, _) -> work(row))
                .optional()
                .orElseThrow(() -> new NotFound("membership.bulk.unknown"));
    }

    BulkWork get(BulkWorkId id) {
        return jdbc.sql(WORKS + "where w.id = :id")
                .param("id", id.id())
                .query((row, _) -> work(row))
                .single();
    }

    /** Holds a work until the transaction ends, so that it is not taken back twice at once. */
    void hold(BulkWorkId id) {
        jdbc.sql("select 1 from membership.bulk_work where id = :id for update")
                .param("id", id.id())
                .query((row, _) -> row.getInt(1))
                .list();
    }

    /** Lets go of what a clerk chose more than a day ago and never said the terms of. */
    void letGoOfForgotten(Visitor visitor) {
        jdbc.sql("""
                        with forgotten as (
                            update membership.bulk_work set state = 'ABANDONED', finished_at = now()
                            where account_id = :account and state = 'CHOSEN' and chosen_at < now() - interval '1 day'
                            returning id)
                        delete from membership.bulk_person where work_id in (select id from forgotten)
                        """).param("account", visitor.account()).update();
    }

    /** From one state to the next; refused where another has moved it meanwhile. */
    void move(BulkWork work, BulkState next) {
        var moved = work.state().leadsTo(next)
                ? jdbc.sql("""
                                update membership.bulk_work set state = :next, refusal = null, refusal_arguments = '{}', refusal_source = null,
                                    finished_at = case when :over then now() end
                                where id = :id and state = :from
                                """)
                        .param("next", next.name())
                        .param("over", next == BulkState.DONE || next == BulkState.ABANDONED)
                        .param("id", work.id().id())
                        .param("from", work.state().name())
                        .update()
                : 0;
        if (moved == 0) {
            throw new RuleBroken("membership.bulk.not-now");
        }
    }

    void setTerms(BulkWorkId id, String terms) {
        jdbc.sql("update membership.bulk_work set terms = cast(:terms as jsonb) where id = :id")
                .param("terms", terms)
                .param("id", id.id())
                .update();
    }

    void setChosen(BulkWorkId id, int chosen) {
        jdbc.sql("update membership.bulk_work set chosen = :chosen where id = :id")
                .param("chosen", chosen)
                .param("id", id.id())
                .update();
    }

    /** What the job may reach, and how many it has before it. */
    void setTask(BulkWorkId id, Scope scope, int toWrite) {
        jdbc.sql("""
                        update membership.bulk_work
                        set everything = :everything, organisations = :organisations, to_write = :toWrite where id = :id
                        """)
                .param("everything", scope.everything())
                .param("organisations", scope.organisations().toArray(UUID[]::new))
                .param("toWrite", toWrite)
                .param("id", id.id())
                .update();
    }

    void setWritten(BulkWorkId id, int written) {
        jdbc.sql("update membership.bulk_work set written = :written where id = :id")
                .param("written", written)
                .param("id", id.id())
                .update();
    }

    /** How far a whole has come: at once visible, although nothing of it holds before all of it does. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void tellWritten(BulkWorkId id, int written) {
        setWritten(id, written);
    }

    void stop(BulkWork work, BulkReason refusal) {
        move(work, BulkState.JUDGED);
        jdbc.sql("""
                        update membership.bulk_work set refusal = :refusal, refusal_arguments = :arguments,
                            refusal_source = cast(:source as jsonb)
                        where id = :id
                        """)
                .param("refusal", refusal.key())
                .param("arguments", refusal.arguments().toArray(String[]::new))
                .param(
                        "source",
                        refusal.source() == null ? null : json.writeValueAsString(refusal.source()),
                        java.sql.Types.VARCHAR)
                .param("id", work.id().id())
                .update();
    }

    BulkWork work(ResultSet row) throws SQLException {
        return new BulkWork(
                new BulkWorkId(row.getObject("id", UUID.class)),
                row.getString("act"),
                id(row, "undoes"),
                id(row, "undone_by"),
                BulkState.valueOf(row.getString("state")),
                row.getString("terms"),
                row.getObject("account_id", UUID.class),
                row.getString("username"),
                row.getString("address"),
                scope(row),
                row.getInt("chosen"),
                row.getInt("to_write"),
                row.getInt("written"),
                refusal(row),
                row.getObject("chosen_at", OffsetDateTime.class).toInstant());
    }

    private @Nullable BulkReason refusal(ResultSet row) throws SQLException {
        var key = row.getString("refusal");
        var source = row.getString("refusal_source");
        return key == null
                ? null
                : new BulkReason(
                        key,
                        List.of((String[]) row.getArray("refusal_arguments").getArray()),
                        source == null ? null : json.readValue(source, RuleSource.class));
    }

    private static @Nullable BulkWorkId id(ResultSet row, String column) throws SQLException {
        var id = row.getObject(column, UUID.class);
        return id == null ? null : new BulkWorkId(id);
    }

    private static Scope scope(ResultSet row) throws SQLException {
        var organisations = (UUID[]) row.getArray("organisations").getArray();
        return row.getBoolean("everything") ? Scope.EVERYTHING : Scope.of(Set.copyOf(Arrays.asList(organisations)));
    }
}
