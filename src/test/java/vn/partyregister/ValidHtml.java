package vn.partyregister;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import nu.validator.validation.SimpleDocumentValidator;
import nu.validator.xml.SystemErrErrorHandler;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** The HTML standard's own judgement of a page. */
public final class ValidHtml {
    /** It knows the standard from the first page on: reading that takes ten times longer than judging a page. */
    private static final SimpleDocumentValidator JUDGE = judge();

    private ValidHtml() {}

    private static SimpleDocumentValidator judge() {
        var judge = new SimpleDocumentValidator(false, false, false);
        try {
            judge.setUpMainSchema("http://s.validator.nu/html5-all.rnc", new SystemErrErrorHandler());
        } catch (Exception broken) {
            throw new AssertionError("the standard cannot be read", broken);
        }
        return judge;
    }

    /** Fails with each error of the page. */
    public static void check(String address, String html) {
        assertThat(errors(address, html)).as(address).isEmpty();
    }

    static synchronized List<String> errors(String address, String html) {
        var errors = new Errors();
        try {
            JUDGE.setUpValidatorAndParsers(errors, false, false);
            JUDGE.checkHtmlInputSource(new InputSource(new StringReader(html)));
        } catch (IOException | SAXException broken) {
            throw new AssertionError(address, broken);
        }
        return errors.found;
    }

    private static final class Errors implements ErrorHandler {
        private final List<String> found = new ArrayList<>();

        @Override
        public void warning(SAXParseException warning) {}

        @Override
        public void error(SAXParseException error) {
            found.add("%d:%d %s".formatted(error.getLineNumber(), error.getColumnNumber(), error.getMessage()));
        }

        @Override
        public void fatalError(SAXParseException error) {
            error(error);
        }
    }
}
