package vn.partyregister;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** The first days of a real register: it starts empty, and the first administrator founds its first organisation. */
final class FirstDays {
    private static final Pattern CODE = Pattern.compile("enter the code ([A-Z0-9-]+)");
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final String PASSWORD = "một mật khẩu đủ dài";

    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    private FirstDays() {}

    static void live(RunningProgram program) throws IOException, InterruptedException {
        var days = new FirstDays();
        days.admit(program.untilItSays("enter the code"));
        days.foundTheFirstOrganisation(program);
    }

    private void admit(RunningProgram program) throws IOException, InterruptedException {
        var code = CODE.matcher(program.said());
        assertThat(code.find()).isTrue();
        send(
                program,
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
        send(program, "/sign-in", List.of("username", "first", "password", PASSWORD));
        assertThat(get(program, "/")).contains("Tài khoản").doesNotContain("href=\"/members");
    }

    private void foundTheFirstOrganisation(RunningProgram program) throws IOException, InterruptedException {
        assertThat(get(program, "/organisations"))
                .contains("Sổ chưa có tổ chức nào", "href=\"/organisations/new\"")
                .doesNotContain("href=\"/imports");
        assertThat(get(program, "/members")).contains("không có quyền");
        var founded = send(
                program,
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
        assertThat(founded).contains("Đã lập tổ chức đầu tiên").doesNotContain("href=\"/organisations\"");
        assertThat(get(program, "/organisations")).contains("không có quyền");
    }

    private String send(RunningProgram program, String address, List<String> fields)
            throws IOException, InterruptedException {
        return send(program, address, address, fields);
    }

    /** Sends a form with the token of its page, and reads the page that comes after it. */
    private String send(RunningProgram program, String page, String address, List<String> fields)
            throws IOException, InterruptedException {
        var token = TOKEN.matcher(get(program, page));
        assertThat(token.find()).isTrue();
        var all = new ArrayList<>(fields);
        all.addAll(List.of("_csrf", token.group(1)));
        var form = new ArrayList<String>();
        for (var at = 0; at < all.size(); at += 2) {
            form.add(all.get(at) + "=" + URLEncoder.encode(all.get(at + 1), StandardCharsets.UTF_8));
        }
        return read(HttpRequest.newBuilder(program.address(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(String.join("&", form)))
                .build());
    }

    private String get(RunningProgram program, String address) throws IOException, InterruptedException {
        return read(HttpRequest.newBuilder(program.address(address)).build());
    }

    private String read(HttpRequest request) throws IOException, InterruptedException {
        var body = client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8))
                .body();
        return HtmlUtils.htmlUnescape(body);
    }
}
