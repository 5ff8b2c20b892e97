package vn.partyregister.reference;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.audit.AuditTrail.Subject;
import vn.partyregister.platform.Author;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.platform.Refusal.NotFound;
import vn.partyregister.platform.Refusal.RuleBroken;

/**
 * The board keeps the calendar of working days: Tết and swapped days as they are announced. Deadlines follow at once, since they
 * are computed; a day that is over is not changed, since deadlines were judged by it.
 */
@Service
public class CalendarKeeping {
    /** What a day that differs from the plain week can be. */
    public static final List<String> KINDS = List.of("HOLIDAY", "SUBSTITUTE", "SWAPPED_OFF", "MADE_UP");

    /** On which occasion. */
    public static final List<String> OCCASIONS =
            List.of("NEW_YEAR", "TET", "HUNG_KINGS", "VICTORY", "LABOUR", "NATIONAL");

    private static final Set<String> ON_A_WEEKDAY = Set.of("SUBSTITUTE", "SWAPPED_OFF");

    private final JdbcClient jdbc;
    private final WorkingDays workingDays;
    private final BusinessDay businessDay;
    private final AuditTrail audit;

    CalendarKeeping(JdbcClient jdbc, WorkingDays workingDays, BusinessDay businessDay, AuditTrail audit) {
        this.jdbc = jdbc;
        this.workingDays = workingDays;
        this.businessDay = businessDay;
        this.audit = audit;
    }

    /** A day to come differs from the plain week. */
    @Transactional
    public void add(LocalDate day, String kind, String occasion, String source, Certainty certainty) {
        hold();
        toCome(day);
        if (!KINDS.contains(kind) || !OCCASIONS.contains(occasion)) {
            throw new RuleBroken("reference.calendar.unknown-kind");
        }
        var weekend = day.getDayOfWeek().getValue() > 5;
        if (kind.equals("MADE_UP") && !weekend || ON_A_WEEKDAY.contains(kind) && weekend) {
            throw new RuleBroken("reference.calendar.wrong-weekday", Dates.write(day));
        }
        if (find(day).isPresent()) {
            throw new RuleBroken("reference.calendar.known", Dates.write(day));
        }
        write(
                "DAY_ADDED",
                "reference.calendar-day-added",
                new SpecialDay(day, kind, occasion, source, certainty),
                source,
                certainty);
    }

    /** A day to come is an ordinary one after all. */
    @Transactional
    public void takeOut(LocalDate day, String why) {
        hold();
        var known = find(day).orElseThrow(() -> new NotFound("reference.calendar.unknown"));
        toCome(day);
        write("DAY_TAKEN_OUT", "reference.calendar-day-taken-out", known, why, known.certainty());
    }

    /** Where a day is announced is now known better. */
    @Transactional
    public void confirm(LocalDate day, String source, Certainty certainty) {
        hold();
        var known = find(day).orElseThrow(() -> new NotFound("reference.calendar.unknown"));
        if (certainty.compareTo(known.certainty()) >= 0) {
            throw new RuleBroken("reference.wrong.not-surer");
        }
        write("DAY_CONFIRMED", "reference.calendar-day-confirmed", known, source, certainty);
    }

    /** All days of a year are in the calendar: from now on terms reach into it. */
    @Transactional
    public void open(int year, String source, Certainty certainty) {
        hold();
        var last = jdbc.sql("select max(year) from reference.calendar_year")
                .query(Integer.class)
                .single();
        if (year != last + 1) {
            throw new RuleBroken("reference.calendar.next-year", Integer.toString(last + 1));
        }
        if (jdbc.sql("select count(*) from reference.holiday where extract(year from day) = :year")
                        .param("year", year)
                        .query(Long.class)
                        .single()
                == 0) {
            throw new RuleBroken("reference.calendar.no-days", Integer.toString(year));
        }
        append("YEAR_OPENED", year, null, null, null, source, certainty);
        audit.changed(
                "reference.calendar-year-opened",
                new Subject("calendar", null, null),
                null,
                Map.of("year", year, "source", source));
    }

    /** One at a time: what is judged here is still so when the act is carried out. */
    private void hold() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('reference.holiday'))")
                .query((_, _) -> true)
                .single();
    }

    private Optional<SpecialDay> find(LocalDate day) {
        return jdbc.sql("select day, kind, occasion, source, certainty from reference.holiday where day = :day")
                .param("day", day)
                .query(new RecordRows<>(SpecialDay.class))
                .optional();
    }

    private void toCome(LocalDate day) {
        if (!day.isAfter(businessDay.today())) {
            throw new RuleBroken("reference.calendar.over", Dates.write(businessDay.today()));
        }
    }

    private void write(String act, String told, SpecialDay day, String source, Certainty certainty) {
        append(act, day.day().getYear(), day.day(), day.kind(), day.occasion(), source, certainty);
        audit.changed(
                told,
                new Subject("calendar", null, null),
                act.equals("DAY_ADDED") ? null : Map.of("source", day.source(), "certainty", day.certainty()),
                Map.of("day", day.day(), "kind", day.kind(), "source", source, "certainty", certainty));
    }

    private void append(
            String act,
            int year,
            @Nullable LocalDate day,
            @Nullable String kind,
            @Nullable String occasion,
            String source,
            Certainty certainty) {
        jdbc.sql("""
                        insert into reference.calendar_act (act, year, day, kind, occasion, source, certainty, done_on, recorded_by)
                        values (:act, :year, :day, :kind, :occasion, :source, :certainty, :today, :username)
                        """)
                .param("act", act)
                .param("year", year)
                .param("day", day, java.sql.Types.DATE)
                .param("kind", kind)
                .param("occasion", occasion)
                .param("source", source)
                .param("certainty", certainty.name())
                .param("today", businessDay.today())
                .param("username", Author.current().username())
                .update();
        workingDays.kept().changed();
    }

    private record SpecialDay(LocalDate day, String kind, String occasion, String source, Certainty certainty) {}
}
