package vn.partyregister.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
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
import vn.partyregister.organisation.Decision;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Refusal;
import vn.partyregister.platform.Refusal.NotFound;
import vn.partyregister.platform.Scope;

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
            var terms = new Exempting("OLD_AND_WEAK", from, to, DECISION);
            var places = standings.places(members, east, TODAY);
            var leftOut = exemption.judge(places, terms, TODAY).leftOut();
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
            members.addAll(List.of(left, moved));
        }
        return List.copyOf(members);
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
            var judged = itemForMany.judge(places, terms, TODAY);
            assertThat(judged.leftOut()).as(item.key()).isEmpty();
            new TransactionTemplate(transactions).executeWithoutResult(_ -> {
                alone(one, item.section(), item.key(), value);
                itemForMany.write(
                        List.of(new BulkPerson(
                                many, tree.eastCell(), judged.before().get(many))),
                        terms);
            });
            assertThat(sheets.get(many, item.section()).rows())
                    .as(item.key())
                    .isEqualTo(sheets.get(one, item.section()).rows());
            assertThat(itemForMany.judge(places, terms, TODAY).leftOut())
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
