package vn.partyregister;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.HtmlUtils;
import vn.partyregister.access.Role;
import vn.partyregister.platform.OpenToAll;

/** Whatever goes wrong, the page says what, and what to do, in the reader's language; it leads home, and tells nothing of the program. */
@RegisterTest
@NullUnmarked
class ErrorPagesTests {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final RequestMappingInfo FAILING = RequestMappingInfo.paths("/failing/{how}")
            .methods(RequestMethod.GET)
            .build();

    @LocalServerPort
    private int port;

    @Autowired
    private SignIn signIn;

    @Autowired
    private Orgs orgs;

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private String token;

    @BeforeEach
    void aClerk() throws Exception {
        requestMappingHandlerMapping.registerMapping(
                FAILING, new Failing(), Failing.class.getDeclaredMethod("fail", String.class));
        var account = signIn.account(Role.CLERK, orgs.tree().east());
        post(
                "/sign-in",
                form("username", account.username(), "password", SignIn.PASSWORD, "_csrf", tokenOf("/sign-in")));
        token = tokenOf("/account/password");
    }

    @AfterEach
    void nothingFailsAnyMore() {
        requestMappingHandlerMapping.unregisterMapping(FAILING);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "404 | vi | /khong-co-trang | Không có trang nào ở địa chỉ này. Hãy kiểm tra lại địa chỉ.",
                "404 | en | /khong-co-trang | There is no page at this address. Check the address.",
                "404 | vi | /members/x | Không có trang nào ở địa chỉ này. Hãy kiểm tra lại địa chỉ.",
                "404 | en | /members/x | There is no page at this address. Check the address.",
                "403 | vi | /accounts | Tài khoản này không có quyền dùng chức năng vừa gọi. Nếu cần, hãy đề nghị người quản trị cấp quyền.",
                "403 | en | /accounts | This account may not use that function. If you need it, ask the administrator for the role.",
                "405 | vi | /members/bulk | Trang này không nhận cách gọi đó. Hãy quay lại và thử lại.",
                "405 | en | /members/bulk | This page does not take that kind of request. Go back and try again.",
                "409 | vi | /failing/late | Người khác vừa sửa chỗ này trong lúc bạn đang nhập. Hãy mở lại trang, xem điều đã đổi, rồi nhập lại.",
                "409 | en | /failing/late | Somebody else changed this while you were typing. Open the page again, look at what changed, and enter yours again.",
                "500 | vi | /failing/broken | Có lỗi trong chương trình. Dữ liệu vẫn như trước khi thao tác. Hãy thử lại; nếu lỗi lặp lại, hãy báo người quản trị cùng giờ xảy ra.",
                "500 | en | /failing/broken | The program failed. The data are as they were before. Try again; if it happens again, tell the administrator the time.",
            })
    void aPageSaysWhatIsWrongAndWhatToDo(int status, String language, String address, String sentence)
            throws Exception {
        var asked = address + "?lang=" + language;
        says(status == 405 ? send("DELETE", asked, BodyPublishers.noBody()) : get(asked), status, language, sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "vi | Không được phép. Có thể phiên làm việc đã hết: hãy tải lại trang trước và thử lại.",
                "en | Not allowed. Your session may have ended: reload the page before and try again.",
            })
    void aFormWithoutItsTokenIsRefused(String language, String sentence) throws Exception {
        says(post("/account/password?lang=" + language, form("current", "x")), 403, language, sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "vi | Tệp quá lớn: mỗi tệp được nhiều nhất 64MB. Hãy chia thành nhiều tệp nhỏ hơn, hoặc bỏ ảnh và trang không cần, rồi tải lên lại.",
                "en | The file is too large: 64MB at most for each. Split it into smaller files, or take out pictures and pages that are not needed, and upload it again.",
            })
    void aFileThatIsTooLargeIsToldHowLargeItMayBe(String language, String sentence) throws Exception {
        get("/account/password?lang=" + language);
        var start = "--x\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + token
                + "\r\n--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"dang-vien.xlsx\"\r\n\r\n";
        var body = BodyPublishers.ofByteArrays(List.of(
                start.getBytes(StandardCharsets.US_ASCII),
                new byte[65 << 20],
                "\r\n--x--\r\n".getBytes(StandardCharsets.US_ASCII)));
        var answer = browser.send(
                HttpRequest.newBuilder(uri("/imports"))
                        .header("Accept", "text/html")
                        .header("Content-Type", "multipart/form-data; boundary=x")
                        .POST(body)
                        .build(),
                BodyHandlers.ofString());
        says(answer, 413, language, sentence);
    }

    private static void says(HttpResponse<String> answer, int status, String language, String sentence) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        var page = HtmlUtils.htmlUnescape(answer.body());
        var vietnamese = language.equals("vi");
        assertThat(page)
                .contains(
                        "lang=\"" + language + "\"",
                        vietnamese ? "<h1>Không thực hiện được</h1>" : "<h1>This could not be done</h1>",
                        ">" + sentence + "</p>",
                        vietnamese ? "<a href=\"/\">Về trang đầu</a>" : "<a href=\"/\">Back to the first page</a>")
                .doesNotContain("Exception", "vn.partyregister", "secret of the program");
        ValidHtml.check(answer.uri().toString(), answer.body());
    }

    private String tokenOf(String address) throws IOException, InterruptedException {
        var found = TOKEN.matcher(get(address).body());
        assertThat(found.find()).as(address).isTrue();
        return found.group(1);
    }

    private HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return send("GET", address, BodyPublishers.noBody());
    }

    private HttpResponse<String> post(String address, String form) throws IOException, InterruptedException {
        return send("POST", address, BodyPublishers.ofString(form));
    }

    private HttpResponse<String> send(String method, String address, BodyPublisher body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(uri(address))
                .header("Accept", "text/html")
                .method(method, body);
        if (method.equals("POST")) {
            request.header("Content-Type", "application/x-www-form-urlencoded");
        }
        if (method.equals("DELETE")) {
            request.header("X-CSRF-TOKEN", token);
        }
        return browser.send(request.build(), BodyHandlers.ofString());
    }

    private URI uri(String address) {
        return URI.create("http://localhost:" + port + address);
    }

    private static String form(String... fields) {
        var form = new StringBuilder();
        for (var at = 0; at < fields.length; at += 2) {
            form.append(fields[at])
                    .append('=')
                    .append(URLEncoder.encode(fields[at + 1], StandardCharsets.UTF_8))
                    .append('&');
        }
        return form.toString();
    }

    /** What no page of the program does. */
    @OpenToAll
    static final class Failing {
        String fail(@PathVariable String how) {
            throw how.equals("late")
                    ? new ObjectOptimisticLockingFailureException(Failing.class, how)
                    : new IllegalStateException("a secret of the program");
        }
    }
}
