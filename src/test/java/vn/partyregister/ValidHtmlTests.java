package vn.partyregister;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** That the judge of pages sees errors, and forgets those of one page before the next. */
class ValidHtmlTests {
    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="vi"><head><meta charset="utf-8"><title>Sổ Đảng viên</title></head><body>%s</body></html>
            """;

    @Test
    void anErrorIsSeenAndForgottenWithItsPage() {
        assertThat(ValidHtml.errors("good", PAGE.formatted("<p>Đảng viên</p>"))).isEmpty();
        assertThat(ValidHtml.errors("twice", PAGE.formatted("<p id=\"a\"></p><p id=\"a\"></p>")))
                .anyMatch(error -> error.contains("Duplicate ID"));
        assertThat(ValidHtml.errors("wrong place", PAGE.formatted("<ul><p>Đảng viên</p></ul>")))
                .anyMatch(error -> error.contains("not allowed as child"));
        assertThat(ValidHtml.errors("misspelt", PAGE.formatted("<p hreff=\"/\"></p>")))
                .anyMatch(error -> error.contains("not allowed on element"));
        assertThat(ValidHtml.errors("good again", PAGE.formatted("<p id=\"a\"></p>")))
                .isEmpty();
    }
}
