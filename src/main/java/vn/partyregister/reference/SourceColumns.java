package vn.partyregister.reference;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.partyregister.platform.TableColumn;

/** The columns of a sheet that say since when a row holds and which directive it rests on: the same in every list of rules. */
@Component
public class SourceColumns {
    private final MessageSource messages;

    SourceColumns(MessageSource messages) {
        this.messages = messages;
    }

    public <T extends DatedSource> List<TableColumn<T>> of(Locale locale) {
        return List.of(
                TableColumn.date(text("reference.from", locale), DatedSource::starts),
                TableColumn.date(text("reference.to", locale), DatedSource::last),
                TableColumn.text(text("reference.directive", locale), DatedSource::title),
                TableColumn.text(text("reference.issuer", locale), DatedSource::issuer),
                TableColumn.date(text("reference.issued-on", locale), DatedSource::issuedOn),
                TableColumn.text(text("reference.clause", locale), DatedSource::clause),
                TableColumn.text(
                        text("reference.certainty", locale),
                        row -> text("reference.certainty." + row.certainty(), locale)));
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
