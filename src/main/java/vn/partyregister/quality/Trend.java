package vn.partyregister.quality;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.quality.QualityFigures.Tally;

/** The figures of each day, kept for the root and each organisation right below it; a day that is kept stays. */
@Service
public class Trend {
    /** Days shown. */
    private static final int SHOWN = 30;

    private final QualityFigures figures;
    private final JdbcClient jdbc;

    Trend(QualityFigures figures, JdbcClient jdbc) {
        this.figures = figures;
        this.jdbc = jdbc;
    }

    /** Keeps the figures of a day, unless they are kept already. */
    @Transactional
    public void keep(LocalDate day) {
        jdbc.sql("""
                        select id from organisation.organisation where is_root
                        and not exists (select from quality.day where organisation_id = id and day = :day)
                        """)
                .param("day", day)
                .query(UUID.class)
                .optional()
                .map(OrganisationId::new)
                .ifPresent(root -> keep(root, day));
    }

    private void keep(OrganisationId root, LocalDate day) {
        var counted = figures.of(root, day);
        keep(root, counted.all(), day);
        counted.children().forEach((child, tally) -> {
            if (child != null) {
                keep(child, tally, day);
            }
        });
    }

    private void keep(OrganisationId organisation, Tally tally, LocalDate day) {
        jdbc.sql("""
                        insert into quality.day (day, organisation_id, members, to_mend)
                        values (:day, :organisation, :members, :toMend)
                        """)
                .param("day", day)
                .param("organisation", organisation.id())
                .param("members", tally.members())
                .param("toMend", tally.toMend())
                .update();
        jdbc.sql("""
                        insert into quality.day_of_check (day, organisation_id, check_key, members)
                        select :day, :organisation, key, members
                        from unnest(:keys, cast(:counts as integer[])) as found (key, members)
                        """)
                .param("day", day)
                .param("organisation", organisation.id())
                .param("keys", tally.found().keySet().toArray(String[]::new))
                .param("counts", tally.found().values().toArray(Long[]::new))
                .update();
    }

    /** The days kept before today, the latest first; none for an organisation further down. */
    List<Day> of(OrganisationId organisation, LocalDate today) {
        return jdbc.sql("""
                        select day, members, to_mend from quality.day
                        where organisation_id = :organisation and day < :today order by day desc limit %d
                        """.formatted(SHOWN))
                .param("organisation", organisation.id())
                .param("today", today)
                .query(new RecordRows<>(Day.class))
                .list();
    }

    /** What each check found on the latest of some days; null where there is none. */
    @Nullable
    Map<String, Long> lastOf(OrganisationId organisation, List<Day> days) {
        if (days.isEmpty()) {
            return null;
        }
        var found = new HashMap<String, Long>();
        jdbc.sql(
                        "select check_key, members from quality.day_of_check where organisation_id = :organisation and day = :day")
                .param("organisation", organisation.id())
                .param("day", days.getFirst().day())
                .query(row -> {
                    found.put(row.getString("check_key"), row.getLong("members"));
                });
        return found;
    }

    /** Those days in their order, and today behind them. */
    List<Day> with(List<Day> days, LocalDate today, Tally now) {
        var all = new ArrayList<>(days.reversed());
        all.add(new Day(today, now.members(), now.toMend()));
        return all;
    }

    /** A day: how many members there were, and how many of them with something to mend. */
    public record Day(LocalDate day, long members, long toMend) {
        public double share() {
            return members == 0 ? 0 : 100.0 * toMend / members;
        }
    }
}
