package vn.partyregister.sample;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Texts for the console and the spreadsheets: nobody has chosen a language yet, so they are Vietnamese. */
@Component
class SampleTexts {
    static final Locale LANGUAGE = Locale.of("vi");

    private final MessageSource messages;

    SampleTexts(MessageSource messages) {
        this.messages = messages;
    }

    String get(String key, Object... arguments) {
        return messages.getMessage("sample." + key, arguments, LANGUAGE);
    }
}
