package vn.partyregister;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** The first days of a real register: it starts empty, and the first administrator founds its first organisation. */
final class FirstDays {
    private static final Pattern CODE = Pattern.compile("enter the code ([A-Z0-9-]+)");
    private static final String PASSWORD = "một mật khẩu đủ dài";

    private final HttpVisitor visitor;

    private FirstDays(RunningProgram program) {
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
        var founded = visitor.send(
                "/organisations/new",
                "/organisations",
                List.of(
                        "name",
                        "Đảng bộ tỉnh Mới",
                        "type",
                        "DB_TINH",
                        "day",
                        "01/01/2020",
                        "issuer",
                        "Ban Bí thư",
                        "number",
                        "1-QĐ/TW",
                        "issuedOn",
                        "01/01/2020"));
        assertThat(founded.page()).contains("Đã lập tổ chức đầu tiên").doesNotContain("href=\"/organisations\"");
        assertThat(visitor.get("/organisations")).contains("không có quyền");
    }
}
