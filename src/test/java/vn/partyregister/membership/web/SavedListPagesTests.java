package vn.partyregister.membership.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import vn.partyregister.Orgs;
import vn.partyregister.People;
import vn.partyregister.RegisterTest;
import vn.partyregister.SignIn;
import vn.partyregister.access.Role;

@RegisterTest
class SavedListPagesTests {
    private static final Pattern CHANGE = Pattern.compile("/members/lists\\?change=([0-9a-f-]{36})");

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private SignIn signIn;

    @Autowired
    private Orgs orgs;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    private Orgs.Tree tree;
    private RequestPostProcessor clerk;

    @BeforeEach
    void aTreeOfItsOwn() {
        tree = orgs.tree();
        clerk = signIn.as(Role.CLERK, tree.east());
    }

    @Test
    void aListIsSavedByNameAndOpenedAtItsAddress() {
        assertThat(body(clerk, "/members/lists/new?sex=FEMALE&ethnicity=KHMER&sort=born,desc"))
                .contains("Giới tính: Nữ", "Dân tộc: Khơ-me", "value=\"born,desc\"");
        save(clerk, "  Nữ   Khmer ", Map.of("sex", "FEMALE", "ethnicity", "KHMER", "sort", "born,desc"));
        assertThat(body(clerk, "/members"))
                .contains("href=\"/members?sex=FEMALE&amp;ethnicity=KHMER&amp;sort=born,desc\">Nữ Khmer<");
        assertThat(body(clerk, "/members/lists")).contains(">Nữ Khmer<", "Chỉ mình tôi");
        assertThat(acts()).contains("saved-list.saved");
    }

    @Test
    void wordsAndDaysComeBackAsTheyWereTyped() {
        save(clerk, "Tìm", Map.of("q", "Nguyễn & \"An\" 100%", "asAt", "31/12/2020"));
        var address = jdbc.sql("select query from membership.saved_list where name = 'Tìm' and shared_with is null"
                        + " order by saved_at desc limit 1")
                .query(String.class)
                .single();
        assertThat(mvc.get().uri(java.net.URI.create("/members" + address)).with(clerk))
                .hasStatusOk()
                .bodyText()
                .contains("Nguyễn &amp; &quot;An&quot; 100%", "31/12/2020");
    }

    /** Neither there nor in the trail of what leaves: whoever shares a list or reads the trail would read the number. */
    @ParameterizedTest
    @ValueSource(strings = {"%s", "%.3s %2$s", "%1$.3s-%2$s", "căn cước %s"})
    void theNumberOfACitizenLiesOpenNowhere(String typed) {
        var number = "0847" + "%08d".formatted(Math.floorMod(tree.east().hashCode(), 100_000_000));
        var q = typed.formatted(number, number.substring(3));
        people.add(tree.eastCell(), person -> person.numbered(null, null, null, number));
        assertThat(post(clerk, "/members/lists", Map.of("name", "Một người", "q", q, "sex", "FEMALE")))
                .hasStatus(409)
                .bodyText()
                .contains("tìm theo số định danh cá nhân thì không lưu được");
        for (var address : List.of("/members.csv", "/members.xlsx", "/members.pdf", "/members/labels.pdf")) {
            assertThat(mvc.get().uri(address + "?q={q}", q).with(clerk)).hasStatusOk();
        }
        for (var address : List.of("/movements.csv", "/organisations.csv", "/inbox.csv", "/admissions.csv")) {
            assertThat(mvc.get().uri(address + "?q={q}", q).with(clerk)).hasStatusOk();
        }
        assertThat(mvc.get().uri("/audit?q={q}", q).with(signIn.as(Role.AUDITOR, tree.east())))
                .hasStatusOk();
        assertThat(lyingOpen(number)).isEmpty();
        assertThat(jdbc.sql("select count(*) from audit.entry where after ->> 'q' like '%•••' || :end")
                        .param("end", number.substring(9))
                        .query(Integer.class)
                        .single())
                .isGreaterThanOrEqualTo(8);
    }

    /** Where the digits stand one after another, whatever stands between them. */
    private List<@Nullable String> lyingOpen(String number) {
        return jdbc.sql("""
                        select told from (
                            select 'entry ' || concat_ws(' ', act, before, after) as told from audit.entry
                            where at > now() - interval '1 hour'
                            union all select 'list ' || concat_ws(' ', name, query) from membership.saved_list) as all_of_it
                        where regexp_replace(regexp_replace(told, '%[0-9A-F]{2}', '', 'g'), '[^0-9]', '', 'g')
                            like '%' || :number || '%'
                        """).param("number", number).query(String.class).list();
    }

    @Test
    void theTableItselfKeepsNoSuchNumber() {
        save(clerk, "Sẽ bị sửa", Map.of("q", "Thị 12345678"));
        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> jdbc.sql(
                                "update membership.saved_list set query = '?q=084%20170.001234' where name = 'Sẽ bị sửa'")
                        .update())
                .withMessageContaining("a_list_keeps_no_number_that_may_identify_somebody");
    }

    @Test
    void whatCannotBeReadIsNotSaved() {
        save(clerk, "Nửa đọc được", Map.of("sex", "FEMALE", "ageFrom", "abc", "sort", "name;drop"));
        assertThat(body(clerk, "/members/lists")).contains("href=\"/members?sex=FEMALE&amp;sort=name,asc\"");
    }

    @Test
    void aListWithoutANameOrWithATakenNameIsRefused() {
        assertThat(post(clerk, "/members/lists", Map.of("name", " \u00a0 ")))
                .bodyText()
                .contains("Hãy đặt tên");
        assertThat(post(clerk, "/members/lists", Map.of("name", "x".repeat(101))))
                .hasStatusOk();
        save(clerk, "Một tên", Map.of());
        assertThat(post(clerk, "/members/lists", Map.of("name", "Một tên")))
                .hasStatus(409)
                .bodyText()
                .contains("mang tên");
        save(signIn.as(Role.INSPECTOR, tree.east()), "Một tên", Map.of());
    }

    @Test
    void aSharedListIsSeenByWhoseScopeLiesWithinTheOrganisationAlone() {
        save(clerk, "Chung " + tree.east(), Map.of("sharedWith", tree.east().toString()));
        var shared = "Chung " + tree.east();
        assertThat(body(signIn.as(Role.CELL_SECRETARY, tree.eastCell()), "/members"))
                .contains(shared);
        assertThat(body(signIn.as(Role.INSPECTOR, tree.east()), "/members/lists"))
                .contains(shared);
        assertThat(body(signIn.as(Role.CELL_SECRETARY, tree.westCell()), "/members/lists"))
                .doesNotContain(shared);
        assertThat(body(signIn.as(Role.BOARD, tree.root()), "/members/lists")).doesNotContain(shared);
        save(clerk, "Riêng " + tree.east(), Map.of());
        assertThat(body(signIn.as(Role.INSPECTOR, tree.east()), "/members/lists"))
                .doesNotContain("Riêng " + tree.east());
    }

    @Test
    void aSharedListNeverWidensTheScopeOfWhoOpensIt() {
        people.add(tree.eastCell(), person -> person.named("Trong Chi Bộ"));
        people.add(tree.otherEastCell(), person -> person.named("Chi Bộ Khác"));
        save(clerk, "Cả huyện", Map.of("sharedWith", tree.east().toString(), "status", "OFFICIAL"));
        var secretary = signIn.as(Role.CELL_SECRETARY, tree.eastCell());
        var opened = body(secretary, "/members?status=OFFICIAL&sort=name,asc");
        assertThat(body(secretary, "/members/lists")).contains("href=\"/members?status=OFFICIAL&amp;sort=name,asc\"");
        assertThat(opened).contains("Trong Chi Bộ", "1–1 trong 1").doesNotContain("Chi Bộ Khác");
    }

    @Test
    void nobodySharesWithAnOrganisationThatIsNotTheirs() {
        for (var other : List.of(
                tree.west().toString(),
                tree.root().toString(),
                UUID.randomUUID().toString())) {
            assertThat(post(clerk, "/members/lists", Map.of("name", "Ra ngoài", "sharedWith", other)))
                    .hasStatus(404);
        }
        assertThat(body(clerk, "/members/lists")).doesNotContain("Ra ngoài");
    }

    @Test
    void theOwnerAloneRenamesSharesAndDeletes() {
        save(clerk, "Tên cũ", Map.of("sharedWith", tree.east().toString()));
        var id = saved(clerk);
        var other = signIn.as(Role.INSPECTOR, tree.east());
        assertThat(body(other, "/members/lists")).contains("Tên cũ").doesNotContain("change=");
        assertThat(post(other, "/members/lists/" + id, Map.of("name", "Của tôi")))
                .hasStatus(404);
        assertThat(post(other, "/members/lists/" + id + "/deletion", Map.of())).hasStatus(404);
        assertThat(body(clerk, "/members/lists?change=" + id))
                .contains("Đổi danh sách “Tên cũ”", "không hồ sơ đảng viên nào");
        assertThat(post(clerk, "/members/lists/" + id, Map.of("name", "")))
                .bodyText()
                .contains("Hãy đặt tên");
        assertThat(post(clerk, "/members/lists/" + id, Map.of("name", "Tên mới")))
                .hasStatus3xxRedirection();
        assertThat(body(clerk, "/members/lists")).contains("Tên mới").doesNotContain("Tên cũ");
        assertThat(body(other, "/members/lists")).doesNotContain("Tên mới");
        assertThat(post(clerk, "/members/lists/" + id + "/deletion", Map.of())).hasStatus3xxRedirection();
        assertThat(body(clerk, "/members/lists")).contains("Chưa lưu danh sách nào");
        assertThat(acts()).contains("saved-list.changed", "saved-list.deleted");
    }

    @Test
    void anAccountSavesNoMoreThanTwoHundredLists() {
        save(clerk, "Đầu tiên", Map.of());
        jdbc.sql("""
                        insert into membership.saved_list (id, account_id, name, query)
                        select gen_random_uuid(), account_id, 'Thứ ' || n, query
                        from membership.saved_list, generate_series(2, 200) n where id = cast(:id as uuid)
                        """).param("id", saved(clerk)).update();
        assertThat(post(clerk, "/members/lists", Map.of("name", "Thêm nữa"))).hasStatus(409);
    }

    private List<@Nullable String> acts() {
        return jdbc.sql("""
                        select distinct act from audit.entry where subject = 'saved-list'
                        """).query(String.class).list();
    }

    private String saved(RequestPostProcessor who) {
        var link = CHANGE.matcher(body(who, "/members/lists"));
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private void save(RequestPostProcessor who, String name, Map<String, String> more) {
        var fields = new java.util.HashMap<>(more);
        fields.put("name", name);
        assertThat(post(who, "/members/lists", fields)).hasRedirectedUrl("/members/lists");
    }

    private MvcTestResult post(RequestPostProcessor who, String address, Map<String, String> fields) {
        var request = mvc.post().uri(address).with(who).with(csrf());
        fields.forEach(request::param);
        return request.exchange();
    }

    private String body(RequestPostProcessor who, String address) {
        var answer = mvc.get().uri(address).with(who).exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
