package vn.partyregister.membership.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.partyregister.membership.BulkActText;
import vn.partyregister.membership.BulkWork;
import vn.partyregister.membership.BulkWorks;
import vn.partyregister.membership.MovementKind.Asked;
import vn.partyregister.membership.MovingMany;
import vn.partyregister.organisation.OrganisationTree;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.Scope;
import vn.partyregister.reference.CodeLists;

/** How the pages speak of one decision about many. */
@Component
class MovementForManyText implements BulkActText {
    private final BulkWorks works;
    private final CodeLists lists;
    private final OrganisationTree tree;
    private final BusinessDay businessDay;
    private final MessageSource messages;

    MovementForManyText(
            BulkWorks works, CodeLists lists, OrganisationTree tree, BusinessDay businessDay, MessageSource messages) {
        this.works = works;
        this.lists = lists;
        this.tree = tree;
        this.businessDay = businessDay;
        this.messages = messages;
    }

    @Override
    public String key() {
        return "movement";
    }

    @Override
    public Map<String, String> terms(BulkWork work) {
        var said = works.terms(work, MovingMany.class);
        return said == null ? Map.of() : terms(said, work.scope());
    }

    private Map<String, String> terms(MovingMany said, Scope scope) {
        var terms = new LinkedHashMap<String, String>();
        var kind = said.kind();
        var day = said.day();
        terms.put(said("membership.bulk.kind"), said("MovementKind." + kind));
        terms.put(
                said("membership.entry.day." + kind),
                day == null ? said("membership.bulk.each-on-its-day") : Dates.write(day));
        put(terms, "membership.entry.to", organisation(said, scope));
        put(terms, "membership.filter.status", said.status() == null ? null : said("Status." + said.status()));
        put(terms, "membership.file.ground", said.ground() == null ? null : lists.label(kind.grounds(), said.ground()));
        put(terms, elsewhere(said), said.elsewhere());
        put(terms, "membership.file.decision", decision(said));
        return terms;
    }

    private static String elsewhere(MovingMany said) {
        return "membership.entry.elsewhere." + (said.kind().asks(Asked.ELSEWHERE) ? said.kind() : "TRANSFERRED_OUT");
    }

    private @Nullable String organisation(MovingMany said, Scope scope) {
        var to = said.to();
        return to == null
                ? null
                : tree.find(to, scope, businessDay.today())
                        .map(OrganisationTree.Facts::name)
                        .orElse(null);
    }

    private @Nullable String decision(MovingMany said) {
        var decision = said.decision();
        return decision == null
                ? null
                : said(
                        "membership.file.decision-of",
                        decision.number(),
                        Dates.write(decision.day()),
                        decision.issuer());
    }

    private void put(Map<String, String> terms, String label, @Nullable String value) {
        if (value != null) {
            terms.put(said(label), value);
        }
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
