package vn.partyregister.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import vn.partyregister.Orgs;
import vn.partyregister.Orgs.Tree;
import vn.partyregister.People;
import vn.partyregister.RegisterTest;
import vn.partyregister.SignIn;
import vn.partyregister.access.Role;
import vn.partyregister.platform.Scope;

@RegisterTest
class ReorganisationPagesTests {
    private static final LocalDate DAY = LocalDate.of(2022, 4, 15);

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Orgs orgs;

    @Autowired
    SignIn signIn;

    @Autowired
    Reorganisations reorganisations;

    @Autowired
    ReorganisationStore store;

    @Autowired
    ReorganisationRun run;

    @Autowired
    Changes changes;

    @Autowired
    People people;

    private Tree place;
    private RequestPostProcessor clerk;
    private ReorganisationId id;

    @BeforeEach
    void aDraft() {
        place = orgs.tree();
        clerk = signIn.as(Role.CLERK, place.east());
        id = reorganisations.draft(
                place.east(), new Outline("Sắp xếp thử " + place.east(), DAY, null), Scope.EVERYTHING);
    }

    @Test
    void aStepThatCannotBeReadSaysWhichLineIsWrong() {
        var answer = mvc.post()
                .uri("/reorganisations/{id}/steps/MERGE", id)
                .param("organisations", orgs.name(place.eastCell()) + "\nChi bộ không có")
                .param("parent", orgs.name(place.otherEastCell()))
                .with(clerk)
                .with(csrf())
                .exchange();
        assertThat(answer).hasStatusOk().bodyText().contains("Không rõ “Chi bộ không có”");
        assertThat(reorganisations.steps(id)).isEmpty();
    }

    @Test
    void whatIsTypedByNameBecomesASteps() {
        var answer = mvc.post()
                .uri("/reorganisations/{id}/steps/MERGE", id)
                .param("organisations", orgs.name(place.eastCell()))
                .param("parent", orgs.name(place.otherEastCell()))
                .with(clerk)
                .with(csrf())
                .exchange();
        assertThat(answer).hasStatus3xxRedirection();
        assertThat(reorganisations.steps(id))
                .extracting(ReorganisationStore.NumberedStep::step)
                .containsExactly(Step.merge(place.eastCell(), place.otherEastCell()));
    }

    @Test
    void aFormFilledWithNonsenseIsShownAgain() {
        assertThat(mvc.post()
                        .uri("/reorganisations/{id}/steps/FOUND", id)
                        .param("name", "x".repeat(400))
                        .param("type", "KHONG_CO")
                        .param("revision", "abc")
                        .with(clerk)
                        .with(csrf()))
                .hasStatusOk();
        assertThat(mvc.post()
                        .uri("/reorganisations/{id}/steps/CHANGE_TYPE", id)
                        .param("organisations", orgs.name(place.eastCell()))
                        .param("type", "KHONG_CO")
                        .with(clerk)
                        .with(csrf()))
                .hasStatusOk();
        assertThat(mvc.post()
                        .uri("/reorganisations")
                        .param("name", "A")
                        .param("day", "31/02/2022")
                        .with(clerk)
                        .with(csrf()))
                .hasStatusOk();
        assertThat(reorganisations.steps(id)).isEmpty();
    }

    @Test
    void faultyRowsOfASpreadsheetAreNamedAndNoneIsAdded() {
        var answer = upload("""
                Việc,Tổ chức đảng,Tên mới,Loại tổ chức đảng,Loại hình cơ sở,Trực thuộc hoặc nhập vào,Mã mới
                Sáp nhập,%1$s,,,,%2$s,
                Sáp nhập,%1$s,,,,%1$s,
                Biến mất,%1$s,,,,,
                Đổi trực thuộc,Chi bộ không có,,,,%2$s,
                """.formatted(orgs.name(place.eastCell()), orgs.name(place.otherEastCell())));
        assertThat(answer).hasStatus(422).bodyText().contains("có 3 chỗ sai", "Dòng 3", "Dòng 4", "Dòng 5");
        assertThat(reorganisations.steps(id)).isEmpty();
    }

    @Test
    void aSpreadsheetMayNameWhatBeginsInIt() {
        var answer = upload("""
                Việc,Tổ chức đảng,Tên mới,Loại tổ chức đảng,Loại hình cơ sở,Trực thuộc hoặc nhập vào,Mã mới
                Sáp nhập,%s,,,,Chi bộ hợp nhất,
                Thành lập,,Chi bộ hợp nhất,CB_TT,,Đảng bộ xã mới,
                Thành lập,,Đảng bộ xã mới,DB_CS,Xã,%s,
                """.formatted(orgs.name(place.eastCell()), orgs.name(place.east())));
        assertThat(answer).hasStatus3xxRedirection();
        assertThat(reorganisations.steps(id)).hasSize(3);
        assertThat(mvc.get().uri("/reorganisations/{id}/steps.csv", id).with(clerk))
                .hasStatusOk()
                .bodyText()
                .contains("Chi bộ hợp nhất", "Đảng bộ xã mới");
    }

    @Test
    void afileThatIsNoTableIsRefused() {
        assertThat(upload("%PDF-1.7")).hasStatus(422);
        assertThat(upload("")).hasStatus(422);
    }

    /** What became of an organisation and where another came from is on their pages, until it is taken back whole. */
    @Test
    void whatBecameOfAnOrganisationIsReadOnItsPageAndGoneOnceItIsTakenBack() {
        carryOut(Step.merge(place.eastCell(), place.otherEastCell()));
        var ended = "/organisations/%s?asAt=2022-04-14".formatted(place.eastCell());
        var heir = "/organisations/%s".formatted(place.otherEastCell());
        assertThat(page(ended))
                .contains("Tổ chức kế thừa", orgs.name(place.otherEastCell()), "sáp nhập từ ngày 15/04/2022");
        assertThat(page(heir)).contains("Hình thành từ", orgs.name(place.eastCell()), "15/04/2022");
        assertThat(page("/reorganisations/%s/reversal".formatted(id)))
                .contains("Hủy toàn bộ phương án này", "name=\"reason\"")
                .doesNotContain("alert-danger");
        assertThat(reverse("")).hasStatusOk().bodyText().contains("is-invalid");
        assertThat(reorganisations.get(id, Scope.EVERYTHING).state()).isEqualTo(ReorganisationState.APPLIED);
        assertThat(reverse("Nhầm phương án")).hasStatus3xxRedirection();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> reorganisations.get(id, Scope.EVERYTHING).state() == ReorganisationState.REVERSED);
        assertThat(page("/reorganisations/" + id)).contains("Đã hủy toàn bộ", "Nhầm phương án");
        assertThat(page(ended)).doesNotContain("Tổ chức kế thừa");
        assertThat(page(heir)).doesNotContain("Hình thành từ");
        assertThat(mvc.get().uri("/reorganisations/{id}/reversal", id).with(clerk))
                .hasStatus(409);
    }

    @Test
    void whatRestsOnItIsNamedInPlaceOfTheForm() {
        var begun = OrganisationId.next();
        carryOut(Step.found(begun, "Chi bộ mới " + begun, "CB_TT", null, place.eastBase())
                .withCode("E." + begun));
        people.add(begun, person -> person.named("Người Đã Đến"));
        assertThat(page("/reorganisations/%s/reversal".formatted(id)))
                .contains("alert-danger", "Người Đã Đến")
                .doesNotContain("name=\"reason\"");
        assertThat(mvc.get().uri("/reorganisations/{id}/reversal", id).with(signIn.as(Role.CLERK, place.west())))
                .hasStatus(404);
    }

    /** The tree level by level: what ends is on the one side, what begins on the other, with their members. */
    @Test
    void theTreeBeforeAndAfterStandsSideBySide() {
        people.add(place.eastCell(), person -> person);
        var begun = OrganisationId.next();
        reorganisations.add(
                id,
                0,
                List.of(
                        Step.found(begun, "Chi bộ hợp nhất " + begun, "CB_TT", null, place.eastBase()),
                        Step.merge(place.eastCell(), begun)),
                Scope.EVERYTHING);
        var branch = changes.branch(id, place.eastBase(), Scope.EVERYTHING);
        assertThat(branch.before())
                .extracting(Changes.Leaf::id, Changes.Leaf::members, Changes.Leaf::changed)
                .containsExactlyInAnyOrder(tuple(place.eastCell(), 1, true), tuple(place.otherEastCell(), 0, false));
        assertThat(branch.after())
                .extracting(Changes.Leaf::id, Changes.Leaf::members, Changes.Leaf::changed)
                .containsExactly(tuple(begun, 1, true), tuple(place.otherEastCell(), 0, false));
        assertThat(page("/reorganisations/%s/tree?node=%s".formatted(id, place.eastBase())))
                .contains(orgs.name(place.eastCell()), "Chi bộ hợp nhất " + begun);
    }

    private void carryOut(Step step) {
        var decision = new Decision("Ban Thường vụ Huyện ủy", "1-QĐ/" + id, DAY, null);
        id = reorganisations.draft(
                place.east(), new Outline("Sắp xếp " + place.east(), DAY, decision), Scope.EVERYTHING);
        reorganisations.add(id, 0, List.of(step), Scope.EVERYTHING);
        store.move(reorganisations.get(id, Scope.EVERYTHING), ReorganisationState.APPLYING);
        run.work(id);
        assertThat(reorganisations.get(id, Scope.EVERYTHING).state()).isEqualTo(ReorganisationState.APPLIED);
    }

    private MvcTestResult reverse(String reason) {
        return mvc.post()
                .uri("/reorganisations/{id}/reversal", id)
                .param("reason", reason)
                .with(clerk)
                .with(csrf())
                .exchange();
    }

    private String page(String address) {
        var answer = mvc.get().uri(address).with(clerk).exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    @Test
    void whoHasAnOldPageIsToldSo() {
        reorganisations.add(id, 0, List.of(Step.rename(place.eastCell(), "Chi bộ khác")), Scope.EVERYTHING);
        assertThat(mvc.post()
                        .uri("/reorganisations/{id}/abandonment", id)
                        .param("revision", "0")
                        .with(clerk)
                        .with(csrf()))
                .hasStatus(409);
    }

    @Test
    void anotherDistrictsDraftIsUnknown() {
        assertThat(mvc.get().uri("/reorganisations/{id}", id).with(signIn.as(Role.CLERK, place.west())))
                .hasStatus(404);
        assertThat(mvc.get().uri("/reorganisations").with(signIn.as(Role.CLERK, place.west())))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("Sắp xếp thử " + place.east());
    }

    private MvcTestResult upload(String csv) {
        var file = new MockMultipartFile("file", "buoc.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8));
        return mvc.post()
                .uri("/reorganisations/{id}/sheet", id)
                .multipart()
                .file(file)
                .param("revision", "0")
                .with(clerk)
                .with(csrf())
                .exchange();
    }
}
