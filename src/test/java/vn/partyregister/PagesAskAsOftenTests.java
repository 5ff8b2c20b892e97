package vn.partyregister;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tools.jackson.databind.json.JsonMapper;
import vn.partyregister.access.Accounts;
import vn.partyregister.access.Role;
import vn.partyregister.platform.Listing;
import vn.partyregister.platform.Seal;
import vn.partyregister.platform.Uuids;

/** A page asks the database as often for forty rows as for one. */
@OtherRegisterTest
@NullUnmarked
class PagesAskAsOftenTests {
    private static final int MANY = 40;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private SignIn signIn;

    @Autowired
    private Orgs orgs;

    @Autowired
    private People people;

    @Autowired
    private Accounts accounts;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Seal seal;

    private Sides sides;

    @BeforeEach
    void oneOfEverything() {
        sides = new Sides(orgs, signIn, jdbc, seal);
    }

    /** @param more what makes the page long */
    record Page(String address, Role role, Consumer<PagesAskAsOftenTests> more) {
        @Override
        public String toString() {
            return address;
        }
    }

    static List<Page> pages() {
        return List.of(
                new Page("/organisations", Role.CLERK, PagesAskAsOftenTests::moreOrganisations),
                new Page("/organisations?deep=true", Role.CLERK, PagesAskAsOftenTests::moreOrganisations),
                new Page("/organisations/{district}", Role.CLERK, PagesAskAsOftenTests::moreOrganisations),
                new Page(
                        "/imports",
                        Role.CLERK,
                        test -> test.copies("exchange.upload", test.sides.inside.upload(), "{}")),
                new Page("/imports/{upload}/rows", Role.CLERK, PagesAskAsOftenTests::moreRows),
                new Page("/accounts?q={mark}", Role.ADMIN, PagesAskAsOftenTests::moreAccounts),
                new Page("/movements", Role.CLERK, PagesAskAsOftenTests::moreMembers),
                new Page("/transfers", Role.CLERK, PagesAskAsOftenTests::moreTransfers),
                new Page("/admissions", Role.CLERK, PagesAskAsOftenTests::moreCases),
                new Page("/recognition", Role.CLERK, PagesAskAsOftenTests::moreMembers),
                new Page(
                        "/recognition/batches",
                        Role.CLERK,
                        test -> test.copies(
                                "recognition.batch", test.sides.inside.badgeBatch(), "{\"award_day\": \"%s\"}")),
                new Page("/statistics/1", Role.CLERK, PagesAskAsOftenTests::moreMembers),
                new Page("/statistics/1/people", Role.CLERK, PagesAskAsOftenTests::moreMembers),
                new Page("/statistics/2", Role.CLERK, PagesAskAsOftenTests::moreMembers),
                new Page("/reconciliations", Role.CLERK, PagesAskAsOftenTests::moreOrganisations));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aLongPageAsksAsOftenAsAShortOne(Page page) throws Exception {
        if (page.address.endsWith("/rows")) {
            row(1);
        }
        open(page); // accounts, code lists and rules are looked up once
        var few = Statements.of(() -> open(page));
        var shorter = length(page);
        page.more.accept(this);
        open(page);
        var many = Statements.of(() -> open(page));
        assertThat(length(page)).as("how long the page is").isGreaterThan(shorter);
        assertThat(many).hasSameSizeAs(few);
    }

    /** The rulebook does not grow in a test: few of its rules are looked at, and all. */
    @ParameterizedTest
    @MethodSource("rulebooks")
    void theRulebookAsksAsOftenForAllItsRulesAsForOne(String few, String all) throws Exception {
        var one = new Page(few, Role.CLERK, _ -> {});
        var whole = new Page(all, Role.CLERK, _ -> {});
        open(one);
        open(whole);
        assertThat(length(whole)).isGreaterThan(length(one));
        assertThat(Statements.of(() -> open(whole))).hasSameSizeAs(Statements.of(() -> open(one)));
    }

    static Stream<org.junit.jupiter.params.provider.Arguments> rulebooks() {
        return Stream.of(
                org.junit.jupiter.params.provider.Arguments.of("/rulebook?q=12-HD", "/rulebook"),
                org.junit.jupiter.params.provider.Arguments.of("/rulebook/directives?q=12-HD", "/rulebook/directives"),
                org.junit.jupiter.params.provider.Arguments.of("/rulebook/codes?q=Khmer", "/rulebook/codes"));
    }

    private void moreOrganisations() {
        for (var number = 1; number <= MANY; number++) {
            var base = orgs.add(
                    "Chi bộ cơ sở %d %s".formatted(number, sides.inside.mark()), "CB_CS", "XA", sides.tree.east());
            people.add(base, person -> person);
        }
    }

    private void moreMembers() {
        for (var number = 1; number <= MANY; number++) {
            people.add(sides.inside.organisation(), person -> person.joined(LocalDate.of(2022, 1, 5), null));
            people.add(
                    sides.inside.organisation(),
                    person -> person.born(LocalDate.of(1940, 1, 1))
                            .joined(LocalDate.of(1962, 5, 19), LocalDate.of(1963, 5, 19)));
        }
    }

    private void moreAccounts() {
        for (var number = 1; number <= MANY; number++) {
            var issued = accounts.open("dem-%s-%d".formatted(sides.inside.mark(), number), "Đếm");
            signIn.grant(new SignIn.Account(issued.account().id(), ""), Role.CLERK, sides.tree.east());
            signIn.grant(new SignIn.Account(issued.account().id(), ""), Role.AUDITOR, sides.tree.east());
        }
    }

    private void moreTransfers() {
        for (var id :
                copies("transfer.transfer", sides.inside.transfer(), "{\"code\": \"%s\", \"member_id\": \"%s\"}")) {
            jdbc.sql("""
                            insert into transfer.box (transfer_id, position, side, level, organisation_id, name)
                            select :id, position, side, level, organisation_id, name from transfer.box where transfer_id = :old
                            """).param("id", id).param("old", sides.inside.transfer()).update();
        }
    }

    private void moreCases() {
        for (var id : copies("admission.admission_case", sides.inside.admission(), "{}")) {
            jdbc.sql("""
                            insert into admission.step (case_id, position, kind, stage, day, organisation_id, recorded_by)
                            values (:id, 0, 'REACHED', 'SOURCE', '2022-04-01', :cell, 'test')
                            """)
                    .param("id", id)
                    .param("cell", sides.inside.organisation().id())
                    .update();
        }
    }

    private void moreRows() {
        for (var number = 2; number <= MANY; number++) {
            row(number);
        }
    }

    private void row(int number) {
        jdbc.sql("update exchange.upload set state = 'JUDGED' where id = :id")
                .param("id", sides.inside.upload())
                .update();
        jdbc.sql("""
                        insert into exchange.staged_row (upload_id, row_number, given, value, verdict)
                        values (:id, :number, '{"full_name": "An", "sex": "X"}', '{"full_name": "An"}', 'REJECTED')
                        """).param("id", sides.inside.upload()).param("number", number).update();
        jdbc.sql("""
                        insert into exchange.problem (upload_id, row_number, column_key, weight, value, reason)
                        values (:id, :number, 'sex', 'REJECTS', 'X', 'exchange.problem.unknown-code')
                        """).param("id", sides.inside.upload()).param("number", number).update();
    }

    /** Copies of a row under ids of their own; each {@code %s} becomes a word, a member, a day of its own. */
    private List<UUID> copies(String table, UUID row, String changes) {
        var columns = jdbc.sql("""
                        select column_name from information_schema.columns
                        where table_schema || '.' || table_name = :table and is_generated = 'NEVER'
                        """).param("table", table).query(String.class).list().stream()
                .collect(Collectors.joining(", "));
        var days = new java.util.concurrent.atomic.AtomicInteger();
        return Stream.generate(Uuids::next)
                .limit(MANY)
                .peek(id -> {
                    var own = new java.util.HashMap<String, Object>(
                            JsonMapper.shared().readValue(changes, Map.class));
                    own.computeIfPresent("code", (_, _) -> id.toString().substring(20));
                    own.computeIfPresent(
                            "member_id",
                            (_, _) -> people.add(sides.inside.organisation(), p -> p)
                                    .toString());
                    own.computeIfPresent(
                            "award_day",
                            (_, _) -> LocalDate.of(2022, 5, 19)
                                    .plusDays(days.incrementAndGet())
                                    .toString());
                    own.put("id", id.toString());
                    jdbc.sql("""
                                    insert into %1$s (%2$s) select %2$s from (
                                        select (jsonb_populate_record(t, cast(:changes as jsonb))).* from %1$s t
                                        where t.id = :row) as copy
                                    """.formatted(table, columns))
                            .param("changes", JsonMapper.shared().writeValueAsString(own))
                            .param("row", row)
                            .update();
                })
                .toList();
    }

    /** How many rows the page's list has, or how many letters the page has where it is no list. */
    private long length(Page page) {
        var answer = ask(page);
        var listing = answer.getMvcResult().getModelAndView().getModel().get("listing");
        return listing instanceof Listing<?> rows
                ? rows.total()
                : answer.getResponse().getContentAsByteArray().length;
    }

    private void open(Page page) {
        assertThat(ask(page)).hasStatusOk();
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult ask(Page page) {
        return mvc.get()
                .uri(page.address
                        .replace("{district}", sides.tree.east().toString())
                        .replace("{upload}", sides.inside.upload().toString())
                        .replace("{mark}", sides.inside.mark()))
                .with(visitor(page.role))
                .exchange();
    }

    private RequestPostProcessor visitor(Role role) {
        return role == Role.ADMIN ? signIn.asAdministrator() : signIn.as(role, sides.tree.east());
    }
}
