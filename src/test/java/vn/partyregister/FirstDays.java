package vn.partyregister;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * The first days of a real register: it starts empty, the first administrator founds its first organisation and lets its
 * board in, who founds a cell and writes down its first member.
 */
final class FirstDays {
    private static final Pattern CODE = Pattern.compile("enter the code ([A-Z0-9-]+)");
    private static final Pattern SECRET = Pattern.compile("<output class=\"secret\">([^<]+)<");
    private static final Pattern FOUND = Pattern.compile("name=\"organisation\"[^>]* value=\"([0-9a-f-]{36})\"");
    private static final Pattern MEMBER = Pattern.compile("/members/[0-9a-f-]{36}");
    private static final String PASSWORD = "một mật khẩu đủ dài";
    private static final String PROVINCE = "Đảng bộ tỉnh Mới";
    private static final String CELL = "Chi bộ Văn phòng Mới";
    private static final String BOARD = "bantochuc";
    private static final String CITIZEN_NUMBER = "084160000017";

    private final RunningProgram program;
    private final HttpVisitor visitor;

    private FirstDays(RunningProgram program) {
        this.program = program;
        visitor = new HttpVisitor(program);
    }

    static void live(RunningProgram program) throws IOException, InterruptedException {
        var days = new FirstDays(program);
        days.admit(program.untilItSays("enter the code"));
        look(program, visit -> {
            visit.signIn("first", PASSWORD);
            visit.inspect("/organisations", "organisations-empty-register");
        });
        days.foundTheFirstOrganisation();
        days.letTheBoardIn();
        new FirstDays(program).writeDownTheFirstMember();
    }

    /** Everything that was entered in these days can be read in full, what is sealed too: the key belongs to the copy. */
    static void areKept(RunningProgram program) throws IOException, InterruptedException {
        var board = new HttpVisitor(program).signIn(BOARD, PASSWORD);
        var members = board.get("/members");
        assertThat(members).contains(CELL);
        var member = MEMBER.matcher(members);
        assertThat(member.find()).isTrue();
        assertThat(board.get(member.group()))
                .contains("Lâm Thị Đầu Tiên", PROVINCE)
                .doesNotContain(CITIZEN_NUMBER);
        assertThat(board.get(member.group() + "/citizen-number")).contains(CITIZEN_NUMBER);
    }

    private void admit(RunningProgram program) throws IOException, InterruptedException {
        look(program, visit -> visit.inspect("/first-administrator", "first-administrator"));
        var code = CODE.matcher(program.said());
        assertThat(code.find()).isTrue();
        visitor.send(
                "/first-administrator",
                "/first-administrator",
                List.of(
                        "code",
                        code.group(1),
                        "username",
                        "first",
                        "name",
                        "Quản trị",
                        "password",
                        PASSWORD,
                        "again",
                        PASSWORD));
        visitor.signIn("first", PASSWORD);
        assertThat(visitor.get("/")).contains("Tài khoản").doesNotContain("href=\"/members");
    }

    /** Where a browser is there, with its eyes. */
    private static void look(RunningProgram program, Consumer<Visit> seen) {
        if (DebianChromium.path().isEmpty()) {
            return;
        }
        var options = new DebianChromium().getOptions();
        try (var playwright = Playwright.create(options.playwrightCreateOptions);
                var browser = playwright.chromium().launch(options.launchOptions)) {
            var visit = new Visit(
                    browser.newContext(DebianChromium.window()).newPage(),
                    program.address("/").getPort());
            seen.accept(visit);
            visit.wentWell();
        }
    }

    private void foundTheFirstOrganisation() throws IOException, InterruptedException {
        assertThat(visitor.get("/organisations"))
                .contains("Sổ chưa có tổ chức nào", "href=\"/organisations/new\"")
                .doesNotContain("href=\"/imports");
        assertThat(visitor.get("/members")).contains("không có quyền");
        var founded = found(PROVINCE, "DB_TINH", "");
        assertThat(founded.page()).contains("Đã lập tổ chức đầu tiên").doesNotContain("href=\"/organisations\"");
        assertThat(visitor.get("/organisations")).contains("không có quyền");
    }

    private HttpVisitor.Answer found(String name, String type, String parent) throws IOException, InterruptedException {
        return visitor.send(
                "/organisations/new",
                "/organisations",
                List.of(
                        "name",
                        name,
                        "type",
                        type,
                        "parent",
                        parent,
                        "day",
                        "01/01/2020",
                        "issuer",
                        "Ban Bí thư",
                        "number",
                        "1-QĐ/TW",
                        "issuedOn",
                        "01/01/2020"));
    }

    /** Opened by the administrator with a temporary password, which its owner changes at once. */
    private void letTheBoardIn() throws IOException, InterruptedException {
        var opened = visitor.send("/accounts/new", "/accounts", List.of("username", BOARD, "name", "Ban Tổ chức"));
        var temporary = only(SECRET, opened.page());
        var grant = opened.address() + "/grants/new?q=tinh+moi";
        var place = only(FOUND, visitor.get(grant));
        visitor.send(
                grant,
                opened.address() + "/grants",
                List.of("organisation", place, "role", "BOARD", "from", "01/01/2020", "to", ""));
        new HttpVisitor(program)
                .signIn(BOARD, temporary)
                .send(
                        "/account/password",
                        "/account/password",
                        List.of("current", temporary, "password", PASSWORD, "again", PASSWORD));
    }

    private void writeDownTheFirstMember() throws IOException, InterruptedException {
        visitor.signIn(BOARD, PASSWORD);
        found("Đảng bộ các cơ quan Mới", "DB_CAPTREN_TT", PROVINCE);
        found(CELL, "CB_CS", "Đảng bộ các cơ quan Mới");
        var written = visitor.send(
                "/members/opening",
                "/members/opening",
                List.of(
                        "organisation",
                        CELL,
                        "fullName",
                        "Lâm Thị Đầu Tiên",
                        "citizenNumber",
                        CITIZEN_NUMBER,
                        "sex",
                        "FEMALE",
                        "born",
                        "2/1/1960",
                        "ethnicity",
                        "KINH",
                        "religion",
                        "NONE",
                        "joinedOn",
                        "3/3/1990",
                        "status",
                        "OFFICIAL",
                        "officialOn",
                        "3/3/1991",
                        "source",
                        "Sổ cũ, trang 3"));
        assertThat(written.page()).contains("Lâm Thị Đầu Tiên", CELL);
    }

    private static String only(Pattern sought, String page) {
        var found = sought.matcher(page);
        assertThat(found.find()).as(sought.pattern()).isTrue();
        return found.group(1);
    }
}
