package vn.partyregister.membership.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.partyregister.Orgs;
import vn.partyregister.People;
import vn.partyregister.RegisterTest;
import vn.partyregister.SignIn;
import vn.partyregister.access.Role;
import vn.partyregister.member.MemberId;
import vn.partyregister.organisation.OrganisationId;

/** The photo in a member's file. */
@RegisterTest
class PhotoPagesTests {
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
    private MemberId member;

    @BeforeEach
    void somebody() {
        tree = orgs.tree();
        member = people.add(tree.eastCell(), person -> person);
    }

    @Test
    void aPhotoIsShownInTheFileToThoseWhoMayReadItAndToNobodyElse() throws IOException {
        assertThat(file()).bodyText().doesNotContain("photo.jpg");
        assertThat(put(photo(), "")).hasStatus3xxRedirection();
        assertThat(file()).bodyText().contains("/photo.jpg\"", "alt=\"Ảnh của");
        var shown = show(Role.CELL_SECRETARY, tree.east());
        assertThat(shown).hasStatusOk().hasContentType("image/jpeg");
        assertThat(shown)
                .headers()
                .hasValue("X-Content-Type-Options", "nosniff")
                .hasValue(HttpHeaders.CACHE_CONTROL, "no-cache, private");
        assertThat(show(Role.CLERK, tree.west())).hasStatus(404);
        var tag = Objects.requireNonNull(shown.getResponse().getHeader(HttpHeaders.ETAG));
        assertThat(mvc.get()
                        .uri("/members/{id}/photo.jpg", member)
                        .header(HttpHeaders.IF_NONE_MATCH, tag)
                        .with(signIn.as(Role.CLERK, tree.east())))
                .hasStatus(304);
    }

    /** Handed out twice, and once found to be what the browser has already; the file alone is another entry. */
    @Test
    void eachPhotoThatIsHandedOutIsNoted() throws IOException {
        show(Role.CLERK, tree.east());
        assertThat(shownTo()).isEmpty();
        put(photo(), "");
        var tag = Objects.requireNonNull(
                show(Role.CELL_SECRETARY, tree.eastCell()).getResponse().getHeader(HttpHeaders.ETAG));
        file();
        show(Role.INSPECTOR, tree.east());
        show(Role.CLERK, tree.west());
        assertThat(mvc.get()
                        .uri("/members/{id}/photo.jpg", member)
                        .header(HttpHeaders.IF_NONE_MATCH, tag)
                        .with(signIn.as(Role.CLERK, tree.east())))
                .hasStatus(304);
        assertThat(shownTo()).containsExactly(tree.eastCell(), tree.eastCell());
    }

    /** Of each entry, where the member belonged. */
    private List<OrganisationId> shownTo() {
        return jdbc.sql("""
                        select organisation_id from audit.entry
                        where subject = 'member' and subject_id = :id and act = 'member.photo-read'
                        """)
                .param("id", member.id())
                .query((row, _) -> new OrganisationId(row.getObject("organisation_id", UUID.class)))
                .list();
    }

    @Test
    void aPhotoIsReplacedAndTakenAwayWithAReasonAndItsPastStays() throws IOException {
        put(photo(), "");
        assertThat(put(photo(), " ")).hasStatus(409).bodyText().contains("lý do thay");
        assertThat(put(photo(), "Ảnh cũ mờ")).hasStatus3xxRedirection();
        assertThat(takeAway("")).hasStatus(409);
        assertThat(takeAway("Nhầm người")).hasStatus3xxRedirection();
        assertThat(takeAway("Nhầm người")).hasStatus(409).bodyText().contains("không có ảnh");
        assertThat(show(Role.CLERK, tree.east())).hasStatus(204);
        assertThat(mvc.get().uri("/members/{id}/photo", member).with(signIn.as(Role.CLERK, tree.east())))
                .bodyText()
                .contains("Ảnh cũ mờ", "Nhầm người");
        assertThat(jdbc.sql("select count(*) from member.photo where member_id = :id")
                        .param("id", member.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void whatIsNoPhotoIsRefusedInWordsAndNothingIsKept() {
        assertThat(put("MZ renamed program".getBytes(java.nio.charset.StandardCharsets.US_ASCII), ""))
                .hasStatus(422)
                .bodyText()
                .contains("không phải ảnh JPEG hay PNG");
        assertThat(mvc.post().uri("/members/{id}/photo", member).with(csrf()).with(signIn.as(Role.CLERK, tree.east())))
                .hasStatus(422);
        assertThat(show(Role.CLERK, tree.east())).hasStatus(204);
    }

    private MvcTestResult file() {
        return mvc.get()
                .uri("/members/{id}", member)
                .with(signIn.as(Role.CLERK, tree.east()))
                .exchange();
    }

    private MvcTestResult show(Role role, OrganisationId organisation) {
        return mvc.get()
                .uri("/members/{id}/photo.jpg", member)
                .with(signIn.as(role, organisation))
                .exchange();
    }

    private MvcTestResult put(byte[] file, String reason) {
        return mvc.post()
                .uri("/members/{id}/photo", member)
                .multipart()
                .file(new org.springframework.mock.web.MockMultipartFile("file", "anh.jpg", "image/jpeg", file))
                .param("reason", reason)
                .with(csrf())
                .with(signIn.as(Role.CLERK, tree.east()))
                .exchange();
    }

    private MvcTestResult takeAway(String reason) {
        return mvc.post()
                .uri("/members/{id}/photo/removal", member)
                .param("reason", reason)
                .with(csrf())
                .with(signIn.as(Role.CLERK, tree.east()))
                .exchange();
    }

    private static byte[] photo() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(300, 400, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }
}
