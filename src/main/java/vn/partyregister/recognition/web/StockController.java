package vn.partyregister.recognition.web;

import jakarta.validation.Valid;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.partyregister.platform.Attempt;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Parameters;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.VietnameseText;
import vn.partyregister.platform.WrongField;
import vn.partyregister.recognition.ReceiptId;
import vn.partyregister.recognition.Serials;
import vn.partyregister.recognition.Stock;
import vn.partyregister.recognition.Stock.Going;
import vn.partyregister.recognition.StockEntries;
import vn.partyregister.recognition.StockFilter;
import vn.partyregister.recognition.StockFilter.What;
import vn.partyregister.recognition.StockList;
import vn.partyregister.recognition.StockOut;
import vn.partyregister.reference.Code;
import vn.partyregister.reference.CodeLists;

/** The stock ledger: what came in, what went out, what is left over. */
@Controller
@RequestMapping("/recognition/stock")
@Permitted(Permission.KEEP_MEMBERS)
class StockController {
    private static final String PATH = "/recognition/stock";

    private final Stock stock;
    private final StockOut out;
    private final StockList list;
    private final StockEntries entries;
    private final Choices choices;
    private final CodeLists codes;
    private final BusinessDay businessDay;

    StockController(
            Stock stock,
            StockOut out,
            StockList list,
            StockEntries entries,
            Choices choices,
            CodeLists codes,
            BusinessDay businessDay) {
        this.stock = stock;
        this.out = out;
        this.list = list;
        this.entries = entries;
        this.choices = choices;
        this.codes = codes;
        this.businessDay = businessDay;
    }

    @GetMapping
    @Permitted(Permission.READ_MEMBERS)
    String list(@RequestParam Map<String, String> given, Scope scope, Model model) {
        model.addAttribute("form", ReceiptForm.on(businessDay.today()));
        return page(new Parameters(given), scope, model);
    }

    @PostMapping
    Object receive(
            @Valid @ModelAttribute("form") ReceiptForm form,
            BindingResult errors,
            Scope scope,
            Model model,
            RedirectAttributes next) {
        var organisation = choices.meant(form.organisation(), errors, scope);
        var serials = serials(form, errors);
        if (errors.hasErrors() || organisation == null || serials == null) {
            return page(new Parameters(Map.of()), scope, model);
        }
        return Attempt.of(
                () -> stock.receive(
                        organisation, form.kind(), serials, form.day(), VietnameseText.tidy(form.paper()), scope),
                () -> page(new Parameters(Map.of()), scope, model),
                "redirect:/recognition/stock",
                "recognition.recorded",
                model,
                next);
    }

    @GetMapping("/{receipt}")
    @Permitted(Permission.READ_MEMBERS)
    String show(@PathVariable ReceiptId receipt, Scope scope, Model model) {
        model.addAttribute("form", ReceiptForm.Out.on(businessDay.today()));
        return page(receipt, scope, model);
    }

    @PostMapping("/{receipt}/outgoings")
    Object takeOut(
            @PathVariable ReceiptId receipt,
            @Valid @ModelAttribute("form") ReceiptForm.Out form,
            BindingResult errors,
            Scope scope,
            Model model,
            RedirectAttributes next) {
        var view = page(receipt, scope, model);
        var serials = errors.hasErrors() ? null : outgoing(receipt, form, errors, scope);
        var to = form.going() == Going.HANDED_DOWN ? choices.meant(form.organisation(), errors, scope) : null;
        return serials == null || errors.hasErrors()
                ? view
                : Attempt.of(
                        () -> out.takeOut(receipt, form.leaving(serials, to), scope),
                        () -> page(receipt, scope, model),
                        "redirect:/recognition/stock/{receipt}",
                        "recognition.recorded",
                        model,
                        next);
    }

    private static @Nullable Serials serials(ReceiptForm form, BindingResult errors) {
        if (errors.hasFieldErrors("first") || errors.hasFieldErrors("last")) {
            return null;
        }
        var serials = Serials.of(form.first(), form.last()).orElse(null);
        if (serials == null) {
            WrongField.mark(errors, "last", form.last(), "recognition.serials-do-not-follow");
        }
        return serials;
    }

    private @Nullable Serials outgoing(ReceiptId id, ReceiptForm.Out form, BindingResult errors, Scope scope) {
        var receipt = list.get(id, scope);
        var serials = Serials.of(form.first(), form.last())
                .filter(one -> one.series().equals(receipt.series()) && one.digits() == receipt.digits())
                .orElse(null);
        if (serials == null) {
            WrongField.mark(errors, "last", form.last(), "recognition.serials-do-not-follow");
        }
        return serials;
    }

    private List<Code> kinds() {
        return codes.of("stock-kind", businessDay.today());
    }

    private Map<String, String> names() {
        return kinds().stream().collect(Collectors.toMap(Code::code, Code::label, (one, _) -> one, LinkedHashMap::new));
    }

    private String page(Parameters parameters, Scope scope, Model model) {
        var filter =
                StockFilter.read(parameters, kinds().stream().map(Code::code).toList());
        var sort = parameters.sort(StockList.ORDERS, StockList.STANDARD_ORDER);
        model.addAttribute("filter", filter.inPeriod(businessDay.today()));
        model.addAttribute("whats", What.values());
        model.addAttribute("kinds", kinds());
        model.addAttribute("names", names());
        model.addAttribute("balances", entries.balances(filter, scope));
        model.addAttribute("listing", list.page(filter, scope, sort, parameters.page(), filter.address(PATH)));
        model.addAttribute("unreadable", parameters.unreadable());
        return "recognition/stock";
    }

    private String page(ReceiptId id, Scope scope, Model model) {
        var receipt = list.get(id, scope);
        model.addAttribute("receipt", receipt);
        model.addAttribute("names", names());
        model.addAttribute("outgoings", list.outgoings(receipt));
        model.addAttribute("goings", Going.of(receipt));
        return "recognition/receipt";
    }
}
