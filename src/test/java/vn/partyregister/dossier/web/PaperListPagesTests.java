package vn.partyregister.dossier.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.partyregister.RegisterTest;
import vn.partyregister.Statements;
import vn.partyregister.member.MemberId;
import vn.partyregister.platform.Uuids;

/** How complete the files are, and the people behind each figure. */
@RegisterTest
class PaperListPagesTests extends DossierPages {
    private MemberId whole;

    /** Two in one cell, one of them with all six papers; one on probation in the other; one out of the scope. */
    @BeforeEach
    void four() {
        whole = people.add(tree.eastCell(), person -> person.named("Lê Thị Đủ"));
        people.add(tree.eastCell(), person -> person.named("Trần Văn Thiếu"));
        people.add(tree.otherEastCell(), person -> person.named("Phạm Thị Dự").joined(LocalDate.of(2021, 9, 2), null));
        people.add(tree.westCell(), person -> person.named("Tây Văn Ngoài"));
        for (var kind : new String[] {
            "APPLICATION",
            "ADMISSION_BIOGRAPHY",
            "ADMISSION_DECISION",
            "RECOGNITION_DECISION",
            "MEMBER_BIOGRAPHY",
            "MEMBER_SHEET"
        }) {
            scan(whole, kind);
        }
    }

    @Test
    void theFiguresOfAnOrganisationAreThoseOfAllBelowIt() {
        assertThat(figures("csv", "organisation=" + tree.east())).contains(orgs.name(tree.eastBase()) + ",3,1,2,16");
    }

    @Test
    void theChildrenSumToTheirParent() {
        assertThat(figures("csv", "organisation=" + tree.eastBase() + "&sort=name,asc"))
                .contains(orgs.name(tree.eastCell()) + ",2,1,1,6", orgs.name(tree.otherEastCell()) + ",1,0,1,10");
    }

    @Test
    void ofOneKindOnlyThoseCountWhoMustHaveIt() {
        assertThat(figures("csv", "organisation=" + tree.east() + "&kind=RECOGNITION_DECISION"))
                .contains(orgs.name(tree.eastBase()) + ",2,1,1,1");
    }

    @Test
    void eachFigureOpensThePeopleBehindIt() {
        assertThat(people("state=INCOMPLETE")).contains("Thiếu", "Dự").doesNotContain("Lê Thị Đủ", "Tây Văn Ngoài");
        assertThat(people("state=COMPLETE")).contains("Lê Thị Đủ").doesNotContain("Trần Văn", "Tây Văn Ngoài");
        assertThat(people("kind=RECOGNITION_DECISION&state=INCOMPLETE"))
                .contains("Trần Văn Thiếu")
                .doesNotContain("Phạm Thị Dự", "Lê Thị Đủ");
        assertThat(people("q=thieu")).contains("Trần Văn Thiếu").doesNotContain("Phạm Thị Dự");
    }

    @Test
    void aPaperThatIsTakenBackIsMissingAgain() {
        jdbc.sql("""
                        insert into dossier.taking_back (scan_id, reason, recorded_by)
                        select id, 'Mờ', 'test' from dossier.scan where member_id = ? and kind = 'MEMBER_SHEET'
                        """).param(whole.id()).update();
        assertThat(people("state=INCOMPLETE")).contains("Lê Thị Đủ", "Phiếu đảng viên");
    }

    @Test
    void thePagesShowWhatTheFilesHold() {
        var page = get("/papers?organisation=" + tree.eastBase());
        assertThat(page)
                .hasStatusOk()
                .bodyText()
                .contains(
                        orgs.name(tree.eastCell()),
                        "/papers/people?organisation=" + tree.eastCell() + "&amp;state=INCOMPLETE",
                        "/papers/people?organisation=" + tree.eastBase()
                                + "&amp;kind=MEMBER_SHEET&amp;state=INCOMPLETE",
                        "/papers.xlsx?organisation=" + tree.eastBase());
        assertThat(get("/papers/people?organisation=" + tree.eastBase() + "&sort=missing,desc"))
                .hasStatusOk()
                .bodyText()
                .containsSubsequence("Phạm Thị Dự", "Trần Văn Thiếu", "Lê Thị Đủ")
                .contains("/papers/people.csv?organisation=");
        assertThat(get("/papers.xlsx?organisation=" + tree.east())).hasStatusOk();
        assertThat(get("/papers/people.xlsx?organisation=" + tree.east())).hasStatusOk();
    }

    @Test
    void whatCannotBeReadIsToldAndNotExported() {
        assertThat(get("/papers?kind=KHONG_CO")).hasStatusOk().bodyText().contains("KHONG_CO");
        assertThat(get("/papers.csv?kind=KHONG_CO")).hasStatus(422);
        assertThat(get("/papers/people?organisation=" + tree.west())).hasStatus(404);
        assertThat(get("/papers?organisation=" + tree.root())).hasStatus(404);
    }

    @Test
    void aListTakesAsManyQuestionsForManyAsForOne() throws Exception {
        assertThat(get("/papers/people")).hasStatusOk();
        var few = Statements.of(() -> get("/papers/people"));
        for (var number = 0; number < 20; number++) {
            people.add(tree.eastCell(), person -> person);
        }
        assertThat(Statements.of(() -> get("/papers/people"))).hasSameSizeAs(few);
        assertThat(get("/papers?organisation=" + tree.eastBase())).hasStatusOk();
        assertThat(countedAnew("Chi bộ ấp Đông thêm")).hasSameSizeAs(countedAnew("Chi bộ ấp Đông thêm nữa"));
    }

    /** What is asked for the base organisation after a cell has come to it: figures that were kept hold no more. */
    private List<String> countedAnew(String cell) throws Exception {
        orgs.add(cell, "CB_TT", null, tree.eastBase());
        return Statements.of(() -> get("/papers?organisation=" + tree.eastBase()));
    }

    private String figures(String format, String query) {
        return text(get("/papers." + format + "?" + query));
    }

    private String people(String query) {
        return text(get("/papers/people.csv?organisation=" + tree.east() + "&" + query));
    }

    private MvcTestResult get(String address) {
        return mvc.get().uri(address).with(clerk()).exchange();
    }

    private static String text(MvcTestResult answer) {
        try {
            assertThat(answer).hasStatusOk();
            return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void scan(MemberId member, String kind) {
        jdbc.sql("""
                        insert into dossier.scan
                            (id, member_id, kind, format, pages, bytes, content_sealed, recorded_by)
                        values (:id, :member, :kind, 'PDF', 1, 4, '', 'test')
                        """)
                .param("id", Uuids.next())
                .param("member", member.id())
                .param("kind", kind)
                .update();
    }
}
