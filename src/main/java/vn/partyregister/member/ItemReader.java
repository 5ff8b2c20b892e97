package vn.partyregister.member;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.PartialDate;
import vn.partyregister.platform.VietnameseText;
import vn.partyregister.reference.CodeLists;
import vn.partyregister.reference.Rulebook;

/** Reads what somebody typed for an item: as its form means it, or why not. */
@Component
class ItemReader {
    /** Before this, a year is a slip of the finger. */
    private static final int FIRST_YEAR = 1850;

    private static final int MOST_DIGITS = 15;
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}]");
    private static final Pattern NOT_OF_A_NAME = Pattern.compile("[^\\p{L}\\p{M} .'’()-]");
    private static final Pattern GROUPS = Pattern.compile("(?<=\\d)[. ](?=\\d{3}(\\D|$))");
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final Pattern LINES = Pattern.compile("\\s*\\R\\s*");

    private final CodeLists lists;
    private final Rulebook rulebook;

    ItemReader(CodeLists lists, Rulebook rulebook) {
        this.lists = lists;
        this.rulebook = rulebook;
    }

    /** The canonical text of what was typed, which is not blank. */
    Reading read(Item item, String typed, LocalDate today) {
        var text = VietnameseText.tidy(UNSEEN.matcher(typed).replaceAll(""));
        var longest = item.longest();
        if (longest != null && text.codePointCount(0, text.length()) > longest) {
            return Reading.wrong("member.item.too-long", longest);
        }
        return switch (item.form()) {
            case TEXT, PLACE -> Reading.of(text);
            case NOTE -> Reading.of(lines(typed));
            case NAME -> NOT_OF_A_NAME.matcher(text).find() ? Reading.wrong("member.item.no-name") : Reading.of(text);
            case DAY -> day(text, today);
            case PARTIAL_DATE -> partialDate(text, today);
            case CODE -> code(item, text);
            case NUMBER, SECRET_NUMBER -> number(item, text.replace(" ", ""), today);
            case AMOUNT -> amount(GROUPS.matcher(text).replaceAll(""));
        };
    }

    private static String lines(String typed) {
        return LINES.splitAsStream(UNSEEN.matcher(typed).replaceAll(""))
                .map(VietnameseText::tidy)
                .filter(line -> !line.isEmpty())
                .reduce((above, below) -> above + "\n" + below)
                .orElse("");
    }

    private static Reading day(String text, LocalDate today) {
        return Dates.read(text)
                .map(day -> plausible(PartialDate.of(day), today))
                .orElseGet(() -> Reading.wrong("member.item.no-day"));
    }

    private static Reading partialDate(String text, LocalDate today) {
        return Dates.readPartial(text)
                .map(date -> plausible(date, today))
                .orElseGet(() -> Reading.wrong("member.item.no-partial-date"));
    }

    private static Reading plausible(PartialDate date, LocalDate today) {
        if (date.earliest().getYear() < FIRST_YEAR) {
            return Reading.wrong("member.item.too-long-ago");
        }
        return date.earliest().isAfter(today)
                ? Reading.wrong("member.item.in-the-future")
                : Reading.of(Canonical.of(date));
    }

    private Reading code(Item item, String text) {
        var list = Optional.ofNullable(item.list()).orElseThrow();
        return lists.has(list, text) ? Reading.of(text) : Reading.wrong("member.item.no-code");
    }

    private Reading number(Item item, String text, LocalDate today) {
        var key = item.ruleKey();
        if (key != null
                && !rulebook.on(today).pattern(key).value().matcher(text).matches()) {
            return Reading.wrong("member.item.no-number", rulebook.name(key));
        }
        return Reading.of(text);
    }

    private static Reading amount(String text) {
        return DIGITS.matcher(text).matches() && text.length() <= MOST_DIGITS
                ? Reading.of(text.replaceFirst("^0+(?=\\d)", ""))
                : Reading.wrong("member.item.no-amount");
    }
}
