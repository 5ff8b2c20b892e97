package vn.partyregister.membership.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.partyregister.membership.BulkActText;
import vn.partyregister.membership.BulkPersonRow;
import vn.partyregister.membership.BulkReason;
import vn.partyregister.membership.BulkWork;

/** What the pages and files of a work say, in the reader's language. */
@Component
class BulkTexts {
    private final List<BulkActText> texts;
    private final MessageSource messages;

    BulkTexts(List<BulkActText> texts, MessageSource messages) {
        this.texts = texts;
        this.messages = messages;
    }

    /** What is done: the act, or that it is taken back. */
    public String title(BulkWork work) {
        var act = said("membership.bulk.act." + work.act());
        return work.isUndoing() ? said("membership.bulk.undoing", act) : act;
    }

    /** What holds for all, by its labels. */
    public Map<String, String> terms(BulkWork work) {
        return of(work).terms(work);
    }

    /** Whether there is a value before to be shown. */
    public boolean replaces(BulkWork work) {
        return of(work).replaces();
    }

    /** What stood with a person before. */
    public @Nullable String before(BulkWork work, BulkPersonRow row) {
        var before = row.before();
        return before == null ? null : of(work).value(work, before);
    }

    /** Why somebody is left out. */
    public String reason(BulkReason reason) {
        return said(
                reason.key(), reason.arguments().stream().map(this::argument).toArray());
    }

    private String argument(String kept) {
        var word = BulkReason.word(kept);
        return word == null ? kept : said(word);
    }

    /** Why a number of people are left out, each for a detail of their own. */
    public String reasonOfMany(BulkReason reason) {
        return said(reason.key(), "…", "…", "…");
    }

    /** The rule that says so. */
    public @Nullable String rule(BulkReason reason) {
        var source = reason.source();
        return source == null ? null : source.directive() + ", " + source.clause();
    }

    String said(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }

    private BulkActText of(BulkWork work) {
        return texts.stream()
                .filter(text -> text.key().equals(work.act()))
                .findFirst()
                .orElseThrow();
    }
}
