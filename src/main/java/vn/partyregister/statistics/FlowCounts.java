package vn.partyregister.statistics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.transfer.InTransit;

/** Counts who is there, who comes and who goes, in an organisation and in each of its parts. */
@Component
class FlowCounts {
    private final JdbcClient jdbc;

    FlowCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The figures of an organisation. The caller has made sure that the reader may see it. */
    Counted count(String form, OrganisationId organisation, Period period) {
        var alike = new ArrayList<Alike>();
        standing(Flow.OPENING, organisation, period.eve(), alike);
        flows(form, organisation, period, alike);
        standing(Flow.CLOSING, organisation, period.to(), alike);
        return new Counted(alike);
    }

    private void standing(Flow side, OrganisationId organisation, LocalDate day, List<Alike> alike) {
        jdbc.sql(Flows.STANDING + "select p.part, count(*) as people " + Flows.STANDS + " group by p.part")
                .param("organisation", organisation.id())
                .param("day", day)
                .query(row -> {
                    var part = part(row, "part");
                    alike.add(new Alike(side, List.of(), part, part, row.getLong("people")));
                });
    }

    private void flows(String form, OrganisationId organisation, Period period, List<Alike> alike) {
        jdbc.sql(Flows.FLOW + """
                        , alike as (
                            select side, kind, reach, before_as, was_part, now_part, count(*) as people
                            from flow group by side, kind, reach, before_as, was_part, now_part
                        )
                        select f.side, f.was_part, f.now_part, f.people,
                            array(select r.code from statistics.form_row_source r where %s) as codes
                        from alike f
                        """.formatted(Flows.COUNTED_BY))
                .param("form", form)
                .params(params(organisation, period))
                .query(row -> {
                    var side = row.getString("side");
                    alike.add(new Alike(
                            side.equals("INNER") ? Flow.INNER_IN : Flow.valueOf(side),
                            List.of((String[]) row.getArray("codes").getArray()),
                            part(row, "was_part"),
                            part(row, "now_part"),
                            row.getLong("people")));
                });
    }

    private static @Nullable OrganisationId part(ResultSet row, String column) throws SQLException {
        return OrganisationId.ofNullable(row.getObject(column, UUID.class));
    }

    /** How many of those who stand in an organisation on a day are in transit. */
    long inTransit(OrganisationId organisation, LocalDate day) {
        return jdbc.sql(Flows.STANDING + "select count(*) " + Flows.STANDS + " and "
                        + InTransit.on("s.member_id", ":day"))
                .param("organisation", organisation.id())
                .param("day", day)
                .query(Long.class)
                .single();
    }

    static Map<String, Object> params(OrganisationId organisation, Period period) {
        return Map.of("organisation", organisation.id(), "eve", period.eve(), "from", period.from(), "to", period.to());
    }

    /**
     * People counted together.
     *
     * @param codes the rows of the form that count them, "of which" among them
     * @param from the part they were in before; null where they came from outside
     * @param to the part they were in after; null where they left
     */
    record Alike(
            Flow side,
            List<String> codes,
            @Nullable OrganisationId from,
            @Nullable OrganisationId to,
            long people) {
        Alike {
            codes = List.copyOf(codes);
        }
    }

    /** All of an organisation in a period. */
    record Counted(List<Alike> alike) {
        Counted {
            alike = List.copyOf(alike);
        }

        /** How many of the organisation itself, whatever rows count them. */
        long of(Flow side) {
            return alike.stream()
                    .filter(one -> one.side() == (side == Flow.INNER_OUT ? Flow.INNER_IN : side))
                    .mapToLong(Alike::people)
                    .sum();
        }

        /** How many a row of the form counts that has no parts. */
        long of(String code) {
            return alike.stream()
                    .filter(one -> one.codes().contains(code))
                    .mapToLong(Alike::people)
                    .sum();
        }

        /** How many of each part, by what they do there. */
        Map<OrganisationId, Map<Flow, Long>> parts() {
            var parts = new HashMap<OrganisationId, Map<Flow, Long>>();
            for (var one : alike) {
                switch (one.side()) {
                    case OPENING, IN, CLOSING -> add(parts, one.to(), one.side(), one.people());
                    case OUT -> add(parts, one.from(), one.side(), one.people());
                    case INNER_IN, INNER_OUT -> {
                        add(parts, one.to(), Flow.INNER_IN, one.people());
                        add(parts, one.from(), Flow.INNER_OUT, one.people());
                    }
                }
            }
            return parts;
        }

        private static void add(
                Map<OrganisationId, Map<Flow, Long>> parts, @Nullable OrganisationId part, Flow side, long people) {
            if (part != null) {
                parts.computeIfAbsent(part, _ -> new HashMap<>()).merge(side, people, Long::sum);
            }
        }
    }
}
