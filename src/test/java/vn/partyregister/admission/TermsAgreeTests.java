package vn.partyregister.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Types;
import java.time.LocalDate;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.partyregister.SampleTest;

/** The inbox counts the terms of all cases at once, the file of a case counts its own: both come to the same days. */
@SampleTest
@NullUnmarked
class TermsAgreeTests {
    private static final LocalDate TODAY = LocalDate.of(2022, 4, 30);

    @Autowired
    private AdmissionObligations obligations;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void theInboxAndTheFilesNameTheSameDays() {
        var owed = "with owed as (" + obligations.select() + ") ";
        assertThat(jdbc.sql(owed + "select count(*) from owed")
                        .param("asAt", TODAY, Types.DATE)
                        .query(Integer.class)
                        .single())
                .isGreaterThan(10_000);
        assertThat(jdbc.sql(owed + """
                        select owed.kind || ' ' || owed.since || ' ' || coalesce(owed.due_on::text, 'none')
                        from owed join admission.deadline d on owed.address = '/admissions/' || d.id
                        where owed.due_on is distinct from case owed.kind
                            when 'ADMISSION_CERTIFICATE' then d.certificate_until when 'ADMISSION_DECISION' then d.decide_by
                            when 'ADMISSION_CEREMONY' then d.ceremony_by when 'ADMISSION_PROPOSAL' then d.propose_by
                            when 'ADMISSION_RECOGNITION' then d.recognise_by end
                        """)
                        .param("asAt", TODAY, Types.DATE)
                        .query(String.class)
                        .list())
                .isEmpty();
    }

    @Test
    void theBoardAndTheFilesNameTheSameDays() {
        assertThat(jdbc.sql("select count(*) from admission.due")
                        .query(Integer.class)
                        .single())
                .isGreaterThan(1_000);
        assertThat(jdbc.sql("""
                        select w.rule || ' ' || coalesce(w.due_on::text, 'none') from admission.due w
                        join admission.deadline d on d.id = w.id
                        where w.due_on is distinct from case w.rule
                            when 'awareness-certificate-validity' then d.certificate_until
                            when 'admission-decision' then d.decide_by when 'ceremony' then d.ceremony_by
                            when 'member-biography' then d.biography_by when 'recognition-proposal' then d.propose_by
                            when 'recognition-decision' then d.recognise_by end
                        """).query(String.class).list()).isEmpty();
    }
}
