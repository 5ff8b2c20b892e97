package vn.partyregister.statistics;

import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.audit.AuditTrail.Subject;
import vn.partyregister.membership.MemberList;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.Author;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.platform.Refusal.NotFound;
import vn.partyregister.platform.Refusal.NotReadable;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Uuids;

/** Figures as committees have reported them: kept beside the computed ones, never counted with them. */
@Service
public class ReportedFigures {
    private final JdbcClient jdbc;
    private final MemberList members;
    private final FormRows rows;
    private final AuditTrail audit;

    ReportedFigures(JdbcClient jdbc, MemberList members, FormRows rows, AuditTrail audit) {
        this.jdbc = jdbc;
        this.members = members;
        this.rows = rows;
        this.audit = audit;
    }

    /**
     * Notes what was reported for a row of a form and a period. What was noted before stays in the table; the newest holds.
     *
     * @param figure null takes back what was noted; the source then says why
     */
    @Transactional
    public void report(
            OrganisationId organisation,
            String form,
            String code,
            Period period,
            @Nullable Integer figure,
            String source,
            Scope scope) {
        if (members.choice(organisation.id(), scope, period.to()).isEmpty()) {
            throw new NotFound("membership.unknown-organisation");
        }
        if (rows.of(form, period.to()).stream().noneMatch(row -> row.code().equals(code))) {
            throw new NotReadable("statistics.unknown-row");
        }
        jdbc.sql("""
                        insert into statistics.reported_figure
                            (id, organisation_id, form, code, from_on, to_on, figure, source, recorded_by)
                        values (:id, :organisation, :form, :code, :from, :to, :figure, normalize(btrim(:source), NFC), :username)
                        """)
                .param("id", Uuids.next())
                .param("organisation", organisation.id())
                .param("form", form)
                .param("code", code)
                .param("from", period.from())
                .param("to", period.to())
                .param("figure", figure, Types.INTEGER)
                .param("source", source)
                .param("username", Author.current().username())
                .update();
        audit.changed(
                "statistics.reported",
                new Subject("organisation", organisation.id(), organisation.id()),
                null,
                Map.of(
                        "form",
                        form,
                        "row",
                        code,
                        "from",
                        period.from(),
                        "to",
                        period.to(),
                        "figure",
                        figure == null ? "" : figure,
                        "source",
                        source));
    }

    /** What holds for a period, by the code of its row. */
    Map<String, ReportedFigure> of(OrganisationId organisation, String form, Period period) {
        return jdbc
                .sql("""
                        select * from (
                            select distinct on (code) code, figure, source, recorded_by, recorded_at
                            from statistics.reported_figure
                            where organisation_id = :organisation and form = :form and from_on = :from and to_on = :to
                            order by code, recorded desc) newest
                        where figure is not null
                        """)
                .param("organisation", organisation.id())
                .param("form", form)
                .param("from", period.from())
                .param("to", period.to())
                .query(new RecordRows<>(ReportedFigure.class))
                .list()
                .stream()
                .collect(Collectors.toMap(ReportedFigure::code, Function.identity()));
    }

    /** The other periods for which figures hold, the newest first. */
    List<Period> otherPeriods(OrganisationId organisation, String form, Period period) {
        return jdbc.sql("""
                        select distinct from_on, to_on from (
                            select distinct on (code, from_on, to_on) from_on, to_on, figure
                            from statistics.reported_figure where organisation_id = :organisation and form = :form
                            order by code, from_on, to_on, recorded desc) newest
                        where figure is not null and (from_on, to_on) <> (:from, :to)
                        order by to_on desc, from_on desc limit 20
                        """)
                .param("organisation", organisation.id())
                .param("form", form)
                .param("from", period.from())
                .param("to", period.to())
                .query((row, _) ->
                        new Period(row.getObject("from_on", LocalDate.class), row.getObject("to_on", LocalDate.class)))
                .list();
    }
}
