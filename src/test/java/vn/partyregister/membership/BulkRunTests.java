package vn.partyregister.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import vn.partyregister.Orgs;
import vn.partyregister.People;
import vn.partyregister.RegisterTest;
import vn.partyregister.SignIn;
import vn.partyregister.access.Role;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.member.MemberId;
import vn.partyregister.membership.Standings.Place;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.ManyRows;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.PlannedJobs;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.RuleSource;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Visitor;

/** The engine of work on many, with an act of its own that writes a line for each person and breaks off where it is told. */
@RegisterTest
class BulkRunTests {
    private static final int MOST = 5;
    private static final RuleSource RULE =
            new RuleSource("probation", "24-QĐ/TW", "Ban Chấp hành Trung ương", LocalDate.of(2021, 7, 30), "Điều 4");

    @Autowired
    private ManyRows manyRows;

    @Autowired
    BulkStore works;

    @Autowired
    BulkPeople people;

    @Autowired
    BulkList list;

    @Autowired
    Standings standings;

    @Autowired
    BusinessDay businessDay;

    @Autowired
    JsonMapper json;

    @Autowired
    AuditTrail audit;

    @Autowired
    PlannedJobs jobs;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Orgs orgs;

    @Autowired
    People register;

    @Autowired
    SignIn signIn;

    private Orgs.Tree tree;
    private Scope east;
    private Visitor clerk;
    private TransactionTemplate transaction;

    @BeforeEach
    void aClerkOfTheEast() {
        tree = orgs.tree();
        east = Scope.of(Set.of(tree.east().id()));
        var account = signIn.account(Role.CLERK, tree.east());
        clerk = new Visitor(
                account.id(),
                account.username(),
                account.username(),
                tree.east().id(),
                Map.of(Permission.KEEP_MEMBERS, east));
        transaction = new TransactionTemplate(transactions);
    }

    @Test
    void whoIsLeftOutByARuleIsToldWhichAndTheOthersAreWritten() {
        var lines = new Lines(true);
        var members = people(4);
        lines.forbidden.add(members.get(2));
        var work = judged(lines, members);
        assertThat(list.figures(works.get(work)))
                .containsExactly(
                        new BulkFigure(BulkVerdict.WRITE, null, 3),
                        new BulkFigure(
                                BulkVerdict.LEFT_OUT,
                                new BulkReason("membership.probation-not-over", List.of(), RULE),
                                1));
        run(lines, work);
        assertThat(lines.written).containsExactlyInAnyOrder(members.get(0), members.get(1), members.get(3));
        assertThat(rows(work, BulkVerdict.LEFT_OUT))
                .singleElement()
                .returns(members.get(2), BulkPersonRow::member)
                .satisfies(row -> assertThat(row.reason())
                        .isEqualTo(new BulkReason("membership.probation-not-over", List.of("a", "b"), RULE)));
    }

    @Test
    void aWholeThatBreaksOffIsWrittenForNobodyAndCanBeWrittenAgain() {
        var lines = new Lines(true);
        var members = people(3);
        lines.breaksAt = members.get(1);
        var work = judged(lines, members);
        run(lines, work);
        assertThat(works.get(work))
                .returns(BulkState.JUDGED, BulkWork::state)
                .returns(0, BulkWork::written)
                .returns(BulkReason.stopped(true), BulkWork::refusal);
        assertThat(rows(work, BulkVerdict.WRITTEN)).isEmpty();
        assertThat(trail(members)).isZero();

        lines.breaksAt = null;
        run(lines, work);
        assertThat(works.get(work)).returns(BulkState.DONE, BulkWork::state).returns(3, BulkWork::written);
        assertThat(trail(members)).isEqualTo(3);
    }

    /** What kill -9 of the program or of the database's process, or a cut cable, leaves behind. */
    @Test
    void aConnectionThatBreaksInTheMiddleLeavesNothingBehindAndTheWorkCanBeWrittenAgain() {
        var lines = new Lines(true);
        var members = people(3);
        lines.breaksAt = members.get(1);
        lines.howItBreaks = () -> jdbc.sql("select pg_terminate_backend(pg_backend_pid())")
                .query(Boolean.class)
                .single();
        var work = judged(lines, members);
        run(lines, work);
        assertThat(works.get(work)).returns(BulkState.JUDGED, BulkWork::state).returns(0, BulkWork::written);
        assertThat(rows(work, BulkVerdict.WRITE)).hasSize(3);
        assertThat(trail(members)).isZero();

        lines.breaksAt = null;
        run(lines, work);
        assertThat(works.get(work)).returns(3, BulkWork::written);
        assertThat(trail(members)).isEqualTo(3);
    }

    @Test
    void aRuleThatForbidsItForAllWhenItIsWrittenIsNamedWithItsSource() {
        var lines = new Lines(true);
        var members = people(1);
        lines.breaksAt = members.getFirst();
        lines.howItBreaks = () -> {
            throw new RuleBroken(RULE, "organisation.number-held", "Đảng ủy xã", "5-QĐ/ĐU", "01/04/2022");
        };
        var work = judged(lines, members);
        run(lines, work);
        assertThat(works.get(work).refusal())
                .isEqualTo(new BulkReason(
                        "organisation.number-held", List.of("Đảng ủy xã", "5-QĐ/ĐU", "01/04/2022"), RULE));
    }

    @Test
    void aWorkIsForSoManyAndNotForOneMore() {
        var lines = new Lines(true);
        var members = people(MOST + 1);
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(() -> judged(lines, members))
                .returns("membership.bulk.too-many", RuleBroken::key)
                .returns(List.of(MOST + 1, MOST), RuleBroken::arguments);
        assertThat(works.get(judged(lines, members.subList(0, MOST))).chosen()).isEqualTo(MOST);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aJobThatIsTakenUpAgainWritesNobodyTwice(boolean whole) {
        var lines = new Lines(whole);
        var members = people(2);
        var work = judged(lines, members);
        run(lines, work);
        engine(lines).work(work);
        assertThat(lines.written).hasSize(2);
        assertThat(trail(members)).isEqualTo(2);
    }

    @Test
    void whoWasJudgedOtherwiseAfterThePreviewIsLeftOutWhenItIsWritten() {
        var lines = new Lines(false);
        var members = people(2);
        var work = judged(lines, members);
        lines.forbidden.add(members.get(0));
        run(lines, work);
        assertThat(lines.written).containsExactly(members.get(1));
        assertThat(works.get(work)).returns(1, BulkWork::written);
    }

    private List<MemberId> people(int number) {
        var members = new ArrayList<MemberId>();
        for (var one = 0; one < number; one++) {
            members.add(register.add(tree.eastCell(), person -> person));
        }
        return members;
    }

    private BulkWorkId judged(Lines lines, List<MemberId> members) {
        return transaction.execute(_ -> {
            var service = service(lines);
            var work = service.choose(
                    lines.key(), members.stream().map(MemberId::id).toList(), clerk, east);
            service.judge(work, "terms", east);
            return work.id();
        });
    }

    /** What the service and the job do, without the scheduler between them. */
    private void run(Lines lines, BulkWorkId id) {
        transaction.executeWithoutResult(_ -> works.move(works.get(id), BulkState.WRITING));
        engine(lines).work(id);
    }

    private BulkRun engine(Lines lines) {
        return new BulkRun(works, people, desk(lines), audit, manyRows, transactions);
    }

    private BulkWorks service(Lines lines) {
        return new BulkWorks(
                acts(lines), works, people, desk(lines), jobs, businessDay, manyRows, json, new BulkProperties(MOST));
    }

    private BulkDesk desk(Lines lines) {
        return new BulkDesk(acts(lines), people, standings, businessDay, json);
    }

    private static BulkActs acts(Lines lines) {
        return new BulkActs(List.of(lines));
    }

    private List<BulkPersonRow> rows(BulkWorkId work, BulkVerdict verdict) {
        return list.people(works.get(work), new BulkFilter(verdict, null), east, "name,asc", 1, "")
                .rows();
    }

    private int trail(List<MemberId> members) {
        return jdbc.sql("select count(*) from audit.entry where act = 'test.line' and subject_id = any(:members)")
                .param("members", BulkPeople.ids(members))
                .query(Integer.class)
                .single();
    }

    private final class Lines implements BulkAct<String> {
        private final boolean whole;
        private final List<MemberId> forbidden = new ArrayList<>();
        private final List<MemberId> written = new ArrayList<>();
        private @Nullable MemberId breaksAt;
        private Runnable howItBreaks = () -> {
            throw new IllegalStateException("broken off");
        };

        private Lines(boolean whole) {
            this.whole = whole;
        }

        @Override
        public String key() {
            return "lines";
        }

        @Override
        public Class<String> terms() {
            return String.class;
        }

        @Override
        public boolean isWhole() {
            return whole;
        }

        @Override
        public BulkJudgement judge(Map<MemberId, Place> asked, String terms, Scope scope, LocalDate today) {
            var leftOut = new HashMap<MemberId, BulkReason>();
            asked.keySet().stream()
                    .filter(forbidden::contains)
                    .forEach(member -> leftOut.put(
                            member, new BulkReason("membership.probation-not-over", List.of("a", "b"), RULE)));
            return new BulkJudgement(leftOut, Map.of());
        }

        @Override
        public void write(Collection<BulkPerson> able, String terms, Scope scope) {
            audit.changedAll(
                    "test.line",
                    "member",
                    able.stream()
                            .map(person -> new AuditTrail.Changed(
                                    person.member().id(), person.organisation().id(), null, terms))
                            .toList());
            if (able.stream().anyMatch(person -> person.member().equals(breaksAt))) {
                howItBreaks.run();
            }
            able.forEach(person -> written.add(person.member()));
        }

        @Override
        public BulkJudgement judgeUndo(Collection<BulkPerson> asked, String terms) {
            return new BulkJudgement(Map.of(), Map.of());
        }

        @Override
        public void undo(Collection<BulkPerson> able, String terms) {
            able.forEach(person -> written.remove(person.member()));
        }
    }
}
