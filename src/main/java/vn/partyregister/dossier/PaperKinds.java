package vn.partyregister.dossier;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.partyregister.platform.RecordRows;

/** The catalogue of the papers of a file. */
@Component
public class PaperKinds {
    private final JdbcClient jdbc;

    PaperKinds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those taken into a file on a day, in the order of the catalogue. */
    public List<PaperKind> on(LocalDate day, Locale language) {
        return jdbc.sql("""
                        select k.code, case :language when 'en' then k.name_en else k.name_vi end as name, f.form
                        from dossier.paper_kind k
                        left join dossier.paper_form f on f.kind = k.code and f.valid @> cast(:day as date)
                        where k.valid @> cast(:day as date)
                        order by k.position
                        """)
                .param("language", language.getLanguage())
                .param("day", day)
                .query(new RecordRows<>(PaperKind.class))
                .list();
    }
}
