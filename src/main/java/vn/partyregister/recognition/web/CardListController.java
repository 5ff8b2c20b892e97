package vn.partyregister.recognition.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Exports;
import vn.partyregister.platform.ListFormat;
import vn.partyregister.platform.Parameters;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Visitor;
import vn.partyregister.recognition.CardAct;
import vn.partyregister.recognition.CardFilter;
import vn.partyregister.recognition.CardList;

/** What happened to cards: given, exchanged, taken back. */
@Controller
@Permitted(Permission.READ_MEMBERS)
class CardListController {
    private static final String PATH = "/recognition/cards";
    private static final String NAME = "the-dang-vien";

    private final CardList cards;
    private final Choices choices;
    private final RecognitionColumns columns;
    private final BusinessDay businessDay;
    private final Exports exports;
    private final AuditTrail audit;

    CardListController(
            CardList cards,
            Choices choices,
            RecognitionColumns columns,
            BusinessDay businessDay,
            Exports exports,
            AuditTrail audit) {
        this.cards = cards;
        this.choices = choices;
        this.columns = columns;
        this.businessDay = businessDay;
        this.exports = exports;
        this.audit = audit;
    }

    @GetMapping(PATH)
    String list(@RequestParam Map<String, String> given, Scope scope, Visitor visitor, Model model) {
        var parameters = new Parameters(given);
        var filter = CardFilter.read(parameters);
        var sort = parameters.sort(CardList.ORDERS, CardList.STANDARD_ORDER);
        model.addAttribute("choice", choices.of(filter.organisation(), scope, visitor));
        model.addAttribute("listing", cards.page(filter, scope, sort, parameters.page(), filter.address(PATH)));
        model.addAttribute("filter", filter);
        model.addAttribute("kinds", CardAct.values());
        model.addAttribute("unreadable", parameters.unreadable());
        return "recognition/cards";
    }

    /** The same list as a file or on paper, every row of it. */
    @GetMapping(PATH + ".{format:xlsx|csv|pdf}")
    @Permitted(Permission.EXPORT)
    void export(
            @PathVariable ListFormat format,
            @RequestParam Map<String, String> given,
            Scope scope,
            Visitor visitor,
            HttpServletResponse response) {
        var parameters = new Parameters(given);
        var filter = CardFilter.read(parameters);
        var sort = parameters.sort(CardList.ORDERS, CardList.STANDARD_ORDER);
        parameters.requireReadable();
        var choice = choices.of(filter.organisation(), scope, visitor);
        note(filter, visitor, format);
        exports.send(
                response,
                format,
                NAME,
                columns.cards(),
                () -> columns.cardPaper(choice),
                businessDay.today(),
                () -> cards.rows(filter, scope, sort));
    }

    private void note(CardFilter filter, Visitor visitor, ListFormat format) {
        var taken = new LinkedHashMap<>(filter.parts());
        taken.put("format", format.extension());
        var reach = filter.organisation() != null ? filter.organisation() : visitor.home();
        audit.read("card.exported", new AuditTrail.Subject("list", null, reach), taken);
    }
}
