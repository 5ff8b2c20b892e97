package vn.partyregister.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.partyregister.Orgs;
import vn.partyregister.People;
import vn.partyregister.RegisterTest;
import vn.partyregister.member.Ground;
import vn.partyregister.member.MemberId;
import vn.partyregister.member.PlainItems;
import vn.partyregister.member.Section;
import vn.partyregister.member.Sheets;
import vn.partyregister.membership.MovementKind.Asked;
import vn.partyregister.organisation.Decision;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Refusal;
import vn.partyregister.platform.Refusal.NotFound;
import vn.partyregister.platform.Scope;
import vn.partyregister.reference.CodeLists;

/** One by one and all at once, the register accepts and refuses the same people for the same reasons. */
@RegisterTest
class OneAndManyTests {
    private static final LocalDate TODAY = LocalDate.of(2022, 4, 30);
    private static final Decision DECISION = new Decision("Đảng ủy xã", "1-QĐ/ĐU", TODAY.minusDays(9), null);

    @Autowired
    Journal journal;

    @Autowired
    ExemptionForMany exemption;

    @Autowired
    ItemForMany itemForMany;

    @Autowired
    MovementForMany movementForMany;

    @Autowired
    Movements movements;

    @Autowired
    CodeLists lists;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlainItems items;

    @Autowired
    Sheets sheets;

    @Autowired
    Standings standings;

    @Autowired
    BusinessDay businessDay;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Orgs orgs;

    @Autowired
    People people;

    private Orgs.Tree tree;
    private Scope east;
    private TransactionTemplate rolledBack;

    @BeforeEach
    void plant() {
        tree = orgs.tree();
        east = Scope.of(Set.of(tree.east().id()));
        rolledBack = new TransactionTemplate(transactions);
    }

    /** People of every lot, exempted on days around every edge. */
    @ParameterizedTest
    @ValueSource(longs = {1, 20220430, 7_777_777})
    void anExemptionIsAcceptedAndRefusedAlike(long seed) {
        var random = new Random(seed);
        var members = lots(random);
        for (var round = 0; round < 12; round++) {
            var from = TODAY.plusDays(random.nextInt(-30, 3));
            var to = random.nextBoolean() ? null : from.plusDays(random.nextInt(-2, 12));
            var terms = new Exempting("OLD_AND_WEAK", from, to, DECISION, null);
            var places = standings.places(members, east, TODAY);
            var leftOut = exemption.judge(places, terms, east, TODAY).leftOut();
            for (var member : members) {
                var many = places.containsKey(member)
                        ? leftOut.get(member)
                        : new BulkReason("member.unknown", List.of(), null);
                assertThat(many).as("%s from %s to %s", member, from, to).isEqualTo(one(member, terms));
            }
        }
    }

    private @Nullable BulkReason one(MemberId member, Exempting terms) {
        return rolledBack.execute(status -> {
            status.setRollbackOnly();
            try {
                journal.exempt(member, terms.ground(), terms.from(), terms.to(), terms.decision(), east);
                return null;
            } catch (Refusal.RuleBroken refused) {
                return BulkReason.of(refused);
            } catch (NotFound refused) {
                return new BulkReason(refused.key(), List.of(), null);
            }
        });
    }

    private List<MemberId> lots(Random random) {
        var members = new ArrayList<MemberId>();
        for (var number = 0; number < 4; number++) {
            var day = TODAY.minusDays(random.nextInt(1, 28));
            members.add(people.add(tree.eastCell(), person -> person));
            members.add(people.add(tree.eastCell(), person -> person.joined(day, null)));
            members.add(people.add(tree.otherEastCell(), person -> person.exempt(day)));
            members.add(people.add(tree.westCell(), person -> person));
            var left = people.add(tree.eastCell(), person -> person);
            people.died(left, tree.eastCell(), day);
            var moved = people.add(tree.eastCell(), person -> person);
            people.moved(moved, tree.eastCell(), tree.westCell(), day);
            var struckOff = people.add(tree.eastCell(), person -> person);
            var ground = new Act(
                    MovementKind.STRUCK_OFF,
                    TODAY.minusDays(29),
                    null,
                    null,
                    "NO_DUES",
                    null,
                    decision(number + "-QĐ/XT"),
                    null);
            movements.record(struckOff, ground, east);
            members.addAll(List.of(left, moved, struckOff));
        }
        return List.copyOf(members);
    }

    /** Every kind, on days around every edge: the same people can, for the same reasons, and the same stands afterwards. */
    @ParameterizedTest
    @ValueSource(longs = {3, 20220430, 8_888_888})
    void aMovementIsAcceptedRefusedAndWrittenAlike(long seed) {
        var random = new Random(seed);
        var members = lots(random);
        for (var kind : MovementKind.OF_MANY) {
            var terms = moving(kind, TODAY.minusDays(random.nextInt(-1, 30)), random);
            var day = Objects.requireNonNull(terms.day());
            var alone = new LinkedHashMap<MemberId, String>();
            members.forEach(member ->
                    alone.put(member, outcome(member, () -> movements.record(member, terms.on(day), east))));
            assertThat(allAtOnce(members, terms)).as("%s", terms).isEqualTo(alone);
        }
    }

    /** Whoever was put out is restored all at once, too: with each seed on a day on which somebody can be. */
    @Test
    void whoWasStruckOffIsRestoredAllAtOnceAndNobodyElse() {
        var members = lots(new Random(5));
        var terms = moving(MovementKind.RESTORED, TODAY, new Random(5));
        var outcomes = allAtOnce(members, terms);
        assertThat(outcomes.values().stream().filter(one -> one.contains("STRUCK_OFF") && one.contains("RESTORED")))
                .hasSize(4);
        assertThat(outcomes.values()).hasSize(28);
    }

    /** Each ground of leaving beside each standing: a ground for others is refused alike, with the rule. */
    @Test
    void aGroundForOthersIsRefusedAlikeWithItsRule() {
        var probationer = people.add(tree.eastCell(), person -> person.joined(TODAY.minusMonths(3), null));
        var official = people.add(tree.eastCell(), person -> person);
        var members = List.of(probationer, official);
        var refused = new ArrayList<String>();
        var numbers = new AtomicInteger();
        for (var kind : List.of(MovementKind.STRUCK_OFF, MovementKind.RESIGNED, MovementKind.EXPELLED)) {
            for (var ground : lists.of(kind.grounds())) {
                var decision = decision(numbers.incrementAndGet() + "-QĐ/LD");
                var terms = new MovingMany(kind, TODAY, null, null, ground.code(), null, decision, tree.east());
                var alone = new LinkedHashMap<MemberId, String>();
                members.forEach(member ->
                        alone.put(member, outcome(member, () -> movements.record(member, terms.on(TODAY), east))));
                assertThat(allAtOnce(members, terms)).as("%s", terms).isEqualTo(alone);
                alone.forEach((member, said) -> {
                    if (said.contains("membership.ground-for-others")) {
                        assertThat(said).contains(kind == MovementKind.EXPELLED ? "102-QĐ/TW" : "24-QĐ/TW");
                        refused.add((member.equals(official) ? "official " : "probationer ") + ground.code());
                    }
                });
            }
        }
        assertThat(refused)
                .containsExactlyInAnyOrder(
                        "official UNWORTHY_PROBATIONER", "probationer DISCIPLINE", "probationer SENTENCE");
    }

    @Test
    void eachIsRecognisedFromTheDayTheirOwnProbationEndedAndWhoIsStillOnItIsToldTheRule() {
        var dayBefore = people.add(tree.eastCell(), person -> person.joined(LocalDate.of(2021, 5, 1), null));
        var onTheDay = people.add(tree.eastCell(), person -> person.joined(LocalDate.of(2021, 4, 30), null));
        var longSince = people.add(tree.otherEastCell(), person -> person.joined(LocalDate.of(2020, 1, 15), null));
        var terms =
                new MovingMany(MovementKind.RECOGNISED, null, null, null, null, null, decision("7-QĐ/HU"), tree.east());
        var members = List.of(dayBefore, onTheDay, longSince);
        var leftOut = movementForMany
                .judge(standings.places(members, east, TODAY), terms, east, TODAY)
                .leftOut();
        assertThat(leftOut).containsOnlyKeys(dayBefore);
        assertThat(leftOut.get(dayBefore))
                .returns("membership.probation-not-over", BulkReason::key)
                .returns(List.of("01/05/2021", "01/05/2022"), BulkReason::arguments)
                .extracting(BulkReason::source)
                .isNotNull();
        new TransactionTemplate(transactions)
                .executeWithoutResult(_ -> movementForMany.write(
                        List.of(
                                new BulkPerson(onTheDay, tree.eastCell(), null),
                                new BulkPerson(longSince, tree.otherEastCell(), null)),
                        terms,
                        east));
        assertThat(stands(onTheDay)).contains("RECOGNISED 2022-04-30", "7-QĐ/HU " + tree.east());
        assertThat(stands(longSince)).contains("RECOGNISED 2021-01-15", "official 2021-01-15");
    }

    /** The number of one decision is taken once, for all of them, and by nobody else. */
    @Test
    void aNumberThatIsTakenIsRefusedForManyAsForOne() {
        var first = people.add(tree.eastCell(), person -> person);
        var taken = decision("9-QĐ/HU");
        var struckOff = new Act(MovementKind.STRUCK_OFF, TODAY, null, null, "NO_DUES", null, taken, null);
        movements.record(first, struckOff, east);
        var again = new Decision(taken.issuer(), "09-QĐ/HU", TODAY.minusDays(1), null);
        var next = people.add(tree.eastCell(), person -> person);
        var terms = new MovingMany(MovementKind.STRUCK_OFF, TODAY, null, null, "NO_DUES", null, again, tree.east());
        var places = standings.places(List.of(next), east, TODAY);
        assertThatExceptionOfType(Refusal.RuleBroken.class)
                .isThrownBy(() -> movementForMany.judge(places, terms, east, TODAY))
                .returns("organisation.number-held", Refusal::key);
        var exempting = new Exempting("OLD_AND_WEAK", TODAY.minusDays(3), null, again, tree.east());
        assertThatExceptionOfType(Refusal.RuleBroken.class)
                .isThrownBy(() -> exemption.judge(places, exempting, east, TODAY))
                .returns("organisation.number-held", Refusal::key);
        var same = new MovingMany(MovementKind.STRUCK_OFF, TODAY, null, null, "NO_DUES", null, taken, tree.east());
        assertThat(movementForMany.judge(places, same, east, TODAY).leftOut()).isEmpty();
    }

    private MovingMany moving(MovementKind kind, LocalDate day, Random random) {
        var to = List.of(tree.eastCell(), tree.otherEastCell()).get(random.nextInt(2));
        return new MovingMany(
                kind,
                day,
                kind.asks(Asked.ORGANISATION) ? to : null,
                kind.asks(Asked.STATUS) ? Status.OFFICIAL : null,
                kind.asks(Asked.GROUND) ? lists.of(kind.grounds()).getFirst().code() : null,
                kind.asks(Asked.ELSEWHERE) ? "Đảng bộ tỉnh khác" : null,
                kind.asks(Asked.DECISION) ? decision("%d-QĐ/HU".formatted(random.nextInt(1, 100_000))) : null,
                tree.east());
    }

    private Decision decision(String number) {
        return new Decision(orgs.name(tree.east()), number, TODAY.minusDays(9), null);
    }

    private Map<MemberId, String> allAtOnce(List<MemberId> members, MovingMany terms) {
        var outcomes = new LinkedHashMap<MemberId, String>();
        rolledBack.executeWithoutResult(status -> {
            status.setRollbackOnly();
            var places = standings.places(members, east, TODAY);
            Map<MemberId, BulkReason> leftOut;
            try {
                leftOut = movementForMany.judge(places, terms, east, TODAY).leftOut();
            } catch (Refusal.RuleBroken refused) {
                members.forEach(
                        member -> outcomes.put(member, BulkReason.of(refused).toString()));
                return;
            }
            var able = places.entrySet().stream()
                    .filter(one -> !leftOut.containsKey(one.getKey()))
                    .map(one -> new BulkPerson(one.getKey(), one.getValue().organisation(), null))
                    .toList();
            if (!able.isEmpty()) {
                movementForMany.write(able, terms, east);
            }
            for (var member : members) {
                outcomes.put(
                        member,
                        !places.containsKey(member)
                                ? new BulkReason("member.unknown", List.of(), null).toString()
                                : leftOut.containsKey(member)
                                        ? leftOut.get(member).toString()
                                        : stands(member));
            }
        });
        return outcomes;
    }

    private String outcome(MemberId member, Runnable act) {
        return Objects.requireNonNull(rolledBack.execute(status -> {
            status.setRollbackOnly();
            try {
                act.run();
                return stands(member);
            } catch (Refusal refused) {
                return BulkReason.of(refused).toString();
            }
        }));
    }

    /** The journal, the standings and the official day of somebody, without what differs from entry to entry. */
    private String stands(MemberId member) {
        return jdbc.sql("""
                        select concat(
                            (select string_agg(concat_ws(' ', e.kind, e.effective_on, e.from_organisation_id, e.to_organisation_id,
                                e.status, e.ground, e.elsewhere, d.number, d.issuer_id), '; ' order by e.recorded)
                             from membership.movement e left join organisation.decision d on d.id = e.decision_id
                             where e.member_id = m.id),
                            (select string_agg(concat_ws(' ', s.organisation_id, s.status, s.valid), '; ' order by s.valid)
                             from membership.standing s where s.member_id = m.id),
                            ' official ', m.official_on)
                        from member.member m where m.id = :id
                        """).param("id", member.id()).query(String.class).single();
    }

    /** Each item that many can be given: the section's form writes what the work on many writes. */
    @Test
    void anItemIsWrittenAlikeWithTheSameHistory() {
        for (var item : items.all()) {
            var value = item.list() != null && item.form() == vn.partyregister.member.Item.Form.CODE
                    ? code(item.key())
                    : "Ấp Sóc Hòa";
            var one = people.add(tree.eastCell(), person -> person.educated("PRIMARY", "PRIMARY_VOCATIONAL", null));
            var many = people.add(tree.eastCell(), person -> person.educated("PRIMARY", "PRIMARY_VOCATIONAL", null));
            var terms = new ItemValue(item.key(), value);
            var places = standings.places(List.of(many), east, TODAY);
            var judged = itemForMany.judge(places, terms, east, TODAY);
            assertThat(judged.leftOut()).as(item.key()).isEmpty();
            new TransactionTemplate(transactions).executeWithoutResult(_ -> {
                alone(one, item.section(), item.key(), value);
                itemForMany.write(
                        List.of(new BulkPerson(
                                many, tree.eastCell(), judged.before().get(many))),
                        terms,
                        east);
            });
            assertThat(sheets.get(many, item.section()).rows())
                    .as(item.key())
                    .isEqualTo(sheets.get(one, item.section()).rows());
            assertThat(itemForMany.judge(places, terms, east, TODAY).leftOut())
                    .as(item.key())
                    .containsEntry(many, BulkReason.SAME_ALREADY);
        }
        assertThat(items.all()).hasSizeGreaterThan(10);
    }

    private void alone(MemberId member, Section section, String key, String value) {
        var here = sheets.get(member, section);
        var row = new java.util.HashMap<>(here.rows().getFirst());
        row.put(key, value);
        assertThat(sheets.amend(
                        member, tree.eastCell(), section, List.of(Map.copyOf(row)), Ground.entry(), here.mark()))
                .isInstanceOf(Sheets.Outcome.Written.class);
    }

    private static String code(String key) {
        return switch (key) {
            case "occupation" -> "FARMER";
            case "general_education" -> "UPPER_SECONDARY";
            case "qualification" -> "UNIVERSITY";
            case "academic_title" -> "PROFESSOR";
            case "political_theory" -> "INTERMEDIATE";
            default -> throw new IllegalArgumentException(key);
        };
    }
}
