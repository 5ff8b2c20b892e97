package vn.partyregister.exchange;

import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.partyregister.reference.CodeLists;

/** Columns and canonical values in the reader's language. */
@Component
class ColumnLabels {
    private static final Pattern ISO = Pattern.compile("(\\d{4})(?:-(\\d{2}))?(?:-(\\d{2}))?");
    private static final int SHOWN_OF_A_SECRET = 3;

    private final MessageSource messages;
    private final CodeLists codes;

    ColumnLabels(MessageSource messages, CodeLists codes) {
        this.messages = messages;
        this.codes = codes;
    }

    /** The column's name; what our own export writes above it where the language has no other. */
    String label(Column column) {
        var locale = LocaleContextHolder.getLocale();
        return Objects.requireNonNull(
                messages.getMessage("import.column." + column.key(), null, column.heading(), locale));
    }

    /** A canonical value as people read it. */
    String value(@Nullable Column column, @Nullable String value) {
        if (value == null) {
            return "";
        }
        if (column == null) {
            return value;
        }
        return switch (column.form()) {
            case CODE -> codes.label(Objects.requireNonNull(column.list()), value);
            case DATE, PARTIAL_DATE -> day(value);
            case YES_NO -> yesOrNo(value);
            case SECRET_NUMBER -> "•••" + value.substring(Math.max(0, value.length() - SHOWN_OF_A_SECRET));
            case TEXT, NAME, NUMBER -> value;
        };
    }

    private String yesOrNo(String value) {
        Locale locale = LocaleContextHolder.getLocale();
        return Objects.requireNonNull(messages.getMessage("exchange." + value, null, value, locale));
    }

    private static String day(String value) {
        var iso = ISO.matcher(value);
        if (!iso.matches()) {
            return value;
        }
        var year = iso.group(1);
        if (iso.group(2) == null) {
            return year;
        }
        return (iso.group(3) == null ? "" : iso.group(3) + "/") + iso.group(2) + "/" + year;
    }
}
