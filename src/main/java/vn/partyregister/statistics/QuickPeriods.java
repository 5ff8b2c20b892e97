package vn.partyregister.statistics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.partyregister.organisation.OrganisationId;

/** The periods that are asked for most: those that run, each up to today, and those that ended last. */
@Component
public class QuickPeriods {
    private static final int MONTHS_OF_A_QUARTER = 3;
    private static final int MONTHS_OF_A_HALF_YEAR = 6;
    private static final int MONTHS_OF_A_YEAR = 12;

    private final JdbcClient jdbc;

    QuickPeriods(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Quick> of(OrganisationId organisation, LocalDate today) {
        var quick = new ArrayList<Quick>();
        add(quick, "MONTH", "LAST_MONTH", 1, today);
        add(quick, "QUARTER", "LAST_QUARTER", MONTHS_OF_A_QUARTER, today);
        add(quick, "HALF_YEAR", "LAST_HALF_YEAR", MONTHS_OF_A_HALF_YEAR, today);
        add(quick, "YEAR", "LAST_YEAR", MONTHS_OF_A_YEAR, today);
        term(organisation, today).ifPresent(begun -> quick.add(new Quick("TERM", new Period(begun, today))));
        return quick;
    }

    private static void add(List<Quick> quick, String running, String last, int months, LocalDate today) {
        var begins = today.withMonth((today.getMonthValue() - 1) / months * months + 1)
                .withDayOfMonth(1);
        quick.add(new Quick(last, new Period(begins.minusMonths(months), begins.minusDays(1))));
        quick.add(new Quick(running, new Period(begins, today)));
    }

    /** The term of the committee that sits, or of the nearest one above whose term is recorded. */
    private Optional<LocalDate> term(OrganisationId organisation, LocalDate today) {
        return jdbc.sql("""
                        select lower(t.valid) as begun
                        from organisation.ancestry a
                        join committee.term t on t.organisation_id = a.ancestor_id and t.taken_back_at is null
                            and t.valid @> cast(:today as date)
                        where a.descendant_id = :organisation and a.valid @> cast(:today as date)
                        order by a.depth, begun limit 1
                        """)
                .param("organisation", organisation.id())
                .param("today", today)
                .query(LocalDate.class)
                .optional();
    }

    /** A period by its name. */
    public record Quick(String key, Period period) {}
}
