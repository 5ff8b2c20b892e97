package vn.partyregister.recognition.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.partyregister.member.Card;
import vn.partyregister.membership.BulkActText;
import vn.partyregister.membership.BulkWork;
import vn.partyregister.membership.BulkWorks;
import vn.partyregister.organisation.OrganisationTree;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Dates;
import vn.partyregister.recognition.GivingMany;

/** How the pages speak of cards for many. */
@Component
class CardsForManyText implements BulkActText {
    private final BulkWorks works;
    private final OrganisationTree tree;
    private final BusinessDay businessDay;
    private final MessageSource messages;
    private final JsonMapper json;

    CardsForManyText(
            BulkWorks works, OrganisationTree tree, BusinessDay businessDay, MessageSource messages, JsonMapper json) {
        this.works = works;
        this.tree = tree;
        this.businessDay = businessDay;
        this.messages = messages;
        this.json = json;
    }

    @Override
    public String key() {
        return "cards";
    }

    @Override
    public Map<String, String> terms(BulkWork work) {
        var terms = new LinkedHashMap<String, String>();
        var said = works.terms(work, GivingMany.class);
        if (said != null) {
            var decision = said.decision();
            var first = said.firstNumber();
            terms.put(said("recognition.card-act"), said("CardAct." + said.act()));
            terms.put(said("recognition.first-number"), first == null ? said("recognition.own-numbers") : first);
            terms.put(said("recognition.place"), said.place());
            terms.put(said("recognition.issued-on"), Dates.write(said.day()));
            terms.put(said("recognition.blanks-of"), stock(said, work));
            terms.put(
                    said("recognition.decision"),
                    said(
                            "recognition.paper.by-decision",
                            decision.number(),
                            Dates.write(decision.day()),
                            decision.issuer()));
        }
        return terms;
    }

    private String stock(GivingMany said, BulkWork work) {
        var stock = said.stock();
        return stock == null
                ? said("recognition.no-blanks")
                : tree.find(stock, work.scope(), businessDay.today())
                        .map(OrganisationTree.Facts::name)
                        .orElse("…");
    }

    @Override
    public boolean replaces() {
        return true;
    }

    @Override
    public String value(BulkWork work, String kept) {
        return Objects.requireNonNullElseGet(
                json.readValue(kept, Card.class).number(), () -> said("recognition.no-card-before"));
    }

    private String said(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
