package vn.partyregister.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.web.util.HtmlUtils;
import vn.partyregister.Orgs;
import vn.partyregister.RegisterTest;
import vn.partyregister.ValidHtml;
import vn.partyregister.access.Role;

/** The acts of one organisation: asked for, sent, refused, and shown in its file. */
@RegisterTest
class OrganisationActPagesTests extends OrganisationDesk {
    @Test
    void everyFormOpens() {
        var place = orgs.tree();
        for (var act : new String[] {"name", "parent", "type", "kind", "closing"}) {
            assertThat(get(Role.CLERK, place.east(), "/organisations/" + place.eastCell() + "/" + act))
                    .hasStatusOk()
                    .bodyText()
                    .contains("Số quyết định", "_csrf");
        }
        assertThat(get(Role.CLERK, place.east(), "/organisations/new?parent=" + place.eastBase()))
                .hasStatusOk()
                .bodyText()
                .contains("value=\"Đảng bộ huyện Đ&ocirc;ng");
        assertThat(get(Role.INSPECTOR, place.east(), "/organisations/new")).hasStatus(403);
    }

    @Test
    void aRenamingIsPostedAndTheFileShowsIt() {
        var place = orgs.tree();
        var path = "/organisations/" + place.eastCell();
        assertThat(post(place, path + "/name", "name", "Chi bộ ấp Mới"))
                .hasStatus(302)
                .hasRedirectedUrl(path);
        assertThat(get(Role.CLERK, place.east(), path)).bodyText().contains("Chi bộ ấp Mới", "Số 5-QĐ/HU");
    }

    @Test
    void aNewOrganisationIsPostedUnderATypedParent() {
        var place = orgs.tree();
        var result = mvc.post()
                .uri("/organisations")
                .param("name", "Chi bộ vừa lập")
                .param("type", "CB_TT")
                .param("parent", nameOf(place))
                .param("day", "01/04/2022")
                .param("issuer", "Ban Thường vụ Huyện ủy")
                .param("number", "6-QĐ/HU")
                .param("issuedOn", "30/3/2022")
                .with(signIn.as(Role.CLERK, place.east()))
                .with(csrf())
                .exchange();
        assertThat(result).hasStatus(302);
    }

    private String nameOf(Orgs.Tree place) {
        var body = get(Role.CLERK, place.east(), "/organisations/new?parent=" + place.eastBase())
                .getResponse();
        try {
            var text = HtmlUtils.htmlUnescape(body.getContentAsString());
            var at = text.indexOf("Đảng bộ huyện Đông");
            return text.substring(at, text.indexOf('"', at));
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Test
    void whoSavesAfterAnotherHasSavedIsToldSo() {
        var place = orgs.tree();
        var address = "/organisations/" + place.eastCell() + "/name?revision=0";
        assertThat(post(place, address, "name", "Chi bộ Một " + place.east())).hasStatus(302);
        assertThat(post(place, address, "name", "Chi bộ Hai " + place.east()))
                .hasStatus(409)
                .bodyText()
                .contains("Người khác vừa sửa chỗ này");
        assertThat(orgs.name(place.eastCell())).isEqualTo("Chi bộ Một " + place.east());
    }

    @Test
    void missingFieldsComeBackWithTheirReasons() {
        var place = orgs.tree();
        assertThat(post(place, "/organisations/" + place.eastCell() + "/name", "name", " "))
                .hasStatusOk()
                .bodyText()
                .contains("Hãy ghi tên tổ chức đảng.");
        assertThat(post(place, "/organisations/" + place.eastCell() + "/parent", "parent", "không đâu"))
                .hasStatusOk()
                .bodyText()
                .contains("Không rõ là tổ chức nào");
        assertThat(post(place, "/organisations/" + place.eastBase() + "/type", "type", "CB_CS"))
                .hasStatus(409)
                .bodyText()
                .contains("Điều lệ Đảng");
    }

    /** The link of the refusal opens the pairs of the day of the act, with the types, the kinds and their sources. */
    @Test
    void aRefusalOfAPlaceLeadsToThePairsThatArePermitted() {
        var place = orgs.tree();
        var refused = post(place, "/organisations/" + place.eastBase() + "/type", "type", "CB_CS");
        assertThat(refused).hasStatus(409);
        var link = Pattern.compile("href=\"(/rulebook/[^\"]+)\"").matcher(text(refused));
        assertThat(link.find()).isTrue();
        assertThat(read(place, link.group(1)))
                .contains(
                        "ngày 01/04/2022",
                        "Đảng bộ huyện, quận, thị xã, thành phố thuộc tỉnh",
                        "Cấp ủy cấp trên trực tiếp đồng ý bằng văn bản",
                        "Điều 21.5",
                        "Biểu số 5-BTCTW, dòng 3",
                        "294-QĐ/TW",
                        "/rulebook/organisation-code");
        assertThat(read(place, "/rulebook/organisation-code")).contains("208-QĐ/TW", "từ 26/07/2026");
    }

    @Test
    void bothActsOfOneDayStandInTheFileWithTheirDecisions() {
        var place = orgs.tree();
        var path = "/organisations/" + place.eastCell();
        var old = orgs.name(place.eastCell());
        assertThat(post(place, path + "/name", "name", "Chi bộ tên giữa " + place.east()))
                .hasStatus(302);
        assertThat(mvc.post()
                        .uri(path + "/name")
                        .param("name", "Chi bộ tên cuối " + place.east())
                        .param("day", "01/04/2022")
                        .param("issuer", "Ban Thường vụ Huyện ủy")
                        .param("number", "8-QĐ/HU")
                        .param("issuedOn", "31/3/2022")
                        .with(signIn.as(Role.CLERK, place.east()))
                        .with(csrf()))
                .hasStatus(302);
        assertThat(read(place, path))
                .contains("Số 5-QĐ/HU", "Số 8-QĐ/HU", "trước: " + old, "trước: Chi bộ tên giữa " + place.east());
        for (var address : List.of(path, "/rulebook/permitted-pairs?lang=vi", "/rulebook/permitted-pairs?lang=en")) {
            ValidHtml.check(
                    address,
                    new String(
                            get(Role.CLERK, place.east(), address).getResponse().getContentAsByteArray(),
                            StandardCharsets.UTF_8));
        }
    }

    /** Number, issuer and day of the decision are asked by each of the six acts; without one nothing is written. */
    @ParameterizedTest
    @CsvSource({
        "issuer, Hãy ghi cơ quan ban hành quyết định.",
        "number, Hãy ghi số quyết định.",
        "issuedOn, Hãy ghi ngày ban hành quyết định."
    })
    void noActIsWrittenWithoutItsDecision(String field, String asked) {
        var place = orgs.tree();
        var acts = Map.of(
                "name", Map.of("name", "Chi bộ không quyết định"),
                "parent", Map.of("parent", orgs.name(place.eastBase())),
                "type", Map.of("type", "TO_DANG"),
                "kind", Map.of("kind", "XA"),
                "closing", Map.<String, String>of());
        acts.forEach((act, typed) -> assertThat(
                        withoutPartOfTheDecision(place, "/organisations/" + place.eastCell() + "/" + act, typed, field))
                .as(act)
                .contains(asked));
        assertThat(withoutPartOfTheDecision(
                        place,
                        "/organisations",
                        Map.of("name", "Chi bộ không quyết định", "type", "CB_TT", "parent", nameOf(place)),
                        field))
                .contains(asked);
        assertThat(actsBelow(place.eastBase())).containsExactly("OPENED", "OPENED", "OPENED");
    }

    private String withoutPartOfTheDecision(Orgs.Tree place, String address, Map<String, String> typed, String field) {
        var decision = new HashMap<>(Map.of(
                "day", "01/04/2022", "issuer", "Ban Thường vụ Huyện ủy", "number", "9-QĐ/HU", "issuedOn", "30/3/2022"));
        decision.put(field, " ");
        var request = mvc.post()
                .uri(address)
                .with(signIn.as(Role.CLERK, place.east()))
                .with(csrf());
        typed.forEach(request::param);
        decision.forEach(request::param);
        var answer = request.exchange();
        assertThat(answer).hasStatusOk();
        return text(answer);
    }

    private List<String> actsBelow(OrganisationId top) {
        return jdbc.sql("""
                        select a.kind from organisation.act a
                        join organisation.ancestry d on d.descendant_id = a.organisation_id and d.ancestor_id = :top
                        """)
                .param("top", top.id())
                .query((row, _) -> row.getString(1))
                .list();
    }
}
