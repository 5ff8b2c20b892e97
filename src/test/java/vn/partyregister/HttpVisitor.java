package vn.partyregister;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** Somebody who reads the pages of a running program and sends its forms, each with the token of its page. */
final class HttpVisitor {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final Function<String, URI> program;
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    HttpVisitor(RunningProgram program) {
        this.program = program::address;
    }

    HttpVisitor(int port) {
        this.program = address -> URI.create("http://localhost:" + port + address);
    }

    HttpVisitor signIn(String username, String password) throws IOException, InterruptedException {
        send("/sign-in", "/sign-in", List.of("username", username, "password", password));
        return this;
    }

    String get(String address) throws IOException, InterruptedException {
        return read(HttpRequest.newBuilder(program.apply(address)).build()).page();
    }

    /** A file as it comes, not read as text. */
    HttpResponse<byte[]> file(String address) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(program.apply(address)).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    /** Sends a form with the token of its page, and reads the page that comes after it. */
    Answer send(String page, String address, List<String> fields) throws IOException, InterruptedException {
        var token = TOKEN.matcher(get(page));
        assertThat(token.find()).as(page).isTrue();
        var all = new ArrayList<>(fields);
        all.addAll(List.of("_csrf", token.group(1)));
        var form = new ArrayList<String>();
        for (var at = 0; at < all.size(); at += 2) {
            form.add(all.get(at) + "=" + URLEncoder.encode(all.get(at + 1), StandardCharsets.UTF_8));
        }
        return read(HttpRequest.newBuilder(program.apply(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(String.join("&", form)))
                .build());
    }

    /** Sends a form that brings a file, and reads the page that comes after it. */
    Answer sendFile(String page, String address, String name, byte[] file, List<String> fields)
            throws IOException, InterruptedException {
        var token = TOKEN.matcher(get(page));
        assertThat(token.find()).as(page).isTrue();
        var boundary = "between-the-parts";
        var body = new ByteArrayOutputStream();
        var all = new ArrayList<>(fields);
        all.addAll(List.of("_csrf", token.group(1)));
        for (var at = 0; at < all.size(); at += 2) {
            body.writeBytes("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                    .formatted(boundary, all.get(at), all.get(at + 1))
                    .getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes("--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n"
                .formatted(boundary, name)
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes("\r\n--%s--\r\n".formatted(boundary).getBytes(StandardCharsets.UTF_8));
        return read(HttpRequest.newBuilder(program.apply(address))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                .build());
    }

    private Answer read(HttpRequest request) throws IOException, InterruptedException {
        var answer = client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        return new Answer(answer.uri().getPath(), HtmlUtils.htmlUnescape(answer.body()));
    }

    /** The page that a form led to, and where it is. */
    record Answer(String address, String page) {}
}
