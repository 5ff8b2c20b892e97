package vn.partyregister.membership.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import vn.partyregister.Orgs;
import vn.partyregister.People;
import vn.partyregister.RegisterTest;
import vn.partyregister.SignIn;
import vn.partyregister.access.Role;
import vn.partyregister.exchange.LatePeriod;
import vn.partyregister.exchange.TypedRow;
import vn.partyregister.member.MemberId;
import vn.partyregister.membership.Opening;
import vn.partyregister.membership.Openings;
import vn.partyregister.membership.Openings.Outcome;
import vn.partyregister.platform.Scope;

/** A file that tells of a period which is closed says so in its preview, and is written once that is known. */
@RegisterTest
class LateImportTests {
    private static final List<String> COLUMNS = List.of(
            "full_name",
            "sex",
            "born",
            "ethnicity",
            "religion",
            "organisation",
            "joined_on",
            "official_on",
            "card_number",
            "activity_status",
            "ended_on");

    @Autowired
    private Orgs orgs;

    @Autowired
    private People people;

    @Autowired
    private SignIn signIn;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Openings openings;

    private Orgs.Tree tree;
    private RequestPostProcessor clerk;

    /** January 2021 is closed. */
    @BeforeEach
    void aClosedMonth() {
        tree = orgs.tree();
        clerk = signIn.as(Role.CLERK, tree.east());
        close(tree.east(), "MONTH", "31/01/2021");
    }

    private void close(Object committee, String kind, String to) {
        assertThat(mvc.post()
                        .uri("/periods")
                        .param("organisation", committee.toString())
                        .param("kind", kind)
                        .param("to", to)
                        .with(clerk)
                        .with(csrf()))
                .hasStatus3xxRedirection();
    }

    private MemberId member(String name, String card) {
        return people.add(
                tree.eastCell(),
                person -> person.named(name).numbered(card, "1" + card.substring(1), card + " TV", "0" + card));
    }

    private String died(String name, String card, String day) {
        return String.join(
                ";",
                name,
                "Nam",
                "01/02/1970",
                "Kinh",
                "Không",
                orgs.name(tree.eastCell()),
                "03/02/1995",
                "03/02/1996",
                card,
                day.isEmpty() ? "" : "Đã từ trần",
                day);
    }

    private String read(String... rows) {
        var file = String.join(";", COLUMNS) + "\n" + String.join("\n", rows) + "\n";
        var address = Objects.requireNonNull(mvc.post()
                .uri("/imports")
                .multipart()
                .file(new MockMultipartFile("file", "dv.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8)))
                .param("kind", "members")
                .param("purpose", "LOAD")
                .with(clerk)
                .with(csrf())
                .exchange()
                .getResponse()
                .getRedirectedUrl());
        var reading = mvc.post().uri(address + "/reading").with(clerk).with(csrf());
        for (var at = 0; at < COLUMNS.size(); at++) {
            reading.param("column." + at, COLUMNS.get(at));
        }
        assertThat(reading).hasRedirectedUrl(address);
        waitFor(address);
        return address;
    }

    private void waitFor(String address) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> !page(address).contains("id=\"progress\""));
    }

    private void write(String address, String known) {
        assertThat(mvc.post()
                        .uri(address + "/writing")
                        .param("knownLate", known)
                        .with(clerk)
                        .with(csrf()))
                .hasRedirectedUrl(address);
        waitFor(address);
    }

    private String page(String address) {
        var answer = mvc.get().uri(URI.create(address)).with(clerk).exchange();
        assertThat(answer).hasStatusOk();
        try {
            return answer.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private List<String> late(MemberId member) {
        return jdbc.sql("""
                        select m.kind || ' ' || e.from_on || ' ' || e.to_on from membership.late_entry e
                        join membership.movement m on m.id = e.movement_id
                        where m.member_id = :member order by 1
                        """)
                .param("member", member.id())
                .query((row, _) -> row.getString(1))
                .list();
    }

    private String late(String from, String to) {
        return "filter=LATE&late=%s/%s/%s".formatted(tree.east(), from, to);
    }

    @Test
    void thePreviewCountsFactsAndRowsPerCommitteeAndPeriodAndTheWritingAsksOnce() {
        close(tree.east(), "QUARTER", "31/03/2021");
        var lastDay = member("Trần Văn Một", "91000001");
        var dayAfter = member("Trần Văn Sau", "91000002");
        var address = read(
                died("Trần Văn Một", "91000001", "31/01/2021"),
                died("Trần Văn Sau", "91000002", "01/02/2021"),
                died("Lê Thị Hai", "91000003", "15/01/2021"),
                died("Lê Thị Ba", "91000004", ""));
        var preview = page(address);
        // the one who was known: a fact; the one who was not: that she was there, and her death
        assertThat(preview.replaceAll("\\s*<[^>]*>\\s*", " ").replaceAll("\\s+", " "))
                .contains(orgs.name(tree.east()) + " 01/01/2021–31/01/2021 3 2 ")
                .contains(orgs.name(tree.east()) + " 01/01/2021–31/03/2021 4 3 ");
        assertThat(page(address + "/rows?" + late("2021-01-01", "2021-01-31")))
                .contains("Trần Văn Một", "Lê Thị Hai", "Đến sau khi đã khóa sổ")
                .doesNotContain("Trần Văn Sau", "Lê Thị Ba");
        assertThat(page(address + "/rows?" + late("2021-01-01", "2021-03-31")))
                .contains("Trần Văn Một", "Trần Văn Sau", "Lê Thị Hai")
                .doesNotContain("Lê Thị Ba");
        assertThat(page(address + "/rows?filter=LATE&late=x'--")).contains("Trần Văn Một", "Trần Văn Sau");

        write(address, "");
        assertThat(page(address)).contains("knownLate", "Xem trước");
        assertThat(late(lastDay)).isEmpty();

        write(address, "true");
        assertThat(page(address)).contains("Đã ghi xong: 2 dòng mới, 2 dòng sửa");
        assertThat(late(lastDay)).containsExactly("DIED 2021-01-01 2021-01-31", "DIED 2021-01-01 2021-03-31");
        assertThat(late(dayAfter)).containsExactly("DIED 2021-01-01 2021-03-31");
    }

    @Test
    void whatComesInTimeIsWrittenWithoutAWord() {
        member("Trần Văn Một", "91000011");
        var address = read(died("Trần Văn Một", "91000011", "01/02/2021"));
        assertThat(page(address)).doesNotContain("knownLate");
        write(address, "");
        assertThat(page(address)).contains("Đã ghi xong");
    }

    /** A committee may close its books between the preview and the writing. */
    @Test
    void aPeriodThatWasClosedSinceThePreviewIsShownBeforeAnythingIsWritten() {
        var member = member("Trần Văn Một", "91000021");
        var address = read(died("Trần Văn Một", "91000021", "31/01/2021"));
        close(tree.east(), "QUARTER", "31/03/2021");
        write(address, "true");
        assertThat(page(address)).contains("Sổ đã thay đổi sau khi xem trước", "01/01/2021–31/03/2021", "knownLate");
        assertThat(late(member)).isEmpty();
        write(address, "true");
        assertThat(late(member)).hasSize(2);
    }

    /** Somebody of long ago who is typed in is a row of a file. */
    @Test
    void whoIsEnteredOneByOneIsToldTheSame() {
        var cells = Map.ofEntries(
                Map.entry("full_name", "Võ Thị Xưa"),
                Map.entry("sex", "FEMALE"),
                Map.entry("born", "1950-05-06"),
                Map.entry("ethnicity", "KINH"),
                Map.entry("religion", "NONE"),
                Map.entry("organisation", orgs.name(tree.eastCell())),
                Map.entry("joined_on", "1980-03-04"),
                Map.entry("official_on", "1981-03-04"),
                Map.entry("activity_status", "DIED"),
                Map.entry("ended_on", "2021-01-31"));
        var opening = new Opening(cells, null, "Sổ danh sách năm 2010");
        assertThat(openings.enter(opening, false, Scope.EVERYTHING))
                .isInstanceOfSatisfying(
                        Outcome.Doubtful.class,
                        doubtful -> assertThat(doubtful.reasons())
                                .extracting(TypedRow.Reason::reason)
                                .contains(LatePeriod.REASON));
        assertThat(openings.enter(opening, true, Scope.EVERYTHING))
                .isInstanceOfSatisfying(
                        Outcome.Entered.class,
                        entered -> assertThat(late(entered.member())).hasSize(2));
    }

    @Test
    void whatWasWrittenLateIsARestatementOfTheClosedPeriod() {
        member("Trần Văn Một", "91000031");
        var address = read(died("Trần Văn Một", "91000031", "31/01/2021"));
        write(address, "true");
        var closing = jdbc.sql("select id from statistics.closing where organisation_id = :id and reopened_at is null")
                .param("id", tree.east().id())
                .query((row, _) -> row.getString("id"))
                .single();
        assertThat(page("/periods/" + closing)).contains("Từ trần");
        assertThat(jdbc.sql("select count(*) from membership.late_entry where organisation_id = :id")
                        .param("id", tree.east().id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }
}
