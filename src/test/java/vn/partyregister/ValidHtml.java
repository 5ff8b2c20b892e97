package vn.partyregister;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import nu.validator.client.EmbeddedValidator;
import org.xml.sax.SAXException;

/** The HTML standard's own judgement of a page. */
public final class ValidHtml {
    private ValidHtml() {}

    public static void check(String address, String html) {
        var validator = new EmbeddedValidator();
        validator.setOutputFormat(EmbeddedValidator.OutputFormat.TEXT);
        try {
            var said = validator.validate(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
            assertThat(said.lines().filter(line -> line.contains("error:")).toList())
                    .as(address)
                    .isEmpty();
        } catch (IOException | SAXException broken) {
            throw new AssertionError(address, broken);
        }
    }
}
