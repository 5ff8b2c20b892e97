package vn.partyregister;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.util.HtmlUtils;

/**
 * No page shows a link that leads nowhere, or where its reader may not go: from home on, every link of every page is
 * followed over HTTP, of each page the first addresses that ask something else. Who sees everybody takes no files out here: each of them
 * would hold the province.
 */
@SampleTest
class LinksTests {
    private static final Pattern LINK = Pattern.compile(
            "<(?:a|link|script|img)\\b[^>]*?\\s(?:href|src)=\"(/[^\"#]*)|<form\\b[^>]*\\bmethod=\"get\"[^>]*\\baction=\"(/[^\"#]*)|\\sdata-hx-get=\"(/[^\"#]*)");
    private static final Pattern FILE = Pattern.compile(".*\\.(csv|xlsx|pdf|docx)(\\?.*)?");
    private static final Pattern FIELD = Pattern.compile("[?&]([^=&]+)");
    private static final Pattern PART = Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27}|\\d+");

    @LocalServerPort
    int port;

    @ParameterizedTest
    @CsvSource({"board, false", "clerk, true", "secretary, true", "inspector, false", "auditor, false", "admin, true"})
    void everyLinkLeadsSomewhere(String account, boolean takesFiles) throws Exception {
        follow(account, takesFiles, 1);
    }

    @ParameterizedTest
    @CsvSource({"board, false", "clerk, true", "inspector, false"})
    @Tag("soak")
    void soDoTheOthersOfItsKind(String account, boolean takesFiles) throws Exception {
        follow(account, takesFiles, 8);
    }

    /** @param ofAPath how many addresses of a path are followed, each asking for something else */
    private void follow(String account, boolean takesFiles, int ofAPath) throws Exception {
        var visitor = new HttpVisitor(port).signIn(account, "sample");
        var followed = new HashMap<String, Integer>();
        var kinds = new HashSet<String>();
        var broken = new TreeMap<String, String>();
        var from = new HashMap<>(Map.of("/", "/"));
        var next = new ArrayDeque<>(Set.of("/"));
        while (!next.isEmpty()) {
            var address = next.poll();
            var answer = visitor.file(address);
            if (answer.statusCode() >= 400) {
                broken.put(address, "%d from %s".formatted(answer.statusCode(), from.get(address)));
            }
            if (answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
                LINK.matcher(new String(answer.body(), StandardCharsets.UTF_8))
                        .results()
                        .map(LinksTests::address)
                        .filter(link -> !FILE.matcher(link).matches() || takesFiles)
                        .filter(link -> kinds.add(path(link) + asked(link)))
                        .filter(link -> followed.merge(path(link), 1, Integer::sum) <= ofAPath)
                        .forEach(link -> {
                            from.put(link, address);
                            next.add(link);
                        });
            }
        }
        assertThat(broken).as(account + " followed " + from.size()).isEmpty();
        assertThat(followed).as(account).hasSizeGreaterThan(10);
    }

    private static String address(MatchResult link) {
        for (var group = 1; group < link.groupCount(); group++) {
            if (link.group(group) != null) {
                return HtmlUtils.htmlUnescape(link.group(group));
            }
        }
        return HtmlUtils.htmlUnescape(link.group(link.groupCount()));
    }

    /** Where an address leads, whoever it is about. */
    private static String path(String address) {
        return PART.matcher(address.replaceAll("\\?.*", "")).replaceAll("*");
    }

    /** Which fields it asks, whatever stands in them. */
    private static Set<String> asked(String address) {
        return FIELD.matcher(address)
                .results()
                .map(field -> field.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
