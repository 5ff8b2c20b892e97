package vn.partyregister.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.partyregister.platform.ListQuery;
import vn.partyregister.platform.Listing;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.platform.TableDownload;
import vn.partyregister.platform.VietnameseText;

/** The rulebook as its readers leaf through it: rules, directives, code lists, holidays, in the reader's language. */
@Service
public class RulebookList {
    private static final String RULES = """
            select r.key, k.topic, case when :english then k.name_en else k.name_vi end as name,
                lower(r.valid) as starts, upper(r.valid) - 1 as last,
                case when r.unit = 'CODE' then coalesce((select case when :english then c.name_en else c.name_vi end
                    from reference.code c where c.list in ('general-education', 'transfer-level', 'rule-answer') and c.code = r.value limit 1), r.value)
                    else r.value end as value,
                r.unit, d.id as directive_id, d.kind, d.number, d.issuer, d.issued_on, d.issued_year, r.clause, r.certainty,
                case when :english then r.remark_en else r.remark_vi end as remark
            from reference.rule r
            join reference.rule_key k on k.key = r.key
            join reference.directive d on d.id = r.directive_id
            where\s""";

    private final JdbcClient jdbc;

    RulebookList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The rules in force on a day, in the order of the book; {@code q} looks in names, remarks and directives. */
    public List<DatedRule> inForce(LocalDate day, String q) {
        try (var rules = stream(day, q)) {
            return rules.toList();
        }
    }

    /** The same, row by row. */
    public Stream<DatedRule> stream(LocalDate day, String q) {
        return jdbc
                .sql(RULES + """
                        r.valid @> cast(:day as date)
                        and position(:q in platform.folded(concat_ws(' ', k.name_vi, k.name_en, r.remark_vi, r.remark_en,
                            d.number, d.issuer, r.clause))) > 0
                        order by k.position, r.scope
                        """)
                .withFetchSize(TableDownload.FETCH_SIZE)
                .param("english", english())
                .param("day", day)
                .param("q", VietnameseText.folded(q))
                .query(new RecordRows<>(DatedRule.class))
                .stream();
    }

    /** All directives, the latest first. */
    public List<Directive> directives(String q) {
        return jdbc.sql("""
                        select id, kind, number, issuer, issued_on, issued_year, lower(in_force) as starts, upper(in_force) - 1 as last,
                            case when :english then subject_en else subject_vi end as subject, certainty,
                            case when :english then remark_en else remark_vi end as remark,
                            (select count(distinct r.key) from reference.rule r where r.directive_id = d.id) as rules
                        from reference.directive d
                        where position(:q in platform.folded(concat_ws(' ', kind, number, issuer, subject_vi, subject_en))) > 0
                        order by issued_year desc, issued_on desc nulls last, number
                        """)
                .param("english", english())
                .param("q", VietnameseText.folded(q))
                .query(new RecordRows<>(Directive.class))
                .list();
    }

    /** The names of the code lists. */
    public List<String> codeLists() {
        return jdbc.sql("select distinct list from reference.code order by list")
                .query((row, _) -> row.getString(1))
                .list();
    }

    /** One page of a code list, with the other ways its codes are written. */
    public Listing<ListedCode> codes(String list, String q, int page, String here) {
        var found = """
                from reference.code c
                left join reference.code whole on whole.list = c.part_of_list and whole.code = c.part_of
                left join lateral (select string_agg(written, '; ' order by written) as synonyms
                    from reference.code_synonym s where s.list = c.list and s.code = c.code) written on true
                left join lateral (select string_agg(case when :english then n.name_en else n.name_vi end, '; ') as successor
                    from reference.code_successor s join reference.code n on n.list = s.list and n.code = s.successor
                    where s.list = c.list and s.code = c.code) later on true
                where c.list = :list
                and position(:q in platform.folded(concat_ws(' ', c.code, c.name_vi, c.name_en, synonyms, whole.name_vi))) > 0
                """;
        return ListQuery.of(ListedCode.class, """
                        select c.code, case when :english then c.name_en else c.name_vi end as name,
                            case when :english then whole.name_en else whole.name_vi end as whole,
                            written.synonyms, later.successor, lower(c.valid) as starts, upper(c.valid) - 1 as last, c.certainty,
                            case when :english then c.remark_en else c.remark_vi end as remark
                        """ + found)
                .counted("select count(*) " + found)
                .ordered("c.position")
                .with("english", english())
                .with("list", list)
                .with("q", VietnameseText.folded(q))
                .page(jdbc, Math.max(1, page), "position,asc", here);
    }

    /** The years whose holidays are known, the latest first. */
    public List<CalendarYear> years() {
        return jdbc.sql("""
                        select year, certainty, case when :english then remark_en else remark_vi end as remark, true as opened
                        from reference.calendar_year order by year desc
                        """)
                .param("english", english())
                .query(new RecordRows<>(CalendarYear.class))
                .list();
    }

    /** The same after the year that follows, whose days are entered before it is opened. */
    public List<CalendarYear> yearsWithTheNext() {
        var known = years();
        var years = new ArrayList<CalendarYear>();
        years.add(new CalendarYear(known.getFirst().year() + 1, Certainty.UNVERIFIED, null, false));
        years.addAll(known);
        return List.copyOf(years);
    }

    /** The days of a year that differ from the plain week. */
    public List<Holiday> holidays(int year) {
        return jdbc.sql("""
                        select day, cast(extract(isodow from day) as int) as weekday, kind, occasion, source, certainty
                        from reference.holiday where extract(year from day) = :year order by day
                        """)
                .param("year", year)
                .query(new RecordRows<>(Holiday.class))
                .list();
    }

    private static String title(String kind, String number) {
        return number.startsWith(kind) ? number : kind + " " + number;
    }

    private static boolean english() {
        return "en".equals(LocaleContextHolder.getLocale().getLanguage());
    }

    /**
     * A rule as it held from {@code starts} to {@code last}, both included.
     *
     * @param value a number, the name of a code, or the pattern of a number
     */
    public record DatedRule(
            String key,
            String topic,
            String name,
            @Nullable LocalDate starts,
            @Nullable LocalDate last,
            String value,
            String unit,
            String directiveId,
            String kind,
            String number,
            String issuer,
            @Nullable LocalDate issuedOn,
            int issuedYear,
            String clause,
            Certainty certainty,
            @Nullable String remark)
            implements DatedSource {
        /** Kind and number, said once where the number is its name. */
        @Override
        public String title() {
            return RulebookList.title(kind, number);
        }

        public boolean holdsOn(LocalDate day) {
            return (starts == null || !day.isBefore(starts)) && (last == null || !day.isAfter(last));
        }
    }

    /** A directive, and how many rules of the book rest on it. */
    public record Directive(
            String id,
            String kind,
            String number,
            String issuer,
            @Nullable LocalDate issuedOn,
            int issuedYear,
            @Nullable LocalDate starts,
            @Nullable LocalDate last,
            String subject,
            Certainty certainty,
            @Nullable String remark,
            long rules) {
        public String title() {
            return RulebookList.title(kind, number);
        }
    }

    /**
     * A code as the list shows it.
     *
     * @param remark what is not known of it, and why
     */
    public record ListedCode(
            String code,
            String name,
            @Nullable String whole,
            @Nullable String synonyms,
            @Nullable String successor,
            @Nullable LocalDate starts,
            @Nullable LocalDate last,
            Certainty certainty,
            @Nullable String remark) {}

    /**
     * A year of the calendar.
     *
     * @param opened whether all its days are known, so that terms reach into it
     */
    public record CalendarYear(
            int year, Certainty certainty, @Nullable String remark, boolean opened) {}

    /**
     * A day off, or a Saturday that is worked.
     *
     * @param weekday 1 for Monday
     */
    public record Holiday(
            LocalDate day, int weekday, String kind, String occasion, String source, Certainty certainty) {}
}
