package vn.partyregister.statistics;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.partyregister.member.MemberId;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.Author;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.platform.Uuids;
import vn.partyregister.statistics.Reconciliation.Figures;
import vn.partyregister.statistics.Reconciliation.PaperCount;
import vn.partyregister.statistics.Reconciliation.Side;
import vn.partyregister.statistics.Reconciliation.Signature;

/** What is compared, who signed it, and what the books on paper say, in the database. */
@Component
class ReconciliationStore {
    private final JdbcClient jdbc;

    ReconciliationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Whom each of both counts on a day: as it closed its register, or as it stands now.
     *
     * @param own what the committee closed; null where it did not
     * @param above what the committee above closed
     */
    Figures figures(
            OrganisationId organisation,
            LocalDate on,
            @Nullable Closing own,
            @Nullable Closing above,
            @Nullable Long paper) {
        return jdbc.sql("""
                        with standing as materialized (
                            select s.member_id from organisation.ancestry a
                            join membership.standing s on s.organisation_id = a.descendant_id and s.valid @> cast(:on as date)
                            where a.ancestor_id = :organisation and a.valid @> cast(:on as date)
                                and (cast(:own as uuid) is null or cast(:above as uuid) is null)
                        ), own as materialized (
                            select unnest(members) as member_id from statistics.closed_stock
                            where closing_id = :own and side = 'CLOSING'
                            union all select member_id from standing where cast(:own as uuid) is null
                        ), above as materialized (
                            select unnest(members) as member_id from statistics.closed_stock
                            where closing_id = :above and side = 'CLOSING' and part_id = :organisation
                            union all select member_id from standing where cast(:above as uuid) is null
                        )
                        select (select count(*) from own) as own, (select count(*) from above) as above,
                            array(select member_id from own except select member_id from above order by 1) as only_own,
                            array(select member_id from above except select member_id from own order by 1) as only_above
                        """)
                .param("organisation", organisation.id())
                .param("on", on)
                .param("own", own == null ? null : own.id().id(), Types.OTHER)
                .param("above", above == null ? null : above.id().id(), Types.OTHER)
                .query((row, _) -> new Figures(
                        row.getLong("own"),
                        paper,
                        row.getLong("above"),
                        members(row.getArray("only_own")),
                        members(row.getArray("only_above"))))
                .single();
    }

    /** What holds of the books on paper. */
    Optional<PaperCount> paper(OrganisationId organisation, LocalDate on) {
        return jdbc.sql("""
                        select * from (
                            select figure, source, recorded_by, recorded_at at time zone :zone as recorded_at
                            from statistics.paper_count where organisation_id = :organisation and counted_on = :on
                            order by recorded desc limit 1) newest
                        where figure is not null
                        """)
                .param("zone", BusinessDay.ZONE.getId())
                .param("organisation", organisation.id())
                .param("on", on)
                .query(new RecordRows<>(PaperCount.class))
                .optional();
    }

    void note(OrganisationId organisation, LocalDate on, @Nullable Integer figure, String source) {
        jdbc.sql("""
                        insert into statistics.paper_count (id, organisation_id, counted_on, figure, source, recorded_by)
                        values (:id, :organisation, :on, :figure, :source, :username)
                        """)
                .param("id", Uuids.next())
                .param("organisation", organisation.id())
                .param("on", on)
                .param("figure", figure, Types.INTEGER)
                .param("source", source)
                .param("username", Author.current().username())
                .update();
    }

    void sign(
            OrganisationId organisation,
            LocalDate on,
            Side side,
            Committee as,
            Figures figures,
            @Nullable String remark) {
        jdbc.sql("""
                        insert into statistics.reconciliation_signature (id, organisation_id, reconciled_on, side, signed_as,
                            signed_as_name, own, paper, above, only_own, only_above, remark, account_id, signed_by)
                        values (:id, :organisation, :on, :side, :as, :name, :own, :paper, :above, :onlyOwn, :onlyAbove, :remark,
                            :account, :username)
                        """)
                .param("id", Uuids.next())
                .param("organisation", organisation.id())
                .param("on", on)
                .param("side", side.name())
                .param("as", as.id().id())
                .param("name", as.name())
                .param("own", figures.own())
                .param("paper", figures.paper(), Types.INTEGER)
                .param("above", figures.above())
                .param("onlyOwn", ids(figures.onlyOwn()))
                .param("onlyAbove", ids(figures.onlyAbove()))
                .param("remark", remark, Types.VARCHAR)
                .param("account", Author.current().account(), Types.OTHER)
                .param("username", Author.current().username())
                .update();
    }

    /** The latest signature of each side of some committees' reconciliations on a day. */
    Map<OrganisationId, Map<Side, Signature>> signatures(List<OrganisationId> organisations, LocalDate on) {
        var signatures = new HashMap<OrganisationId, Map<Side, Signature>>();
        jdbc.sql("""
                        select distinct on (organisation_id, side) *, signed_at at time zone :zone as at
                        from statistics.reconciliation_signature
                        where organisation_id = any(:organisations) and reconciled_on = :on
                        order by organisation_id, side, recorded desc
                        """)
                .param("zone", BusinessDay.ZONE.getId())
                .param(
                        "organisations",
                        organisations.stream().map(OrganisationId::id).toArray(UUID[]::new))
                .param("on", on)
                .query(row -> {
                    var signature = signature(row);
                    signatures
                            .computeIfAbsent(
                                    new OrganisationId(row.getObject("organisation_id", UUID.class)),
                                    _ -> new EnumMap<>(Side.class))
                            .put(signature.side(), signature);
                });
        return signatures;
    }

    private static Signature signature(ResultSet row) throws SQLException {
        var paper = row.getObject("paper", Integer.class);
        return new Signature(
                row.getLong("recorded"),
                Side.valueOf(row.getString("side")),
                row.getString("signed_as_name"),
                new Figures(
                        row.getLong("own"),
                        paper == null ? null : paper.longValue(),
                        row.getLong("above"),
                        members(row.getArray("only_own")),
                        members(row.getArray("only_above"))),
                row.getString("remark"),
                row.getString("signed_by"),
                row.getObject("at", LocalDateTime.class));
    }

    private static UUID[] ids(List<MemberId> members) {
        return members.stream().map(MemberId::id).toArray(UUID[]::new);
    }

    private static List<MemberId> members(Array array) throws SQLException {
        return Arrays.stream((UUID[]) array.getArray()).map(MemberId::new).toList();
    }
}
