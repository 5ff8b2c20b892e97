package vn.partyregister;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import vn.partyregister.access.Role;
import vn.partyregister.exchange.Imports;
import vn.partyregister.exchange.ProgressListener;

/** The whole sample, written into files and read back: nothing of a province is lost or changed on the way. */
@SampleTest
class SampleRoundTripTests {
    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private SignIn signIn;

    @Autowired
    private Orgs orgs;

    @Autowired
    private Imports imports;

    @Autowired
    private JdbcClient jdbc;

    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx"})
    void everyOrganisationComesBackUnchanged(String format) {
        comesBackUnchanged("organisations", format, 2_525);
    }

    @ParameterizedTest
    @Tag("soak")
    @ValueSource(strings = {"csv", "xlsx"})
    void everyMemberComesBackUnchanged(String format) {
        comesBackUnchanged("members", format, 46_214);
    }

    private void comesBackUnchanged(String kind, String format, int rows) {
        var answer = mvc.get()
                .uri("/" + kind + "." + format + "?deep=true&organisation="
                        + orgs.root().id())
                .with(signIn.as(Role.BOARD, orgs.root()))
                .exchange();
        assertThat(answer).hasStatusOk();
        var file = answer.getResponse().getContentAsByteArray();
        var read = imports.importNow(kind, kind + "." + format, file, ProgressListener.SILENT);
        assertThat(problems(read.id().id())).isEmpty();
        assertThat(read.figures().rows()).isEqualTo(rows);
        assertThat(read.figures().unchanged()).isEqualTo(rows);
        jdbc.sql("delete from exchange.upload where id = :id")
                .param("id", read.id().id())
                .update();
    }

    private List<String> problems(UUID upload) {
        return jdbc.sql("""
                        select row_number || ' ' || coalesce(column_key, '') || ' ' || coalesce(value, '') || ' ' || reason
                        from exchange.problem where upload_id = :upload
                        union all
                        select row_number || ' ' || column_key || ': ' || coalesce(here, '') || ' / ' || coalesce(there, '')
                        from exchange.difference where upload_id = :upload
                        limit 10
                        """)
                .param("upload", upload)
                .query((row, _) -> String.valueOf(row.getString(1)))
                .list();
    }
}
