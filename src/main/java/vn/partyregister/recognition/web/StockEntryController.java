package vn.partyregister.recognition.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Parameters;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Scope;
import vn.partyregister.recognition.StockEntries;
import vn.partyregister.recognition.StockFilter;
import vn.partyregister.recognition.StockFilter.What;
import vn.partyregister.reference.Code;
import vn.partyregister.reference.CodeLists;

/** The lines of the stock ledger: what stands behind each figure of its balance. */
@Controller
@RequestMapping("/recognition/stock/entries")
@Permitted(Permission.READ_MEMBERS)
class StockEntryController {
    private static final String PATH = "/recognition/stock/entries";

    private final StockEntries entries;
    private final CodeLists codes;
    private final BusinessDay businessDay;

    StockEntryController(StockEntries entries, CodeLists codes, BusinessDay businessDay) {
        this.entries = entries;
        this.codes = codes;
        this.businessDay = businessDay;
    }

    @GetMapping
    String list(@RequestParam Map<String, String> given, Scope scope, Model model) {
        var kinds = codes.of("stock-kind", businessDay.today());
        var parameters = new Parameters(given);
        var filter = StockFilter.read(parameters, kinds.stream().map(Code::code).toList());
        var sort = parameters.sort(StockEntries.ORDERS, StockEntries.STANDARD_ORDER);
        model.addAttribute("filter", filter);
        model.addAttribute("kinds", kinds);
        model.addAttribute(
                "names",
                kinds.stream().collect(Collectors.toMap(Code::code, Code::label, (one, _) -> one, LinkedHashMap::new)));
        model.addAttribute("whats", What.values());
        model.addAttribute("sum", entries.sum(filter, scope));
        model.addAttribute("listing", entries.page(filter, scope, sort, parameters.page(), filter.address(PATH)));
        model.addAttribute("unreadable", parameters.unreadable());
        return "recognition/stock-entries";
    }
}
