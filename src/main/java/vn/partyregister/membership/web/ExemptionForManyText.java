package vn.partyregister.membership.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.partyregister.membership.BulkActText;
import vn.partyregister.membership.BulkWork;
import vn.partyregister.membership.BulkWorks;
import vn.partyregister.membership.Exempting;
import vn.partyregister.platform.Dates;
import vn.partyregister.reference.CodeLists;

/** How the pages speak of an exemption of many. */
@Component
class ExemptionForManyText implements BulkActText {
    private final BulkWorks works;
    private final CodeLists lists;
    private final MessageSource messages;

    ExemptionForManyText(BulkWorks works, CodeLists lists, MessageSource messages) {
        this.works = works;
        this.lists = lists;
        this.messages = messages;
    }

    @Override
    public String key() {
        return "exemption";
    }

    @Override
    public Map<String, String> terms(BulkWork work) {
        var terms = new LinkedHashMap<String, String>();
        var exempting = works.terms(work, Exempting.class);
        if (exempting != null) {
            var to = exempting.to();
            var decision = exempting.decision();
            terms.put(said("membership.file.ground"), lists.label("exemption-ground", exempting.ground()));
            terms.put(said("membership.file.from-day"), Dates.write(exempting.from()));
            terms.put(said("membership.bulk.to-day"), to == null ? said("membership.bulk.for-good") : Dates.write(to));
            terms.put(
                    said("membership.file.decision"),
                    said(
                            "membership.file.decision-of",
                            decision.number(),
                            Dates.write(decision.day()),
                            decision.issuer()));
        }
        return terms;
    }

    @Override
    public boolean replaces() {
        return false;
    }

    @Override
    public String value(BulkWork work, String kept) {
        return kept;
    }

    private String said(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
