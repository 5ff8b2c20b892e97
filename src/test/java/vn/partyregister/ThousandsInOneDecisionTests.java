package vn.partyregister;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.partyregister.access.Role;

/**
 * One decision about 5,000 people of whom it is impossible for three: the three are named with their reasons, the clerk leaves
 * them out, 4,997 are entered, and the form of increase and decrease closes.
 */
@RegisterTest
@NullUnmarked
class ThousandsInOneDecisionTests {
    private static final int POSSIBLE = 4_997;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @LocalServerPort
    private int port;

    @Autowired
    private SignIn signIn;

    @Autowired
    private Orgs orgs;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    private Orgs.Tree tree;
    private HttpVisitor clerk;

    @BeforeEach
    void aDistrictOfFiveThousand() throws Exception {
        tree = orgs.tree();
        jdbc.sql("""
                        with entered as (
                            insert into member.member (id, version, full_name, family_name, middle_name, given_name, sex, born_earliest,
                                born_precision, ethnicity, religion, joined_on, official_on)
                            select uuidv7(), 0, 'Sơn Văn ' || number, 'Sơn', 'Văn', number::text, 'MALE', date '1970-02-01', 'DAY', 'KINH',
                                'NONE', date '1995-02-03', date '1996-02-03'
                            from generate_series(1, :all) number returning id)
                        insert into membership.movement (id, member_id, kind, effective_on, to_organisation_id, status, recorded_by)
                        select uuidv7(), id, 'OPENING', date '2018-12-31', :cell, 'OFFICIAL', 'test' from entered
                        """).param("all", POSSIBLE).param("cell", tree.eastCell().id()).update();
        people.add(tree.eastCell(), person -> person.named("Kim Còn Dự Bị").joined(LocalDate.of(2022, 2, 3), null));
        people.add(tree.eastCell(), person -> person.named("Kim Vào Sau").joined(LocalDate.of(2022, 4, 20), null));
        var moved = people.add(tree.eastCell(), person -> person.named("Kim Chuyển Sau"));
        people.moved(moved, tree.eastCell(), tree.otherEastCell(), LocalDate.of(2022, 4, 25));
        clerk = new HttpVisitor(port)
                .signIn(signIn.account(Role.CLERK, tree.east()).username(), SignIn.PASSWORD);
    }

    @Test
    void theThreeAreNamedAndLeftOutAndTheOthersAreEnteredWhole() throws Exception {
        var chosen = clerk.send("/members", "/members/bulk", List.of("act", "movement", "all", "true"))
                .address();
        var work = chosen.substring(0, chosen.lastIndexOf('/'));
        var judged = clerk.send(
                        work + "/movement?kind=EXPELLED",
                        work + "/movement",
                        List.of(
                                "kind", "EXPELLED",
                                "day", "15/04/2022",
                                "ground", "DISCIPLINE",
                                "number", "77-QĐ/HU",
                                "decidedOn", "10/04/2022",
                                "issuer", orgs.name(tree.east())))
                .page();
        assertThat(judged).contains("Sẽ ghi cho 4.997 người; 3 người bị bỏ lại.");
        assertThat(clerk.get(work + "?verdict=LEFT_OUT"))
                .contains(
                        "Kim Còn Dự Bị", "không khai trừ", "Kim Vào Sau", "20/04/2022", "Kim Chuyển Sau", "25/04/2022")
                .doesNotContain("Sơn Văn");
        assertThat(entered()).isZero();
        clerk.send(work, work + "/writing", List.of());
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> entered() > 0 && clerk.get(work).contains("Đã ghi cho 4.997 người"));
        assertThat(entered()).isEqualTo(POSSIBLE);
        assertThat(jdbc.sql(
                                "select count(*) from organisation.decision where number = '77-QĐ/HU' and issuer_id = :issuer")
                        .param("issuer", tree.east().id())
                        .query(Integer.class)
                        .single())
                .isOne();
        form1Closes();
    }

    private int entered() {
        return jdbc.sql("""
                        select count(*) from membership.movement where kind = 'EXPELLED' and from_organisation_id = :cell
                        """)
                .param("cell", tree.eastCell().id())
                .query(Integer.class)
                .single();
    }

    private void form1Closes() throws Exception {
        var form = clerk.get("/statistics/1?organisation=" + tree.east() + "&from=2022-01-01&to=2022-04-30");
        assertThat(form).contains("Số liệu khớp: cả").doesNotContain("alert-danger");
        assertThat(figure(form, "A")).isEqualTo("4.998");
        assertThat(figure(form, "B1")).isEqualTo("2");
        assertThat(figure(form, "D")).isEqualTo("3");
    }

    private static String figure(String form, String row) {
        var found = Pattern.compile(
                        "<a href=\"/statistics/1/people[^\"]*row=%s(?:&[^\"]*)?\">([\\d.]+)</a>".formatted(row))
                .matcher(form);
        assertThat(found.find()).as(row).isTrue();
        return found.group(1);
    }
}
