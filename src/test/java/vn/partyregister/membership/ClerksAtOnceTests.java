package vn.partyregister.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.partyregister.Orgs;
import vn.partyregister.People;
import vn.partyregister.RegisterTest;
import vn.partyregister.member.MemberId;
import vn.partyregister.organisation.Decision;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.organisation.Organisations;
import vn.partyregister.platform.Refusal;
import vn.partyregister.platform.Scope;

/** Eight clerks at the same members and organisations: whatever was accepted stands, once, and nobody meets a deadlock. */
@RegisterTest
class ClerksAtOnceTests {
    private static final LocalDate TODAY = LocalDate.of(2022, 4, 30);
    private static final int CLERKS = 8;
    private static final int ACTS = 25;
    private static final int MEMBERS = 16;
    private static final int AT_ONCE = 5;

    @Autowired
    Movements movements;

    @Autowired
    Reversals reversals;

    @Autowired
    Journal journal;

    @Autowired
    DatedFacts facts;

    @Autowired
    Organisations organisations;

    @Autowired
    Orgs orgs;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    private final AtomicInteger entries = new AtomicInteger();
    private final AtomicInteger exemptions = new AtomicInteger();
    private final AtomicInteger told = new AtomicInteger();
    private final AtomicInteger numbers = new AtomicInteger();
    private Orgs.Tree tree;
    private List<MemberId> members = List.of();

    @BeforeEach
    void members() {
        tree = orgs.tree();
        var all = new ArrayList<MemberId>();
        for (var number = 0; number < MEMBERS; number++) {
            all.add(people.add(number % 2 == 0 ? tree.eastCell() : tree.otherEastCell(), person -> person));
        }
        members = List.copyOf(all);
    }

    @Test
    void nothingIsLostNothingOverlapsAndNobodyMeetsADeadlock() throws Exception {
        try (var clerks = Executors.newFixedThreadPool(CLERKS)) {
            var all = clerks.invokeAll(IntStream.range(0, CLERKS)
                    .<Callable<@Nullable Void>>mapToObj(this::clerk)
                    .toList());
            for (var one : all) {
                one.get(2, TimeUnit.MINUTES);
            }
        }
        assertThat(count("select count(*) from membership.movement where member_id = any(:members)"))
                .isEqualTo(MEMBERS + entries.get());
        assertThat(count("select count(*) from membership.exemption where member_id = any(:members)"))
                .isEqualTo(exemptions.get());
        assertThat(count("select count(*) from membership.dated_fact where member_id = any(:members)"))
                .isEqualTo(told.get());
        assertThat(count("select count(*) from membership.standing_out_of_step where member_id = any(:members)"))
                .isZero();
        assertThat(count("""
                        select count(*) from membership.headcount_out_of_step h
                        where h.organisation_id in (select to_organisation_id from membership.movement where member_id = any(:members))
                        """)).isZero();
        assertThat(count("""
                        select count(*) from audit.entry where act in ('member.moved', 'member.entry-reversed')
                        and subject_id = any(:members)
                        """)).isEqualTo(entries.get());
        assertThat(entries.get()).isGreaterThan(ACTS);
    }

    private Callable<@Nullable Void> clerk(int number) {
        return () -> {
            var random = new Random(number);
            for (var act = 0; act < ACTS; act++) {
                try {
                    act(random);
                } catch (Refusal refused) {
                    assertThat(refused.key()).isNotEmpty();
                }
            }
            return null;
        };
    }

    private void act(Random random) {
        var member = members.get(random.nextInt(MEMBERS));
        switch (random.nextInt(8)) {
            case 0, 1 -> {
                var several = several(random);
                movements.record(several, moving(random), Scope.EVERYTHING);
                entries.addAndGet(several.size());
            }
            case 2, 3 -> {
                movements.record(member, moving(random), Scope.EVERYTHING);
                entries.incrementAndGet();
            }
            case 4 -> {
                reversals.reverse(member, last(member), "nhầm", Scope.EVERYTHING);
                entries.incrementAndGet();
            }
            case 5 -> {
                journal.exempt(member, "OLD_AND_WEAK", TODAY, null, decision(), Scope.EVERYTHING);
                exemptions.incrementAndGet();
            }
            case 6 -> {
                facts.record(
                        member, new NewFact(FactKind.LOST_CONTACT, TODAY, null, null, null, null), Scope.EVERYTHING);
                told.incrementAndGet();
            }
            default -> found();
        }
    }

    /** In whatever order a list was ticked. */
    private List<MemberId> several(Random random) {
        var shuffled = new ArrayList<>(members);
        java.util.Collections.shuffle(shuffled, random);
        return List.copyOf(shuffled.subList(0, AT_ONCE));
    }

    private Act moving(Random random) {
        return random.nextInt(4) == 0
                ? new Act(MovementKind.RESTORED, TODAY, cell(random), Status.OFFICIAL, "REVIEW", null, decision(), null)
                : random.nextInt(10) == 0
                        ? new Act(MovementKind.STRUCK_OFF, TODAY, null, null, "NO_DUES", null, decision(), null)
                        : new Act(MovementKind.TRANSFERRED, TODAY, cell(random), null, "WORK", null, decision(), null);
    }

    private OrganisationId cell(Random random) {
        return List.of(tree.eastCell(), tree.otherEastCell(), tree.westCell()).get(random.nextInt(3));
    }

    /** Some of the numbers are taken by two at once. */
    private Decision decision() {
        return new Decision(orgs.name(tree.east()), "%d-QĐ/HU".formatted(numbers.incrementAndGet() / 2), TODAY, null);
    }

    private MovementId last(MemberId member) {
        return jdbc.sql("""
                        select id from membership.told where member_id = :id
                        order by effective_on desc, recorded desc limit 1
                        """)
                .param("id", member.id())
                .query((row, _) -> new MovementId(row.getObject("id", UUID.class)))
                .optional()
                .orElseGet(MovementId::next);
    }

    private void found() {
        var name = "Chi bộ thành lập cùng lúc " + numbers.incrementAndGet();
        organisations.found(
                new vn.partyregister.organisation.Founding(name, "CB_TT", null, tree.eastBase(), null, TODAY),
                decision(),
                Scope.EVERYTHING);
    }

    private int count(String sql) {
        return jdbc.sql(sql)
                .param("members", members.stream().map(MemberId::id).toArray(UUID[]::new))
                .query(Integer.class)
                .single();
    }
}
