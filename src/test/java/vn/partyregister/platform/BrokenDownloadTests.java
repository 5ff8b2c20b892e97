package vn.partyregister.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.ErrorPage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.transaction.support.TransactionOperations;

/** A file that breaks off on its way, seen from the browser. */
class BrokenDownloadTests {
    private static final int ROWS = 20_000;

    private final TableDownload download = new TableDownload(
            TransactionOperations.withoutTransaction(),
            new BusinessDay(
                    Clock.systemUTC(),
                    new RegisterProperties(Path.of("data"), "none", LocalDate.of(2022, 4, 30), Map.of())));
    private final Tomcat tomcat = new Tomcat();

    @BeforeEach
    void start(@TempDir Path folder) throws LifecycleException {
        tomcat.setBaseDir(folder.toString());
        tomcat.setPort(0);
        tomcat.setSilent(true);
        tomcat.getConnector();
        var context = tomcat.addContext("", folder.toString());
        Tomcat.addServlet(context, "list", new ListServlet()).addMapping("/list/*");
        Tomcat.addServlet(context, "error", new ErrorServlet()).addMapping("/error");
        var page = new ErrorPage();
        page.setLocation("/error");
        context.addErrorPage(page);
        tomcat.start();
    }

    @AfterEach
    void stop() throws LifecycleException {
        tomcat.stop();
        tomcat.destroy();
    }

    @ParameterizedTest
    @EnumSource(TableFormat.class)
    void aListThatBreaksOffIsAFailedDownload(TableFormat format) {
        assertThatIOException().isThrownBy(() -> get(format, "?fail=true"));
    }

    @ParameterizedTest
    @EnumSource(TableFormat.class)
    void aWholeListArrives(TableFormat format) throws Exception {
        assertThat(get(format, "")).isEqualTo(200);
    }

    private int get(TableFormat format, String query) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var address = "http://localhost:%d/list/%s%s"
                    .formatted(tomcat.getConnector().getLocalPort(), format, query);
            return client.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofByteArray())
                    .statusCode();
        }
    }

    private final class ListServlet extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) {
            var fails = request.getParameter("fail") != null;
            download.send(
                    response,
                    TableFormat.of(request.getPathInfo().substring(1)),
                    "danh-sach",
                    List.of(TableColumn.<Integer>number("Số", number -> number)),
                    () -> IntStream.range(0, ROWS).mapToObj(number -> {
                        if (fails && number == ROWS - 1) {
                            throw new IllegalStateException("the database went away");
                        }
                        return number;
                    }));
        }
    }

    private static final class ErrorServlet extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getOutputStream().print("error");
        }
    }
}
