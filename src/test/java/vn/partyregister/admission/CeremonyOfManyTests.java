package vn.partyregister.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static vn.partyregister.admission.Cases.day;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import vn.partyregister.Orgs;
import vn.partyregister.People;
import vn.partyregister.RegisterTest;
import vn.partyregister.SignIn;
import vn.partyregister.access.Role;
import vn.partyregister.member.MemberId;
import vn.partyregister.platform.PartialDate;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.Scope;

/** One ceremony, and one recognition, of many cases: all of them join, or nobody does. Today is 30/04/2022. */
@RegisterTest
@NullUnmarked
class CeremonyOfManyTests {
    @Autowired
    private ManyCases many;

    @Autowired
    private Admissions admissions;

    @Autowired
    private AdmissionFiles files;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Orgs orgs;

    @Autowired
    private People people;

    @Autowired
    private SignIn signIn;

    @Autowired
    private MockMvcTester mvc;

    private Orgs.Tree tree;
    private Cases cases;
    private Scope east;
    private RequestPostProcessor clerk;

    @BeforeEach
    void aCell() {
        tree = orgs.tree();
        east = Scope.of(Set.of(tree.east().id()));
        clerk = signIn.as(Role.CLERK, tree.east());
        cases = new Cases(
                admissions,
                orgs,
                tree,
                List.of(
                        people.add(tree.eastCell(), person -> person.named("Trần Văn Một")),
                        people.add(tree.eastCell(), person -> person.named("Trần Văn Hai")),
                        people.add(tree.eastCell(), person -> person.named("Trần Văn Ba"))));
    }

    private AdmissionCaseId decided(String name, @Nullable String number) {
        var told = Candidate.named(
                name,
                "FEMALE",
                PartialDate.of(day(15, 3, 1990)),
                "KHMER",
                "NONE",
                "WORKER",
                "NEITHER",
                "UPPER_SECONDARY",
                "DIPLOMA",
                null,
                null,
                false);
        return cases.bring(cases.open(told, number, tree.eastCell()), Stage.DECIDED);
    }

    private ManyCases.Outcome ceremony(AdmissionCaseId... chosen) {
        return many.enter(List.of(chosen), Stage.CEREMONY, StepEntry.on(Cases.CEREMONY), east);
    }

    private AdmissionCase at(AdmissionCaseId id) {
        return files.open(id, Scope.EVERYTHING).one();
    }

    private long admitted() {
        return jdbc.sql(
                        "select count(*) from membership.movement where kind = 'ADMITTED' and to_organisation_id = :cell")
                .param("cell", tree.eastCell().id())
                .query(Long.class)
                .single();
    }

    private static List<String> keys(ManyCases.Outcome outcome) {
        return outcome.refused().stream().map(one -> one.why().key()).toList();
    }

    @Test
    void aCeremonyAdmitsThemAllEachByTheDecisionOnThem() {
        var one = decided("Kim Thị Lễ Một", null);
        var two = decided("Kim Thị Lễ Hai", null);
        assertThat(many.waiting(Stage.CEREMONY, east))
                .extracting(ManyCases.Waiting::id)
                .containsExactlyInAnyOrder(one.id(), two.id());
        assertThat(ceremony(one, two).entered()).isEqualTo(2);
        assertThat(List.of(at(one), at(two)))
                .allMatch(joined -> joined.stage() == Stage.CEREMONY)
                .extracting(AdmissionCase::member)
                .doesNotContainNull()
                .doesNotHaveDuplicates();
        assertThat(jdbc.sql("""
                                select count(distinct d.number) from membership.movement m
                                join organisation.decision d on d.id = m.decision_id
                                where m.kind = 'ADMITTED' and m.to_organisation_id = :cell and m.effective_on = :day
                                """)
                        .param("cell", tree.eastCell().id())
                        .param("day", Cases.CEREMONY)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    /** The first of them would join: the journal refuses the second only after that. */
    @Test
    void whoCannotJoinIsNamedAndNobodyJoinsUntilTheyAreLeftOut() {
        var fine = decided("Kim Thị Được", null);
        var known = decided("Kim Thị Đã Có", "084190004411");
        var notDecided = cases.at(Stage.BASE_RESOLVED);
        var alsoFine = decided("Kim Thị Cũng Được", null);
        people.add(tree.westCell(), person -> person.named("Kim Thị Đã Có").numbered(null, null, null, "084190004411"));
        var outcome = ceremony(fine, known, notDecided, alsoFine);
        assertThat(outcome.entered()).isZero();
        assertThat(keys(outcome)).containsExactlyInAnyOrder("membership.already-known", "admission.not-next");
        assertThat(outcome.refused()).extracting(ManyCases.Refused::id).containsExactlyInAnyOrder(known, notDecided);
        assertThat(admitted()).isZero();
        assertThat(at(fine)).returns(Stage.DECIDED, AdmissionCase::stage).returns(null, AdmissionCase::member);
        assertThat(ceremony(fine, alsoFine).entered()).isEqualTo(2);
        assertThat(admitted()).isEqualTo(2);
    }

    @Test
    void aLateCeremonyIsRefusedToEachWithItsRule() {
        var chosen = List.of(decided("Kim Thị Muộn", null), decided("Kim Thị Trễ", null));
        var outcome = many.enter(chosen, Stage.CEREMONY, StepEntry.on(day(30, 6, 2021)), east);
        assertThat(keys(outcome)).containsExactly("admission.ceremony-late", "admission.ceremony-late");
        assertThat(outcome.refused()).extracting(one -> one.why().source()).doesNotContainNull();
    }

    @Test
    void whoLeftIsAdmittedAgainByTheSameCeremony() {
        var former = people.add(tree.eastCell(), person -> person.named("Lý Trở Lại"));
        jdbc.sql("""
                        insert into membership.movement
                            (id, member_id, kind, effective_on, from_organisation_id, ground, recorded_by)
                        values (uuidv7(), :member, 'STRUCK_OFF', '2019-03-05', :cell, 'NO_DUES', 'test')
                        """)
                .param("member", former.id())
                .param("cell", tree.eastCell().id())
                .update();
        var day = day(14, 3, 2022);
        var again =
                admissions.open(new NewCase(Cases.ordinary(), null, tree.eastCell(), day, former), Scope.EVERYTHING);
        admissions.add(again, new Paper("CONSENT_AGAIN", "5-CV/TU", day, "Tỉnh ủy", "clerk"), Scope.EVERYTHING);
        for (var stage : List.of(
                Stage.SYMPATHISER,
                Stage.COURSE_DONE,
                Stage.HELPER_SET,
                Stage.APPLIED,
                Stage.BIO_DECLARED,
                Stage.BIO_VERIFIED,
                Stage.OPINIONS,
                Stage.CELL_VOTED,
                Stage.BASE_RESOLVED,
                Stage.DECIDED)) {
            cases.reach(again, stage, cases.entry(stage, day));
        }
        assertThat(many.enter(List.of(again), Stage.CEREMONY, StepEntry.on(day(1, 4, 2022)), east)
                        .entered())
                .isOne();
        assertThat(jdbc.sql(
                                "select again from membership.movement where kind = 'ADMITTED' and to_organisation_id = :cell")
                        .param("cell", tree.eastCell().id())
                        .query(Boolean.class)
                        .list())
                .containsExactly(true);
        assertThat(at(again).member()).isEqualTo(former);
    }

    @Test
    void oneDecisionRecognisesThemAllEachFromTheDayTheirProbationEnded() {
        var one = cases.at(Stage.CELL_VOTED_OFFICIAL);
        var two = cases.bring(decided("Kim Thị Chính Thức", null), Stage.CEREMONY, Stage.CELL_VOTED_OFFICIAL);
        var third = cases.at(Stage.CELL_VOTED_OFFICIAL);
        var chosen = List.of(one, two);
        var entry = cases.entry(Stage.OFFICIAL, Cases.dayOf(Stage.OFFICIAL));
        assertThat(many.enter(chosen, Stage.OFFICIAL, entry, east).entered()).isEqualTo(2);
        assertThat(jdbc.sql("""
                                select count(*) || ' ' || count(distinct decision_id) || ' ' || min(effective_on)
                                from membership.movement where kind = 'RECOGNISED' and member_id = any(:members)
                                """)
                        .param(
                                "members",
                                chosen.stream()
                                        .map(this::at)
                                        .map(AdmissionCase::member)
                                        .map(MemberId::id)
                                        .toArray(UUID[]::new))
                        .query(String.class)
                        .single())
                .isEqualTo("2 1 2022-02-03");
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(() -> many.enter(
                        List.of(third),
                        Stage.OFFICIAL,
                        new StepEntry(
                                day(2, 3, 2022),
                                new Document(
                                        Objects.requireNonNull(entry.document()).number(),
                                        day(2, 3, 2022),
                                        orgs.name(tree.east())),
                                null,
                                null,
                                List.of(),
                                null,
                                null,
                                null),
                        east))
                .returns("organisation.number-held", RuleBroken::key);
        assertThat(at(third).stage()).isEqualTo(Stage.CELL_VOTED_OFFICIAL);
    }

    private MvcTestResult post(String day, AdmissionCaseId... chosen) {
        return mvc.post()
                .uri("/admissions/many/CEREMONY?lang=vi")
                .with(clerk)
                .with(csrf())
                .param("day", day)
                .param(
                        "chosen",
                        Stream.of(chosen).map(AdmissionCaseId::toString).toArray(String[]::new))
                .exchange();
    }

    @Test
    void thePageNamesThemAndLeavesThemOutOnTheSecondPress() {
        var fine = decided("Kim Thị Trang Được", null);
        var known = decided("Kim Thị Trang Đã Có", "084190004422");
        people.add(
                tree.westCell(),
                person -> person.named("Kim Thị Trang Đã Có").numbered(null, null, null, "084190004422"));
        assertThat(post("03/02/2021", fine, known))
                .hasStatus(409)
                .bodyText()
                .contains("1 hồ sơ chưa đủ điều kiện, nên chưa ghi hồ sơ nào", "Kim Thị Trang Đã Có")
                .containsPattern("value=\"%s\" id=\"case-\\d\" checked=\"checked\"".formatted(fine))
                .doesNotContainPattern("value=\"%s\" id=\"case-\\d\" checked".formatted(known));
        assertThat(post("03/02/2021", fine)).hasStatus3xxRedirection();
        assertThat(at(fine).stage()).isEqualTo(Stage.CEREMONY);
    }

    @Test
    void aCeremonyInAClosedMonthIsAskedForOnceMore() {
        var id = decided("Kim Thị Khóa Sổ", null);
        mvc.post()
                .uri("/periods")
                .with(clerk)
                .with(csrf())
                .param("organisation", tree.east().toString())
                .param("kind", "MONTH")
                .param("to", "31/01/2021")
                .exchange();
        assertThat(post("31/01/2021", id)).hasStatusOk().bodyText().contains("kỳ đã khóa sổ", "knownLate");
        assertThat(at(id).stage()).isEqualTo(Stage.DECIDED);
    }
}
