package vn.partyregister.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A sample account's session over HTTP, without a browser's own cost. */
final class SignedInBrowser {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern HIDDEN = Pattern.compile("name=\"(_csrf|mark)\" value=\"([^\"]+)\"");
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final String base;

    SignedInBrowser(int port, String account) throws IOException, InterruptedException {
        this(URI.create("http://localhost:" + port), account);
    }

    SignedInBrowser(URI program, String account) throws IOException, InterruptedException {
        this.base = program.toString();
        var token = TOKEN.matcher(get("/sign-in").body());
        if (!token.find()) {
            throw new IllegalStateException("the sign-in page has no token");
        }
        var form = "username=%s&password=sample&_csrf=%s"
                .formatted(account, URLEncoder.encode(token.group(1), StandardCharsets.UTF_8));
        var answer = client.send(
                HttpRequest.newBuilder(URI.create(base + "/sign-in"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
        if (answer.headers().firstValue("Location").orElse("").contains("failed")) {
            throw new IllegalStateException(account + " could not sign in");
        }
    }

    HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(base + address)).build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    /** Asks and throws away, failing on anything but 200. */
    void ask(String address) throws IOException, InterruptedException {
        var answer = client.send(
                HttpRequest.newBuilder(URI.create(base + address)).build(), HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(address + " answered " + answer.statusCode());
        }
    }

    /** The token and the mark of a form that is shown, to be sent with what is typed. */
    String hidden(String address) throws IOException, InterruptedException {
        var fields = HIDDEN.matcher(get(address).body());
        var hidden = new StringBuilder();
        while (fields.find()) {
            hidden.append(hidden.isEmpty() ? "" : "&")
                    .append(fields.group(1))
                    .append('=')
                    .append(URLEncoder.encode(fields.group(2), StandardCharsets.UTF_8));
        }
        return hidden.toString();
    }

    static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** Sends a form, failing on anything but the redirect of a form that was taken. */
    void send(String address, String fields) throws IOException, InterruptedException {
        var answer = client.send(
                HttpRequest.newBuilder(URI.create(base + address))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(fields))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
        if (answer.statusCode() != 302) {
            throw new IllegalStateException(address + " answered " + answer.statusCode());
        }
    }

    /** How many bytes the page weighs as it travels, compressed. */
    int weight(String address) throws IOException, InterruptedException {
        return client.send(
                        HttpRequest.newBuilder(URI.create(base + address))
                                .header("Accept-Encoding", "gzip")
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray())
                .body()
                .length;
    }

    /** Sends a file with the fields beside it, and tells where the answer leads. */
    String upload(String address, Map<String, String> fields, Path file) throws IOException, InterruptedException {
        var border = "----bench";
        var before = new StringBuilder();
        fields.forEach((name, value) -> before.append(
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(border, name, value)));
        before.append("--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n"
                .formatted(border, file.getFileName()));
        var answer = client.send(
                HttpRequest.newBuilder(URI.create(base + address))
                        .header("Content-Type", "multipart/form-data; boundary=" + border)
                        .POST(HttpRequest.BodyPublishers.concat(
                                HttpRequest.BodyPublishers.ofString(before.toString()),
                                HttpRequest.BodyPublishers.ofFile(file),
                                HttpRequest.BodyPublishers.ofString("\r\n--%s--\r\n".formatted(border))))
                        .build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        return answer.headers()
                .firstValue("Location")
                .map(location -> URI.create(location).getPath())
                .orElseThrow(() -> new IllegalStateException(address + " answered " + answer.statusCode()));
    }

    /** A file as it comes, to be read as slowly as one likes; fails on anything but 200. */
    InputStream open(String address) throws IOException, InterruptedException {
        var answer = client.send(
                HttpRequest.newBuilder(URI.create(base + address)).build(), HttpResponse.BodyHandlers.ofInputStream());
        if (answer.statusCode() != 200) {
            answer.body().close();
            throw new IllegalStateException(address + " answered " + answer.statusCode());
        }
        return answer.body();
    }

    /** Milliseconds until the first byte, until the last, and the bytes. */
    Download download(String address) throws IOException, InterruptedException {
        var start = System.nanoTime();
        try (var body = open(address)) {
            var bytes = body.read() < 0 ? 0L : 1L;
            var first = (System.nanoTime() - start) / 1e6;
            bytes += body.transferTo(OutputStream.nullOutputStream());
            return new Download(first, (System.nanoTime() - start) / 1e6, bytes);
        }
    }

    record Download(double firstByte, double lastByte, long bytes) {}
}
