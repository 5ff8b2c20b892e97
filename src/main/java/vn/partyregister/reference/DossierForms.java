package vn.partyregister.reference;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.platform.RuleSource;

/** The catalogue of the forms of an admission (mẫu 1-KNĐ đến 16-KNĐ): which hold on a day, what they say, where it stands. */
@Service
public class DossierForms {
    private static final String FORMS = """
            select f.key, f.code, d.slug, case when :english then f.name_en else f.name_vi end as name, d.writer, d.stage, d.only_when,
                d.shown_by, d.paper_kind as paper, d.scan_kind as scan, lower(f.valid * d.valid) as starts,
                upper(f.valid * d.valid) - 1 as last, w.kind || ' ' || w.number as directive, w.id as directive_id, f.certainty,
                exists (select from reference.form_line l where l.form = f.key and l.valid && f.valid) as printed
            from reference.dossier_form d
            join reference.form f on f.key = d.form and f.valid && d.valid
            join reference.directive w on w.id = f.directive_id
            """;

    private final JdbcClient jdbc;
    private final MessageSource messages;

    DossierForms(JdbcClient jdbc, MessageSource messages) {
        this.jdbc = jdbc;
        this.messages = messages;
    }

    /** Those of a day, in the order of the dossier; none where no guidance of the day was seen. */
    public List<DossierForm> on(LocalDate day) {
        return jdbc.sql(FORMS
                        + " where f.valid @> cast(:day as date) and d.valid @> cast(:day as date) order by d.position")
                .param("english", english())
                .param("day", day)
                .query(new RecordRows<>(DossierForm.class))
                .list();
    }

    /** All there were and are, in the order of the dossier, the latest first. */
    public List<DossierForm> all() {
        return jdbc.sql(FORMS + " order by d.position, lower(f.valid) desc")
                .param("english", english())
                .query(new RecordRows<>(DossierForm.class))
                .list();
    }

    /** What a form says on a day, line by line. */
    public List<DossierForm.Line> lines(DossierForm form, LocalDate day) {
        return jdbc.sql("""
                        select kind, number, only_when, case when :english then text_en else text_vi end as text, room
                        from reference.form_line where form = :form and valid @> cast(:day as date) order by position
                        """)
                .param("english", english())
                .param("form", form.key())
                .param("day", day)
                .query(new RecordRows<>(DossierForm.Line.class))
                .list();
    }

    /** A directive as a paper cites it: {@code Quy định số 24-QĐ/TW, ngày 30/07/2021, của Ban Chấp hành Trung ương}. */
    public Optional<String> cited(RuleSource source) {
        return cited("number = :number and issuer = :issuer and issued_on is not distinct from cast(:day as date)")
                .param("number", source.directive())
                .param("issuer", source.issuer())
                .param("day", source.issuedOn(), java.sql.Types.DATE)
                .query(String.class)
                .optional();
    }

    /** The guidance that a form comes from, as a paper cites it. */
    public String cited(DossierForm form) {
        return cited("id = :id")
                .param("id", form.directiveId())
                .query(String.class)
                .single();
    }

    /** The Charter has no number: it is cited by what it is called. */
    private JdbcClient.StatementSpec cited(String which) {
        return jdbc.sql("""
                        select case when number !~ '[0-9]' then case when :english then subject_en else subject_vi end
                            else concat_ws(', ', concat_ws(' ', kind, nullif(:numbered, ''), number),
                                :of || ' ' || to_char(issued_on, 'DD/MM/YYYY'), :by || ' ' || issuer) end
                        from reference.directive where %s
                        """.formatted(which))
                .param("english", english())
                .param("numbered", text("reference.cited.number"))
                .param("of", text("reference.cited.of"))
                .param("by", text("reference.cited.by"));
    }

    private String text(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }

    private static boolean english() {
        return "en".equals(LocaleContextHolder.getLocale().getLanguage());
    }
}
