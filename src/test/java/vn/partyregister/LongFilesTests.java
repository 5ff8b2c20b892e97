package vn.partyregister;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Files that leave while they are read, asked for as a browser asks. The visit of the session is written down when the
 * first bytes leave, in the middle of a transaction that may only read.
 */
@SampleTest
class LongFilesTests {
    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    private HttpVisitor board;

    @BeforeEach
    void signIn() throws Exception {
        board = new HttpVisitor(port).signIn("board", "sample");
    }

    @Test
    void everyMemberOfTheProvinceLeavesInOneFile() throws Exception {
        var file = board.file("/members.csv");
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(new String(file.body(), StandardCharsets.UTF_8).lines()).hasSize(1 + 46_214);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/members.xlsx?sex=FEMALE",
                "/members.pdf?entryYear=2021",
                "/members/labels.pdf?entryYear=2021",
                "/members/addresses.pdf?entryYear=2021",
                "/members/cards.pdf?entryYear=2021",
                "/movements.csv"
            })
    void aLongFileIsNotCutOffByItsOwnVisit(String address) throws Exception {
        var file = board.file(address);
        assertThat(file.statusCode()).as(address).isEqualTo(200);
        assertThat(file.body().length).as(address).isGreaterThan(20_000);
    }

    @Test
    void theVisitIsWrittenDownWhileTheFileLeaves() throws Exception {
        jdbc.sql("update platform.spring_session set last_access_time = last_access_time - :minute")
                .param("minute", Duration.ofMinutes(1).toMillis())
                .update();
        board.file("/members.csv?sex=FEMALE");
        assertThat(jdbc.sql("select max(last_access_time) > :before from platform.spring_session")
                        .param(
                                "before",
                                System.currentTimeMillis()
                                        - Duration.ofSeconds(40).toMillis())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }
}
