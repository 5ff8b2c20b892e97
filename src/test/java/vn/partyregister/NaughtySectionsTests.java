package vn.partyregister;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.partyregister.access.Role;
import vn.partyregister.member.FileForm;
import vn.partyregister.member.Item;
import vn.partyregister.member.MemberId;
import vn.partyregister.member.Section;

/** Whatever is typed into whichever item of a member's form: read, named as wrong or refused, never a failure. */
@OtherRegisterTest
@NullUnmarked
class NaughtySectionsTests {
    private static final LocalDate TODAY = LocalDate.of(2022, 4, 30);
    private static final Pattern MARK = Pattern.compile("name=\"mark\" value=\"(\\w+)\"");

    /** What a form may answer: written, shown again, refused. */
    private static final List<Integer> TIDY = List.of(200, 302, 409);

    private static final List<String> STRINGS = Stream.concat(
                    NaughtyStrings.ALL.stream(),
                    Stream.of(
                            "Nguyễn ".repeat(43),
                            "🙂",
                            "An 🙂 Bình",
                            "\u202eAn\u202c",
                            "\u2067An\u2069",
                            "\u200e",
                            "9/1998",
                            "1998",
                            "12/0000",
                            "KINH",
                            "1.500.000",
                            "999999999999999",
                            "9999999999999999",
                            "084096000001",
                            "•••••••••123"))
            .toList();

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private SignIn signIn;

    @Autowired
    private Orgs orgs;

    @Autowired
    private People people;

    @Autowired
    private FileForm form;

    @Autowired
    private PlatformTransactionManager transactions;

    private Orgs.Tree tree;
    private MemberId member;

    @BeforeEach
    void somebody() {
        tree = orgs.tree();
        member = people.add(tree.eastCell(), person -> person.numbered(null, null, null, citizenNumber()));
    }

    private static String citizenNumber() {
        return "%012d".formatted(Math.floorMod(System.nanoTime(), 1_000_000_000_000L));
    }

    /** All items at once, so that each meets each string; then a good form in which one item is naughty. */
    @ParameterizedTest
    @EnumSource(Section.class)
    void everyItemTakesWhateverIsTyped(Section section) {
        var items = form.items(section, TODAY);
        assertThat(items).isNotEmpty();
        var mark = mark(section);
        for (var round = 0; round < STRINGS.size(); round++) {
            var all = new HashMap<String, String>();
            for (var place = 0; place < items.size(); place++) {
                all.put(field(section, items.get(place)), STRINGS.get((round + place) % STRINGS.size()));
            }
            tidy(section, all, mark);
            typed(section, items, items.get(round % items.size()), STRINGS.get(round), mark);
        }
    }

    @Tag("soak")
    @ParameterizedTest
    @EnumSource(Section.class)
    void everyItemAloneTakesWhateverIsTyped(Section section) {
        var items = form.items(section, TODAY);
        var mark = mark(section);
        for (var item : items) {
            STRINGS.forEach(typed -> typed(section, items, item, typed, mark));
        }
    }

    private void typed(Section section, List<Item> items, Item item, String typed, String mark) {
        var given = new HashMap<String, String>();
        items.forEach(other -> given.put(field(section, other), plain(other)));
        given.put(field(section, item), typed);
        tidy(section, given, mark);
    }

    private void tidy(Section section, Map<String, String> given, String mark) {
        assertThat(send(section, given, mark).getResponse().getStatus())
                .as("%s: %s", section, given)
                .isIn(TIDY);
    }

    /** One row, many rows, and what is sealed: the rest of the form is the same for all sections. */
    @ParameterizedTest
    @EnumSource(
            value = Section.class,
            names = {"IDENTITY", "CAREER", "FAMILY"})
    void soDoTheGroundsAndWhateverElseTheFormHolds(Section section) {
        var mark = mark(section);
        for (var field : List.of(
                "ground", "number", "decidedOn", "issuer", "reason", "mark", "more", "x.99999", ".", "since.")) {
            for (var typed : STRINGS) {
                var given = new HashMap<>(Map.of("ground", "DECISION", "number", "1", "decidedOn", "01/01/2022"));
                given.put(field, typed);
                tidy(section, given, mark);
            }
        }
    }

    private static String plain(Item item) {
        return switch (item.form()) {
            case DAY, PARTIAL_DATE -> "03/02/1990";
            case AMOUNT -> "1";
            case TEXT, NOTE, NAME, PLACE -> "Sóc Trăng";
            case CODE, NUMBER, SECRET_NUMBER -> "";
        };
    }

    private static String field(Section section, Item item) {
        return section.repeated() ? item.key() + ".0" : item.key();
    }

    /** In a transaction that leaves nothing behind. */
    private MvcTestResult send(Section section, Map<String, String> given, String mark) {
        return new TransactionTemplate(transactions).execute(transaction -> {
            transaction.setRollbackOnly();
            var request = mvc.post()
                    .uri(address(section), member)
                    .with(csrf())
                    .with(signIn.as(Role.CLERK, tree.east()))
                    .param("ground", "CORRECTION")
                    .param("reason", "Ghi nhầm");
            if (!given.containsKey("mark")) {
                request.param("mark", mark);
            }
            given.forEach(request::param);
            var answer = request.exchange();
            assertThat(answer.getUnresolvedException()).as("%s", given).isNull();
            return answer;
        });
    }

    private String mark(Section section) {
        var page = mvc.get()
                .uri(address(section), member)
                .with(signIn.as(Role.CLERK, tree.east()))
                .exchange();
        var found = MARK.matcher(
                new String(page.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8));
        assertThat(found.find()).isTrue();
        return Objects.requireNonNull(found.group(1));
    }

    private static String address(Section section) {
        return "/members/{id}/" + (section.sensitive() ? "sensitive/" : "sections/") + section;
    }
}
