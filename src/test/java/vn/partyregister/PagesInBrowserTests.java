package vn.partyregister;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every page as its reader sees it, in both languages: pictures taken, no barrier found, valid HTML, no script error. */
@SampleTest
@InBrowser
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesInBrowserTests {
    private static final String CLERKS = """
            select g.organisation_id from access.grant_of_role g join access.account a on a.id = g.account_id
            where a.username = 'clerk'""";

    private static final Map<String, String> PLACES = Map.of(
            "{case}",
            """
            select id::text from admission.admission_case where stage = 'CELL_VOTED_OFFICIAL' and recorded_by = 'program'
            order by since, full_name limit 1
            """,
            "{district}",
            "select organisation_id::text from (" + CLERKS + ") of_clerk",
            "{cell}",
            """
            select g.organisation_id::text from access.grant_of_role g join access.account a on a.id = g.account_id
            where a.username = 'secretary'""",
            "{member}",
            somebody("OFFICIAL"),
            "{first}",
            """
            select m.id::text from membership.standing s join member.member m on m.id = s.member_id
            join organisation.ancestry a on a.descendant_id = s.organisation_id and upper_inf(a.valid)
            where a.ancestor_id in (%s) and upper_inf(s.valid)
            order by m.given_name, m.middle_name, m.family_name, m.id limit 1""".formatted(CLERKS),
            "{probationer}",
            somebody("PROBATIONARY"),
            "{term}",
            """
            select t.id::text from committee.term t where t.organisation_id in (%s) and upper(t.valid) > '2022-04-30'
            """.formatted(CLERKS),
            "{post}",
            """
            select h.id::text from committee.holding h join committee.term t on t.id = h.term_id
            where t.organisation_id in (%s) order by h.place limit 1""".formatted(CLERKS),
            "{holder}",
            """
            select h.member_id::text from committee.holding h join committee.term t on t.id = h.term_id
            where t.organisation_id in (%s) order by h.place limit 1""".formatted(CLERKS),
            "{account}",
            "select id::text from access.account where username = 'clerk'");

    private final Map<String, Visit> windows = new HashMap<>();

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @CsvSource({
        "sign-in, , /sign-in",
        "home, board, /",
        "home-of-a-district, clerk, /",
        "home-of-a-cell, secretary, /",
        "members, board, /members",
        "members-found, clerk, /members?q=nguyen+van",
        "members-filtered, board, /members?sex=FEMALE&ethnicity=KHMER&ageFrom=30&ageTo=40",
        "members-nobody, clerk, /members?q=khongcoaitenthe",
        "members-saved, clerk, /members/lists",
        "members-save, clerk, /members/lists/new?sex=FEMALE&ethnicity=KHMER",
        "bulk-works-none, clerk, /members/bulk",
        "member, clerk, /members/{member}",
        "member-in-a-list, clerk, /members/{first}?sort=name%2Casc&place=1",
        "member-for-an-inspector, inspector, /members/{member}",
        "member-admission, clerk, /members/admission",
        "member-opening, clerk, /members/opening",
        "member-identity, clerk, /members/{member}/sections/IDENTITY",
        "member-origin, clerk, /members/{member}/sections/ORIGIN",
        "member-career, clerk, /members/{member}/sections/CAREER",
        "member-sensitive, clerk, /members/{member}/sensitive",
        "member-citizen-number, clerk, /members/{member}/citizen-number",
        "member-family, clerk, /members/{member}/sensitive/FAMILY",
        "member-history, clerk, /members/{member}/history",
        "member-photo, clerk, /members/{member}/photo",
        "member-restoration, clerk, /members/{member}/restoration",
        "restorations, clerk, /restorations",
        "movements, clerk, /movements",
        "movements-taken-back, clerk, /movements?entries=ALL",
        "temporary-members, clerk, /temporary-members",
        "residence-links, clerk, /residence-links?comment=MISSING",
        "residence, clerk, /members/{member}/residence",
        "residence-introduction, clerk, /members/{member}/residence/introduction",
        "residence-comment, clerk, /members/{member}/residence/comment",
        "movements-of-a-kind, board, /movements?kind=OPENING&sort=name%2Casc&page=2",
        "member-exemption, clerk, /members/{member}/exemption",
        "member-transfer, clerk, /members/{member}/movements/TRANSFERRED",
        "member-temporary-out, clerk, /members/{member}/facts/new/TEMPORARY_OUT",
        "member-arrival, clerk, /members/arrival",
        "member-recognition, clerk, /members/{probationer}/movements/RECOGNISED",
        "organisations, board, /organisations",
        "organisations-of-a-district, clerk, /organisations?organisation={district}",
        "organisation, clerk, /organisations/{district}",
        "organisation-new, clerk, /organisations/new?parent={district}",
        "reorganisations, board, /reorganisations",
        "reorganisation-new, board, /reorganisations/new",
        "organisation-name, clerk, /organisations/{cell}/name",
        "organisation-parent, clerk, /organisations/{cell}/parent",
        "organisation-type, clerk, /organisations/{cell}/type",
        "organisation-kind, clerk, /organisations/{cell}/kind",
        "organisation-closing, clerk, /organisations/{cell}/closing",
        "paper-files, clerk, /paper-files",
        "paper-files-of-a-state, inspector, /paper-files?state=NOT_RECORDED",
        "paper-file, clerk, /members/{member}/paper-file",
        "paper-file-placing, clerk, /members/{member}/paper-file/placing",
        "paper-file-loan, clerk, /members/{member}/paper-file/loan",
        "paper-file-return, clerk, /members/{member}/paper-file/return",
        "paper-file-hand-over, clerk, /paper-files/hand-over?member={member}",
        "paper-file-counts, clerk, /paper-files/counts",
        "papers, board, /papers",
        "papers-of-a-district, clerk, /papers?organisation={district}&kind=MEMBER_SHEET",
        "papers-people, clerk, /papers/people?state=INCOMPLETE",
        "papers-nobody, clerk, /papers/people?q=khongcoaitenthe",
        "papers-batches, clerk, /papers/batches",
        "papers-of-a-member, clerk, /members/{member}/papers",
        "papers-for-an-inspector, inspector, /members/{member}/papers",
        "committees, clerk, /committees",
        "committees-vacant, board, /committees?gap=POST",
        "committee, clerk, /organisations/{district}/committee",
        "committee-of-a-cell, secretary, /organisations/{cell}/committee",
        "committee-for-an-auditor, auditor, /organisations/{district}/committee",
        "committee-new, clerk, /organisations/{cell}/committee/new",
        "committee-end, clerk, /committees/terms/{term}/end",
        "committee-withdrawal, clerk, /committees/terms/{term}/withdrawal",
        "committee-post-new, clerk, /committees/terms/{term}/posts/new?q=nguyen+van",
        "committee-post-end, clerk, /committees/posts/{post}/end",
        "committee-post-withdrawal, clerk, /committees/posts/{post}/withdrawal",
        "member-posts, clerk, /members/{holder}/posts",
        "supplements, clerk, /supplements",
        "supplement-new, clerk, /supplements/new",
        "supplements-of-a-member, clerk, /members/{member}/supplements",
        "member-party-age, clerk, /members/{member}/party-age",
        "recognition, board, /recognition",
        "recognition-due, clerk, /recognition?reason=DUE&sort=name%2Casc",
        "recognition-nobody, secretary, /recognition?years=90",
        "recognition-batches, clerk, /recognition/batches",
        "recognition-cards, clerk, /recognition/cards",
        "recognition-checks, clerk, /recognition/checks",
        "rule, board, /rulebook/transfer-start-official",
        "rule-for-a-clerk, clerk, /rulebook/badge-level",
        "rule-of-groups, board, /rulebook/applies-at-once",
        "rule-new, board, /rulebook/transfer-start-official/values/new",
        "rule-preview, board, /rulebook/transfer-start-official/values/preview?group=ALL&starts=01/06/2022&value=20&unit=WORKING_DAYS&directive=24-qd-tw-2021&clause=6.3&certainty=SECONDARY&reason=Thu",
        "rule-refused, board, /rulebook/ceremony/values/preview?group=ALL&starts=01/04/2022&value=-1&unit=WORKING_DAYS",
        "rule-confirmation, board, /rulebook/paper-file-count-interval/confirmation?group=ALL&starts=2022-01-18",
        "rule-withdrawal, board, /rulebook/ceremony/withdrawal?group=ALL&starts=2025-01-20",
        "rulebook-holidays-kept, board, /rulebook/holidays?year=2022",
        "rulebook-holiday-new, board, /rulebook/holidays/new",
        "inbox-escalated, board, /inbox?urgency=ESCALATED",
        "inbox-punctuality, board, /inbox/punctuality?year=2022",
        "inbox-delegations, clerk, /inbox/delegations",
        "recognition-stock, clerk, /recognition/stock",
        "recognition-stock-entries, board, /recognition/stock/entries?what=RECEIVED&to=2022-04-30",
        "recognition-of-a-member, clerk, /members/{member}/recognition",
        "recognition-for-an-inspector, inspector, /members/{member}/recognition",
        "recognition-card, clerk, /members/{member}/recognition/cards/new",
        "recognition-card-end, clerk, /members/{member}/recognition/cards/end",
        "recognition-lost-badge, clerk, /members/{member}/recognition/lost-badge",
        "recognition-proposal, clerk, /members/{member}/recognition/proposal",
        "recognition-card-correction, clerk, /members/{member}/recognition/cards/correction",
        "recognition-withdrawal, clerk, /members/{member}/recognition/withdrawal",
        "classes, board, /classes",
        "classes-none, clerk, /classes?q=khongcoloptenthe",
        "class-new, clerk, /classes/new",
        "class-people, clerk, /classes/people",
        "class-figures, board, /classes/figures?from=2019&to=2022",
        "plans, board, /plans",
        "plan-new, clerk, /plans/new",
        "plan-figures, clerk, /plans/figures",
        "places, clerk, /plans/places",
        "place-new, clerk, /plans/places/new",
        "places-many, clerk, /plans/places/many",
        "place-posts-many, clerk, /plans/places/posts/many",
        "place-posts, clerk, /plans/places/posts?held=false",
        "place-figures, board, /plans/places/figures",
        "quality, board, /quality",
        "quality-of-a-district, clerk, /quality?topic=DUPLICATES",
        "quality-of-a-cell, secretary, /quality",
        "quality-list, clerk, /quality/missing-decided_on",
        "statistics-form-1, board, /statistics/1",
        "statistics-form-1-of-a-district, clerk, /statistics/1?from=01/01/2019",
        "statistics-form-1-of-a-cell, secretary, /statistics/1",
        "statistics-form-1-people, clerk, /statistics/1/people?row=B1&from=01/01/2019",
        "statistics-form-1-nobody, clerk, /statistics/1/people?row=C2",
        "statistics-form-1-reported, clerk, /statistics/1/reported-figures/new?row=B1",
        "statistics-form-2, board, /statistics/2",
        "statistics-form-2-of-a-district, clerk, /statistics/2?from=01/01/2021&to=31/12/2021",
        "statistics-form-2-people, clerk, /statistics/2/people?row=Ia&from=01/01/2021",
        "statistics-form-2b, board, /statistics/2B?from=01/01/2021&to=31/12/2021",
        "periods, board, /periods",
        "periods-closed, board, /periods?state=CLOSED&kind=QUARTER&sort=kind%2Casc",
        "period-history, board, /periods/history",
        "reconciliations, board, /reconciliations",
        "members-differences, clerk, /members/differences?from=31/12/2020",
        "organisations-differences, board, /organisations/differences?from=31/12/2018",
        "transfers, board, /transfers",
        "transfers-of-a-code, clerk, /transfers?code=1234",
        "transfers-of-a-member, clerk, /members/{member}/transfers",
        "transfer-request, clerk, /members/{member}/transfers/new",
        "transfer-arrival, clerk, /transfers/arrival",
        "transfer-reception, board, /transfers/reception",
        "transfer-guests, clerk, /transfers/guests",
        "transfer-guest-new, clerk, /transfers/guests/new",
        "admissions, board, /admissions",
        "admissions-board, clerk, /admissions/board",
        "admissions-forms, clerk, /admissions/forms",
        "admissions-of-many, clerk, /admissions/many/DECIDED",
        "admissions-ceremony-of-many, board, /admissions/many/CEREMONY",
        "admission-new, clerk, /admissions/new",
        "admission-on-probation, board, /admissions/{case}",
        "admission-back, board, /admissions/{case}/back",
        "admission-extension, board, /admissions/{case}/extension",
        "admission-move, board, /admissions/{case}/move",
        "admission-paper-new, board, /admissions/{case}/papers/new",
        "inbox, board, /inbox",
        "inbox-of-a-cell, secretary, /inbox?state=OVERDUE",
        "imports, clerk, /imports",
        "rulebook, secretary, /rulebook",
        "rulebook-pairs, secretary, /rulebook/permitted-pairs",
        "rulebook-directives, secretary, /rulebook/directives",
        "rulebook-codes, secretary, /rulebook/codes",
        "rulebook-holidays, secretary, /rulebook/holidays",
        "audit, auditor, /audit",
        "accounts, admin, /accounts",
        "account-new, admin, /accounts/new",
        "account, admin, /accounts/{account}",
        "account-grant, admin, /accounts/{account}/grants/new",
        "password, clerk, /account/password",
    })
    void aPageHasNoBarrierAndIsValid(String name, @Nullable String account, String pattern, Browser browser) {
        var visit =
                windows.computeIfAbsent(Objects.requireNonNullElse(account, ""), username -> window(browser, username));
        visit.inspect(filled(pattern), name);
        visit.hasTheShell(account != null, account != null && !account.equals("admin"));
        visit.wentWell();
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void anAdmissionThatIsRefusedHasNoBarrierAndIsValid(String language, Page page) {
        var visit = new Visit(page, port);
        visit.signIn("clerk", "sample");
        visit.open("/members/admission", language);
        page.locator("#fullName").fill("Thạch Thị Sa Vươn");
        page.locator("#born").fill("31/02/1999");
        page.locator("#citizenNumber").fill("0840");
        page.locator("main form button").click();
        assertThat(page.locator("#born")).hasAttribute("aria-invalid", "true");
        assertThat(page.locator("main [role=alert] li")).hasCount(8);
        assertThat(page.locator("main form")).not().containsText("must not");
        visit.inspect("member-admission-refused-" + language);
        visit.wentWell();
    }

    /** Each reader keeps one window for all pages: what a browser keeps of the program it need not fetch and read again. */
    private Visit window(Browser browser, String username) {
        var visit = new Visit(browser.newContext(DebianChromium.window()).newPage(), port);
        if (!username.isEmpty()) {
            visit.signIn(username, "sample");
        }
        return visit;
    }

    @AfterAll
    void closeTheWindows() {
        windows.values().forEach(Visit::close);
    }

    /** A chart that fails leaves an empty frame, which nobody misses who reads the table. */
    @Test
    void eachChartOfHomeIsDrawnFromTheTableUnderIt(Page page) {
        var visit = new Visit(page, port);
        visit.signIn("board", "sample");
        visit.open("/");
        assertThat(page.locator("canvas[data-figures]")).hasCount(7);
        var undrawn = page.evaluate("""
                () => [...document.querySelectorAll('canvas[data-figures]')].filter(canvas => {
                    const figures = [...document.getElementById(canvas.dataset.figures).tBodies[0].rows]
                        .map(row => Number(row.querySelector('a').textContent.replaceAll('.', '')));
                    const drawn = Chart.getChart(canvas)?.data.datasets[0].data ?? [];
                    const dots = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
                    return JSON.stringify(drawn) !== JSON.stringify(figures) || !dots.some(dot => dot > 0);
                }).map(canvas => canvas.dataset.figures)""");
        Assertions.assertThat((List<?>) undrawn).isEmpty();
        visit.wentWell();
    }

    @Test
    void theOtherLanguageKeepsWhatIsAsked(Page page) {
        var visit = new Visit(page, port);
        visit.signIn("board", "sample");
        visit.open("/members?sex=FEMALE&ethnicity=KHMER&sort=born%2Casc&page=2");
        var total = page.locator(".pager .total").first().innerText().replaceAll(".* ", "");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("English"))
                .click();
        assertThat(page.locator("h1")).hasText("Members");
        assertThat(page.locator(".pager .total").first()).containsText("51–100 of " + total);
        assertThat(page.locator("#filter-sex")).hasValue("FEMALE");
        assertThat(page.locator("#filter-ethnicity")).hasValue("KHMER");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Tiếng Việt"))
                .click();
        assertThat(page.locator("#filter-sex")).hasValue("FEMALE");
        assertThat(page.locator(".pager .total").first()).containsText("51–100 trong " + total);
        visit.wentWell();
    }

    /** A campaign that a clerk opens, with each of its pages. */
    @Test
    void aCampaignOfSupplementsHasNoBarrierAndIsValid(Page page) {
        var visit = new Visit(page, port);
        visit.signIn("clerk", "sample");
        visit.open("/supplements/new");
        page.locator("#year").fill("2022");
        page.locator("#opensOn").fill("01/04/2022");
        page.locator("#dueOn").fill("20/04/2022");
        page.locator("#guidance").fill("12-CV/HU");
        page.locator("main form button").click();
        assertThat(page.getByRole(AriaRole.STATUS)).hasText("Đã mở đợt bổ sung hồ sơ.");
        var campaign = page.url().replaceAll(".*(?=/supplements/)", "");
        visit.inspect(campaign, "supplement");
        visit.inspect(campaign + "/members?state=NOT_YET", "supplement-not-yet");
        visit.inspect(campaign + "/sheets", "supplement-sheets");
        visit.open(campaign + "/members?state=NOT_YET");
        page.locator("tbody th a").first().click();
        page.locator("input[value=false]").check();
        page.locator("main form button").click();
        assertThat(page.getByRole(AriaRole.STATUS)).hasText("Đã ghi phiếu bổ sung.");
        visit.inspect(page.url().replaceAll(".*(?=/supplements/)", ""), "supplement-of-a-member");
        visit.open(campaign);
        page.locator("form[action$=closing] button").click();
        assertThat(page.getByRole(AriaRole.STATUS)).hasText("Đã kết thúc đợt bổ sung hồ sơ.");
        visit.wentWell();
    }

    /** A reorganisation that a clerk drafts, with each of its pages, and lets go: the sample stays as it is. */
    @Test
    void aReorganisationHasNoBarrierAndIsValid(Page page) {
        var cell = filled("{cell}");
        var visit = new Visit(page, port);
        visit.signIn("clerk", "sample");
        visit.open("/reorganisations/new");
        page.locator("#name").fill("Sắp xếp chi bộ ấp");
        page.locator("#day").fill("20/04/2022");
        page.locator("main form button").click();
        assertThat(page.getByRole(AriaRole.STATUS)).hasText("Đã lập phương án. Hãy thêm các bước, rồi xem trước.");
        var draft = page.url().replaceAll(".*(?=/reorganisations/)", "");
        visit.inspect(draft + "/steps/MERGE", "reorganisation-merge");
        visit.inspect(draft + "/steps/SPLIT", "reorganisation-split");
        page.locator("main form button").click();
        assertThat(page.locator("#parent")).hasAttribute("aria-invalid", "true");
        visit.inspect("reorganisation-split-refused");
        page.locator("#organisation").fill(code(cell));
        page.locator("#name").fill("Chi bộ tách mới");
        page.locator("#type").selectOption("CB_TT");
        page.locator("#parent").fill(codeOfParent(cell));
        page.locator("main form button").click();
        assertThat(page.getByRole(AriaRole.STATUS)).hasText("Đã ghi vào phương án.");
        visit.inspect("reorganisation");
        page.locator("main table a").first().click();
        page.locator("main tbody input[type=checkbox]").first().check();
        page.locator("main form button").click();
        visit.inspect("reorganisation-members");
        visit.open(draft);
        page.locator("main table a").last().click();
        visit.inspect("reorganisation-candidates");
        visit.inspect(draft + "/preview", "reorganisation-preview");
        visit.inspect(draft + "/tree", "reorganisation-tree");
        visit.inspect(draft + "/changes", "reorganisation-changes");
        visit.inspect(draft + "/outline", "reorganisation-outline");
        visit.open(draft);
        page.locator("details summary").click();
        page.locator("form[action$=abandonment] button").click();
        visit.inspect("reorganisations-one-let-go");
        visit.wentWell();
    }

    private String code(String organisation) {
        return jdbc.sql("select code from organisation.organisation_code where organisation_id = ?::uuid")
                .param(organisation)
                .query(String.class)
                .single();
    }

    private String codeOfParent(String organisation) {
        return code(jdbc.sql(
                        "select parent_id::text from organisation.organisation_version where organisation_id = ?::uuid")
                .param(organisation)
                .query(String.class)
                .single());
    }

    /** The address with somebody and something of the sample in it, within the clerk's district. */
    private String filled(String pattern) {
        var address = pattern;
        for (var place : PLACES.entrySet()) {
            if (address.contains(place.getKey())) {
                var found = jdbc.sql(place.getValue()).query(String.class).single();
                address = address.replace(place.getKey(), found);
            }
        }
        return address;
    }

    private static String somebody(String status) {
        return """
                select s.member_id::text from membership.standing s
                join organisation.ancestry a on a.descendant_id = s.organisation_id and upper_inf(a.valid)
                where a.ancestor_id in (%s) and s.status = '%s' and upper_inf(s.valid)
                order by s.member_id limit 1""".formatted(CLERKS, status);
    }
}
