package vn.partyregister.statistics;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.platform.Refusal.NotFound;

/** The forms and their rows as they are on a day, in the reader's language. */
@Component
class FormRows {
    private final JdbcClient jdbc;

    FormRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The rows in their order. */
    List<FormRow> of(String form, LocalDate day) {
        return jdbc.sql("""
                        with recursive placed as (
                            select r.*, 0 as depth from statistics.form_row r
                            where r.form = :form and r.valid @> cast(:day as date) and r.whole is null
                            union all
                            select r.*, p.depth + 1 from placed p
                            join statistics.form_row r on r.form = p.form and r.whole = p.code
                                and r.valid @> cast(:day as date))
                        select code, side, whole, sums, official, symbol, directive, certainty, depth,
                            case :language when 'en' then label_en else label_vi end as label
                        from placed order by position
                        """)
                .param("form", form)
                .param("day", day)
                .param("language", language())
                .query(new RecordRows<>(FormRow.class))
                .list();
    }

    /** What the form is called. */
    Title title(String form, LocalDate day) {
        return jdbc.sql("""
                        select code, case :language when 'en' then name_en else name_vi end as name, directive
                        from statistics.form where form = :form and valid @> cast(:day as date)
                        """)
                .param("form", form)
                .param("day", day)
                .param("language", language())
                .query(new RecordRows<>(Title.class))
                .optional()
                .orElseThrow(() -> new NotFound("refusal.unknown-address"));
    }

    private static @Nullable String language() {
        return LocaleContextHolder.getLocale().getLanguage();
    }

    /** A form's code and name, and the directive that has it so. */
    record Title(String code, String name, String directive) {}
}
