package vn.partyregister;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.partyregister.access.Role;
import vn.partyregister.member.MemberId;

/** Wherever the number of a decision is entered, the page that follows says whose it was taken for, or that nothing guards it. */
@RegisterTest
@NullUnmarked
class UnguardedNumbersTests {
    private static final AtomicInteger NUMBERS = new AtomicInteger(5000);

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private SignIn signIn;

    @Autowired
    private Orgs orgs;

    @Autowired
    private People people;

    private Orgs.Tree tree;
    private MemberId member;

    @BeforeEach
    void aMember() {
        tree = orgs.tree();
        member = people.add(tree.eastCell(), person -> person);
    }

    /** What a paper with a decision is entered for: a page of every module that has one. */
    enum Entered {
        MOVEMENT("/members/{member}/movements/STRUCK_OFF", Map.of("day", "01/04/2022", "ground", "NO_DUES")),
        FACT("/members/{member}/facts/new/SUSPENDED", Map.of("from", "01/03/2022")),
        EXEMPTION("/members/{member}/exemption", Map.of("from", "01/03/2022", "ground", "OLD_AND_WEAK")),
        CARD(
                "/members/{member}/recognition/cards/new",
                Map.of("act", "LOST", "place", "Tỉnh ủy Thử", "day", "20/04/2022", "cardNumber", "{card}")),
        REORGANISATION("/reorganisations", Map.of("name", "Sắp xếp thử số", "day", "30/04/2022", "parent", "{east}"));

        private final String address;
        private final Map<String, String> fields;

        Entered(String address, Map<String, String> fields) {
            this.address = address;
            this.fields = fields;
        }
    }

    private MvcTestResult enter(Entered what, String issuer) {
        var fields = new HashMap<>(what.fields);
        fields.replace("cardNumber", "5%07d".formatted(System.nanoTime() % 10_000_000));
        fields.put("number", NUMBERS.incrementAndGet() + "-QĐ/HU");
        fields.put("decidedOn", "01/03/2022");
        fields.put("issuedOn", "01/03/2022");
        fields.replace("parent", orgs.name(tree.east()));
        fields.put("issuer", issuer);
        var request = mvc.post()
                .uri(what.address
                        .replace("{member}", member.toString())
                        .replace("{east}", tree.east().toString()))
                .with(csrf())
                .with(signIn.as(Role.CLERK, tree.east()));
        fields.forEach(request::param);
        return request.exchange();
    }

    private static List<String> said(MvcTestResult entered) {
        assertThat(entered).hasStatus3xxRedirection();
        var said = entered.getMvcResult().getFlashMap().get("asides");
        return said == null
                ? List.of()
                : ((List<?>) said)
                        .stream()
                                .map(one -> Objects.requireNonNull(((MessageSourceResolvable) one).getCodes())[0])
                                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void anIssuerThatIsNotKnownLeavesTheNumberUnguarded(Entered what) {
        assertThat(said(enter(what, "Huyện ủy Nơi Khác"))).containsExactly("organisation.number-unguarded");
    }

    @ParameterizedTest
    @EnumSource
    void aCommitteeWithoutANameIsSaidToBeUnderstood(Entered what) {
        assertThat(said(enter(what, "Ban Thường vụ Huyện ủy"))).containsExactly("organisation.issuer-understood");
    }

    @ParameterizedTest
    @EnumSource
    void ofACommitteeByItsNameNothingIsSaid(Entered what) {
        assertThat(said(enter(what, orgs.name(tree.east()).replace("Đảng bộ huyện", "Huyện ủy"))))
                .isEmpty();
    }
}
