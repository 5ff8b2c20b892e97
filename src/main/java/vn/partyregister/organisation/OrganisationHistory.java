package vn.partyregister.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was done to an organisation in the course of time. */
@Service
@Transactional(readOnly = true)
public class OrganisationHistory {
    private final JdbcClient jdbc;
    private final OrganisationLists lists;

    OrganisationHistory(JdbcClient jdbc, OrganisationLists lists) {
        this.jdbc = jdbc;
        this.lists = lists;
    }

    /** All that was done to an organisation, the latest first, each act with its own decision. */
    public List<Past> of(OrganisationId id) {
        return jdbc.sql("""
                        select a.day, a.kind as act, coalesce(r.state = 'REVERSED', false) as taken_back,
                            a.before_name, a.before_type, a.before_kind, a.before_code, bp.name as before_parent,
                            a.after_name, a.after_type, a.after_kind, a.after_code, ap.name as after_parent,
                            d.issuer_name, d.number, d.issued_on, d.summary
                        from organisation.act a
                        left join organisation.reorganisation r on r.id = a.reorganisation_id
                        left join lateral (select v.name from organisation.organisation_version v
                            where v.organisation_id = a.before_parent_id and lower(v.valid) <= a.day
                            order by v.valid @> a.day - 1 desc, lower(v.valid) desc limit 1) bp on true
                        left join lateral (select v.name from organisation.organisation_version v
                            where v.organisation_id = a.after_parent_id
                            order by v.valid @> a.day desc, lower(v.valid) desc limit 1) ap on true
                        left join organisation.decision d on d.id = a.decision_id
                        where a.organisation_id = :id
                        order by a.day desc, a.number desc
                        """)
                .param("id", id.id())
                .query((row, _) -> new Past(
                        row.getObject("day", LocalDate.class),
                        row.getString("act"),
                        row.getBoolean("taken_back"),
                        side(row, "before"),
                        side(row, "after"),
                        decision(
                                row.getString("issuer_name"),
                                row.getString("number"),
                                row.getObject("issued_on", LocalDate.class),
                                row.getString("summary"))))
                .list();
    }

    private @Nullable Side side(ResultSet row, String side) throws SQLException {
        var name = row.getString(side + "_name");
        return name == null
                ? null
                : new Side(
                        name,
                        lists.type(row.getString(side + "_type")),
                        lists.kind(row.getString(side + "_kind")),
                        row.getString(side + "_parent"),
                        row.getString(side + "_code"));
    }

    private static @Nullable Decision decision(
            @Nullable String issuer, @Nullable String number, @Nullable LocalDate day, @Nullable String summary) {
        return issuer == null || number == null || day == null ? null : new Decision(issuer, number, day, summary);
    }

    /**
     * An act in an organisation's history.
     *
     * @param day the first day of what it made; of a closing the last day
     * @param act an {@link Act}, CODE_CHANGED or CLOSED
     * @param takenBack whether its reorganisation holds no more
     * @param before null where it began
     * @param after null where it ended
     */
    public record Past(
            LocalDate day,
            String act,
            boolean takenBack,
            @Nullable Side before,
            @Nullable Side after,
            @Nullable Decision decision) {
        /** What it is from then on; what it was, where it ended. */
        public Side is() {
            var last = after == null ? before : after;
            if (last == null) {
                throw new IllegalStateException("an act is done to something");
            }
            return last;
        }

        /** What it was, if it was anything and became something else. */
        public @Nullable Side was() {
            return after == null ? null : before;
        }
    }

    /** What an organisation was on one side of an act. */
    public record Side(
            String name,
            String typeLabel,
            String kindLabel,
            @Nullable String parent,
            @Nullable String code) {}
}
