package vn.partyregister.reference;

import static java.util.stream.Collectors.toUnmodifiableMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.util.Assert;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.platform.Refusal;

/**
 * Counts working days: Monday to Friday without holidays, days given instead of them and days swapped off, and with the
 * Saturdays that are worked for those. A day of a year whose holidays are not known is refused, never guessed.
 */
@Service
public class WorkingDays {
    private final JdbcClient jdbc;
    private final Kept<Calendar> calendar = new Kept<>(this::acts, this::read);

    WorkingDays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private long acts() {
        return jdbc.sql("select coalesce(max(number), 0) from reference.calendar_act")
                .query(Long.class)
                .single();
    }

    private Calendar read() {
        return new Calendar(
                jdbc.sql("select year from reference.calendar_year").query(Integer.class).stream()
                        .collect(toUnmodifiableSet()),
                jdbc
                        .sql("select day, kind = 'MADE_UP' as worked from reference.holiday")
                        .query(new RecordRows<>(SpecialDay.class))
                        .list()
                        .stream()
                        .collect(toUnmodifiableMap(SpecialDay::day, SpecialDay::worked)));
    }

    /** The calendar as it is kept. */
    Kept<?> kept() {
        return calendar;
    }

    /** Whether offices work on this day. */
    public boolean isWorkingDay(LocalDate day) {
        return calendar.get().isWorked(day);
    }

    /**
     * The n-th working day after a day, which itself is not counted: one working day after a Friday is the Monday.
     *
     * @param workingDays how many, 0 for the day itself
     */
    public LocalDate after(LocalDate day, int workingDays) {
        Assert.isTrue(workingDays >= 0, "working days are counted forward");
        var reached = day;
        for (var left = workingDays; left > 0; ) {
            reached = reached.plusDays(1);
            if (isWorkingDay(reached)) {
                left--;
            }
        }
        return reached;
    }

    /** How many working days lie after the first day up to the last one, the first not counted and the last counted. */
    public int between(LocalDate first, LocalDate last) {
        return (int) first.plusDays(1)
                .datesUntil(last.isAfter(first) ? last.plusDays(1) : first.plusDays(1))
                .filter(this::isWorkingDay)
                .count();
    }

    /** The last day of a term that begins with a day; that day is not counted, the last one is still in time. */
    public LocalDate lastDay(LocalDate day, Term term) {
        return switch (term.unit()) {
            case YEARS -> day.plusYears(term.amount());
            case MONTHS -> day.plusMonths(term.amount());
            case DAYS -> day.plusDays(term.amount());
            case WORKING_DAYS -> after(day, term.amount());
        };
    }

    private record SpecialDay(LocalDate day, boolean worked) {}

    private record Calendar(Set<Integer> years, Map<LocalDate, Boolean> specialDays) {
        boolean isWorked(LocalDate day) {
            if (!years.contains(day.getYear())) {
                throw new Refusal.RuleBroken("reference.no-calendar", Integer.toString(day.getYear()));
            }
            var special = specialDays.get(day);
            return special != null
                    ? special
                    : day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
        }
    }
}
