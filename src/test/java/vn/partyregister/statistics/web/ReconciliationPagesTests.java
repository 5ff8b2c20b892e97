package vn.partyregister.statistics.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import vn.partyregister.PrintedPages;
import vn.partyregister.RegisterTest;
import vn.partyregister.access.Role;
import vn.partyregister.statistics.RestatedList;

@RegisterTest
class ReconciliationPagesTests extends StatisticsPages {
    private static final LocalDate LAST_DAY = LocalDate.of(2022, 3, 31);

    @BeforeEach
    void aBaseWithTwo() {
        people.add(tree.eastCell(), person -> person.named("Kim Văn Ở").born(LocalDate.of(1970, 2, 1)));
        people.add(tree.otherEastCell(), person -> person.named("Kim Văn Lại"));
    }

    @Test
    void whoeverCountsTheSameSignsOnBothSidesAndItIsSettled() {
        assertThat(page(base))
                .contains("Hai bên khớp nhau", "Chưa bên nào ký", "tính đến ngày 31/03/2022", "12-HD/BTCTW");
        assertThat(list()).contains("1/1 tổ chức trực thuộc chưa đối chiếu xong");
        assertThat(sign(base, "OWN", "")).hasStatus3xxRedirection();
        assertThat(list()).contains("Cấp dưới đã ký, chờ cấp trên");
        assertThat(sign(district, "ABOVE", "")).hasStatus3xxRedirection();
        assertThat(page(base)).contains("Hai bên đã ký", "clerk-");
        assertThat(list()).contains("Tất cả tổ chức trực thuộc đã đối chiếu xong");
        assertThat(Desk.text(mvc.get()
                        .uri("/reconciliations/list.csv?on=2022-03-31&organisation=" + tree.east())
                        .with(district)
                        .exchange()))
                .contains("Hai bên đã ký");
        var again = sign(district, "ABOVE", "");
        assertThat(again).hasStatus(409);
        assertThat(Desk.text(again)).contains("đã ký số này rồi");
    }

    @Test
    void whoWasRecordedAfterTheOneHadClosedExplainsTheDifference() {
        desk.closeQuarter(tree.eastBase(), base);
        var late = people.add(
                tree.eastCell(), person -> person.named("Kim Văn Muộn").joined(LAST_DAY, null));
        people.died(people.add(tree.eastCell(), person -> person.named("Kim Văn Trước")), tree.eastCell(), LAST_DAY);
        assertThat(late).isNotNull();
        assertThat(page(district))
                .contains("Những người giải thích chênh lệch", "Đã khóa sổ lúc")
                .doesNotContain("Hai bên khớp nhau");
        for (var column : RestatedList.ORDERS) {
            assertThat(desk.get(
                            "/reconciliations/" + tree.eastBase() + "/people?side=ABOVE&on=2022-03-31&sort=" + column
                                    + ",desc",
                            district))
                    .contains("side=ABOVE", "sort=" + column)
                    .doesNotContain("alert-warning");
        }
        var only = desk.get("/reconciliations/" + tree.eastBase() + "/people?side=ABOVE&on=2022-03-31", district);
        assertThat(only).contains("Kim Văn Muộn", "Kết nạp", "31/03/2022").doesNotContain("Kim Văn Ở", "Kim Văn Trước");
        var sought = "/reconciliations/" + tree.eastBase() + "/people%s?side=ABOVE&on=2022-03-31&q=%s";
        assertThat(desk.get(sought.formatted("", "kim van"), district)).contains("Kim Văn Muộn", "&q=kim%20van");
        assertThat(desk.get(sought.formatted("", "ai khác"), district)).contains("value=\"ai khác\"");
        assertThat(desk.get(sought.formatted(".csv", "ai khác"), district).lines())
                .hasSize(1);
        assertThat(desk.get("/reconciliations/" + tree.eastBase() + "/people.csv?side=ABOVE&on=2022-03-31", district))
                .contains("Kim Văn Muộn");
        assertThat(desk.get("/reconciliations/" + tree.eastBase() + "/people?side=OWN&on=2022-03-31", district))
                .contains("Không có ai");
    }

    @Test
    void aSignatureOverFiguresThatMovedIsSignedAnew() {
        assertThat(sign(base, "OWN", "")).hasStatus3xxRedirection();
        people.add(tree.eastCell(), person -> person.named("Kim Văn Nữa").joined(LAST_DAY, null));
        assertThat(page(base)).contains("Số liệu đã thay đổi từ khi ký");
        assertThat(sign(district, "ABOVE", "")).hasStatus3xxRedirection();
        assertThat(page(base)).contains("Cấp trên đã ký, chờ cấp dưới");
        assertThat(sign(base, "OWN", "")).hasStatus3xxRedirection();
        assertThat(page(base)).contains("Hai bên đã ký");
    }

    @Test
    void aDifferenceOnPaperIsNotSignedWithoutAWord() {
        assertThat(desk.posted(
                        "/reconciliations/" + tree.eastBase() + "/paper-count",
                        base,
                        "on",
                        "31/03/2022",
                        "figure",
                        "3",
                        "source",
                        "Sổ danh sách, trang 4"))
                .hasStatus3xxRedirection();
        assertThat(page(district)).contains("Sổ giấy của " + orgs.name(tree.eastBase()), "Sổ danh sách, trang 4");
        var refused = sign(base, "OWN", "");
        assertThat(refused).hasStatus(409);
        assertThat(Desk.text(refused)).contains("Hãy ghi giải trình");
        assertThat(sign(base, "OWN", "Ông An đã chuyển đi, sổ giấy chưa xóa")).hasStatus3xxRedirection();
        assertThat(page(district)).contains("Ông An đã chuyển đi");
        assertThat(desk.posted(
                        "/reconciliations/" + tree.eastBase() + "/paper-count",
                        base,
                        "on",
                        "31/03/2022",
                        "figure",
                        "-1",
                        "source",
                        "Sổ"))
                .hasStatusOk();
        assertThat(desk.posted(
                        "/reconciliations/" + tree.eastBase() + "/paper-count",
                        base,
                        "on",
                        "31/03/2022",
                        "figure",
                        "",
                        "source",
                        "Ghi nhầm"))
                .hasStatus3xxRedirection();
        assertThat(page(district)).doesNotContain("Sổ giấy của " + orgs.name(tree.eastBase()));
    }

    @Test
    void nobodySignsForBothSidesNorForTheCommitteeAbove() {
        assertThat(sign(district, "OWN", "")).hasStatus3xxRedirection();
        var both = sign(district, "ABOVE", "");
        assertThat(both).hasStatus(409);
        assertThat(Desk.text(both)).contains("Một người không ký cho cả hai bên");
        var above = sign(base, "ABOVE", "");
        assertThat(above).hasStatus(409);
        assertThat(Desk.text(above)).contains("Chữ ký này là của cấp trên: " + orgs.name(tree.east()));
        assertThat(sign(signIn.as(Role.INSPECTOR, tree.east()), "ABOVE", "")).hasStatus(403);
        assertThat(sign(signIn.as(Role.CLERK, tree.west()), "OWN", "")).hasStatus(404);
    }

    @Test
    void theRootHasNobodyToReconcileWith() {
        assertThat(mvc.get()
                        .uri("/reconciliations/" + tree.root())
                        .with(signIn.as(Role.BOARD, tree.root()))
                        .exchange())
                .hasStatus(409);
    }

    @Test
    void anUnreadableDayIsNamedAndTheLastOneShown() {
        assertThat(desk.get("/reconciliations/" + tree.eastBase() + "?on=31/02/2022", base))
                .contains("“31/02/2022”", "31/03/2022");
        assertThat(desk.get("/reconciliations/" + tree.eastBase() + "?on=2021-11-05", base))
                .contains("31/12/2021");
        assertThat(desk.get("/reconciliations?organisation=" + tree.eastBase() + "&on=30/06/2022", base))
                .contains("31/03/2022");
    }

    @Test
    void theRecordPrintsAsItAlwaysDid() throws IOException {
        var commune =
                orgs.add("Đảng bộ xã Mẫu", "DB_CS", "XA", orgs.add("Đảng bộ huyện Mẫu", "DB_HUYEN", null, tree.root()));
        var cell = orgs.add("Chi bộ ấp Mẫu", "CB_TT", null, commune);
        var clerk = signIn.as(Role.CLERK, commune);
        people.add(cell, person -> person.named("Kim Văn Ở"));
        desk.closeQuarter(commune, clerk);
        people.add(
                cell,
                person -> person.named("Kim Văn Muộn")
                        .born(LocalDate.of(1990, 2, 1))
                        .joined(LAST_DAY, null));
        var here = "/reconciliations/" + commune;
        assertThat(desk.posted(here + "/signature", clerk, "on", "31/03/2022", "remark", "Chờ quyết định"))
                .hasStatus3xxRedirection();
        var answer =
                mvc.get().uri(here + "/record.pdf?on=2022-03-31").with(clerk).exchange();
        assertThat(answer).hasStatusOk().hasContentType("application/pdf");
        var printed = PrintedPages.of(answer.getMvcResult().getResponse().getContentAsByteArray());
        assertThat(printed.words()).contains("BIÊN BẢN ĐỐI CHIẾU", "Kim Văn Muộn", "Chờ quyết định");
        printed.areThoseOf(
                "reconciliation",
                "(\\d+ \\d+ )?clerk-[0-9a-f]+|\\d\\d:\\d\\d \\d\\d/\\d\\d/\\d{4}|\\d\\d/\\d\\d/\\d{4} \\d\\d:\\d\\d");
    }

    private MvcTestResult sign(RequestPostProcessor who, String side, String remark) {
        return desk.posted(
                "/reconciliations/" + tree.eastBase() + "/signature",
                who,
                "on",
                "31/03/2022",
                "side",
                side,
                "remark",
                remark);
    }

    private String page(RequestPostProcessor who) {
        return desk.get("/reconciliations/" + tree.eastBase() + "?on=2022-03-31", who);
    }

    private String list() {
        return desk.get("/reconciliations?on=2022-03-31&organisation=" + tree.east(), district);
    }
}
