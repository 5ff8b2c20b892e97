package vn.partyregister.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.partyregister.Orgs;
import vn.partyregister.RegisterTest;
import vn.partyregister.member.MemberId;
import vn.partyregister.membership.Openings.Outcome;
import vn.partyregister.organisation.Decision;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Seal;

/** What is typed of a member of long ago is taken, refused and written as the same row of a file is. */
@RegisterTest
class OpeningsTests {
    private static final String SOURCE = "Sổ danh sách đảng viên năm 2010, trang 12";

    @Autowired
    private Openings openings;

    @Autowired
    private MemberRows rows;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Seal seal;

    @Autowired
    private Orgs orgs;

    private Orgs.Tree tree;
    private String cell;

    @BeforeEach
    void plant() {
        tree = orgs.tree();
        cell = orgs.name(tree.eastCell());
    }

    @Test
    void whatIsTypedIsWrittenAsTheRowOfAFileIs() {
        var typed = somebody();
        var row = somebody();
        var byHand = entered(typed);
        var byFile = sheet().with(row).written().member(1);
        assertThat(told(byHand)).isNotEmpty().isEqualTo(told(byFile));
        assertThat(standing(byHand)).isEqualTo(standing(byFile));
        assertThat(person(byHand)).containsEntry("joined_on", "2000-03-04").isEqualTo(person(byFile));
    }

    /** Without an official day they are on probation still. */
    @Test
    void aProbationerIsOpenedAsOne() {
        var typed = but("official_on", "", "joined_on", "2021-09-01");
        assertThat(standing(entered(typed)))
                .isEqualTo(standing(sheet().with(but("official_on", "", "joined_on", "2021-09-01"))
                        .written()
                        .member(1)))
                .singleElement()
                .asString()
                .startsWith("PROBATIONARY");
    }

    @Test
    void theMovementNamesItsPaperAndTheDecisionThatIsKnown() {
        var decision = new Decision("Huyện ủy Cầu Kè", "45-QĐ/HU", LocalDate.of(2000, 2, 20), null);
        var outcome = openings.enter(new Opening(somebody(), decision, SOURCE), false, Scope.EVERYTHING);
        assertThat(jdbc.sql("""
                                select m.kind, m.reason, d.number from membership.movement m
                                join organisation.decision d on d.id = m.decision_id where m.member_id = :id
                                """)
                        .param("id", member(outcome).id())
                        .query()
                        .singleRow()
                        .values())
                .containsExactly("OPENING", SOURCE, "45-QĐ/HU");
        assertThat(jdbc.sql("select act from audit.entry where subject_id = :id")
                        .param("id", member(outcome).id())
                        .query(String.class)
                        .list())
                .containsExactly("member.opened");
    }

    @ParameterizedTest
    @CsvSource({
        "organisation, Chi bộ không có ở đâu",
        "organisation, {base}",
        "joined_on, 2022-05-01",
        "official_on, 2000-03-03",
        "official_on, 2022-05-01",
        "decided_on, 2000-03-05",
        "born, 2000-03-04",
        "born, 2023",
        "file_number, {other's}"
    })
    void whatIsRefusedIsRefusedForTheReasonsOfAnImport(String column, String value) {
        var other = but("file_number", "tháng " + cell.hashCode());
        sheet().with(other).written();
        var wrong = but(
                column,
                value.replace("{base}", orgs.name(tree.eastBase()))
                        .replace("{other's}", other.getOrDefault(column, "")));
        var byFile = sheet().with(wrong).judged();
        assertThat(byFile.verdict(1)).isEqualTo("REJECTED");
        assertThat(reasons(enter(wrong, Scope.EVERYTHING))).isNotEmpty().isEqualTo(rejections(byFile));
    }

    @Test
    void outOfTheScopeThereIsNoSuchOrganisation() {
        var scope = Scope.of(Set.of(tree.west().id()));
        assertThat(reasons(enter(somebody(), scope)))
                .isEqualTo(List.of("organisation organisation-unknown"))
                .isEqualTo(rejections(sheet().with(somebody()).judged(scope)));
    }

    @Test
    void anOrganisationIsAlsoMeantByItsId() {
        assertThat(standing(entered(but("organisation", tree.eastCell().toString()))))
                .hasSize(1);
    }

    @Test
    void whoIsInTheRegisterAlreadyIsNotChanged() {
        var somebody = somebody();
        sheet().with(somebody).written();
        var again = new LinkedHashMap<>(somebody);
        again.put("alias", "Sáu");
        assertThat(reasons(enter(again, Scope.EVERYTHING))).containsExactly("full_name membership.opening.known");
        assertThat(jdbc.sql("select count(*) from member.member where full_name = :name and alias is null")
                        .param("name", somebody.get("full_name"))
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void nothingIsLeftOfWhatWasStaged() {
        enter(somebody(), Scope.EVERYTHING);
        enter(but("official_on", "2000-03-03"), Scope.EVERYTHING);
        assertThat(jdbc.sql("select count(*) from exchange.upload where file_name = ''")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private Outcome enter(Map<String, String> typed, Scope scope) {
        return openings.enter(new Opening(typed, null, SOURCE), false, scope);
    }

    private MemberId entered(Map<String, String> typed) {
        return member(enter(typed, Scope.EVERYTHING));
    }

    private static MemberId member(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Entered.class);
        return ((Outcome.Entered) outcome).member();
    }

    private static List<String> reasons(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused) outcome)
                .reasons().stream()
                        .map(reason -> reason.column() + " " + reason.reason().replace("membership.import.", ""))
                        .sorted()
                        .toList();
    }

    private List<String> rejections(MemberSheet sheet) {
        return jdbc.sql("""
                        select column_key || ' ' || replace(reason, 'membership.import.', '') from exchange.problem
                        where upload_id = :id and row_number = 1 and weight = 'REJECTS' order by 1
                        """)
                .param("id", sheet.id().id())
                .query((row, _) -> row.getString(1))
                .list();
    }

    private List<String> told(MemberId member) {
        return jdbc.sql("select kind || ' ' || effective_on || ' ' || coalesce(status, '') from membership.movement"
                        + " where member_id = :id order by recorded")
                .param("id", member.id())
                .query((row, _) -> row.getString(1))
                .list();
    }

    private List<String> standing(MemberId member) {
        return jdbc.sql("select status || ' ' || organisation_id || ' ' || valid from membership.standing"
                        + " where member_id = :id order by valid")
                .param("id", member.id())
                .query((row, _) -> row.getString(1))
                .list();
    }

    /** All that stands with the person, but what tells one from another. */
    private Map<String, String> person(MemberId member) {
        var person = new LinkedHashMap<String, String>();
        jdbc.sql("""
                        select key, value from member.member m cross join lateral jsonb_each_text(to_jsonb(m))
                        where id = :id and key !~ '^(id|full_name|given_name|names?_.*|card_number)$' and value is not null
                        order by key
                        """).param("id", member.id()).query(row -> {
            person.put(row.getString(1), row.getString(2));
        });
        return person;
    }

    private MemberSheet sheet() {
        return new MemberSheet(jdbc, transaction, rows, seal);
    }

    /** Without a citizen number: the sheet of the tests hides it in a way of its own. */
    private Map<String, String> somebody() {
        var somebody = MemberSheet.somebody(cell);
        somebody.keySet().removeIf(key -> key.startsWith("citizen_number"));
        return somebody;
    }

    /** Somebody with these changes; an empty value is not given. */
    private Map<String, String> but(String... changes) {
        var somebody = somebody();
        for (var at = 0; at < changes.length; at += 2) {
            somebody.put(changes[at], changes[at + 1]);
        }
        somebody.values().removeIf(String::isEmpty);
        return somebody;
    }
}
