package vn.partyregister.recognition;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import vn.partyregister.platform.RuleSource;
import vn.partyregister.reference.Rulebook;

/** The regular days of award (3/2, 19/5, 2/9, 7/11 …), as the rulebook names them. */
@Component
public class AwardDays {
    private static final int SHOWN = 8;

    private final Rulebook rulebook;

    AwardDays(Rulebook rulebook) {
        this.rulebook = rulebook;
    }

    /** The first regular day on this day or after it. */
    public LocalDate from(LocalDate day) {
        var days = around(day);
        var next = days.ceiling(day);
        return next == null ? day : next;
    }

    /** The last regular day before this day. */
    public LocalDate before(LocalDate day) {
        var last = around(day).lower(day);
        return last == null ? day.minusYears(1) : last;
    }

    /** The first regular day after this day. */
    public LocalDate after(LocalDate day) {
        return from(day.plusDays(1));
    }

    boolean isRegular(LocalDate day) {
        return around(day).contains(day);
    }

    /** The rule that names them. */
    RuleSource source(LocalDate day) {
        return rulebook.on(day)
                .ofGroups("badge-award-day")
                .values()
                .iterator()
                .next()
                .source();
    }

    /** Those to come, two years ahead. */
    public List<LocalDate> upcoming(LocalDate today) {
        var days = new TreeSet<LocalDate>();
        for (var day = from(today); days.size() < SHOWN && days.add(day); day = after(day)) {
            // each day is the first after the one before
        }
        return List.copyOf(days);
    }

    private TreeSet<LocalDate> around(LocalDate day) {
        var days = new TreeSet<LocalDate>();
        rulebook.on(day).ofGroups("badge-award-day").values().forEach(rule -> {
            for (var year = day.getYear() - 1; year <= day.getYear() + 1; year++) {
                days.add(monthDay(rule.value()).atYear(year));
            }
        });
        return days;
    }

    /** {@code M02_D03} is 3 February. */
    private static MonthDay monthDay(String code) {
        return MonthDay.parse("--" + code.substring(1, 3) + "-" + code.substring(5, 7));
    }
}
