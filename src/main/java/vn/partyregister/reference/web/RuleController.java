package vn.partyregister.reference.web;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Refusal.NotFound;
import vn.partyregister.platform.Visitor;
import vn.partyregister.reference.RulePages;
import vn.partyregister.reference.RuleUses;

/** The page of one rule, to which every refusal and warning that is judged by it leads. */
@Controller
@Permitted(Permission.READ_RULEBOOK)
class RuleController {
    private final RulePages pages;
    private final RuleUses uses;
    private final BusinessDay businessDay;
    private final MessageSource messages;

    RuleController(RulePages pages, RuleUses uses, BusinessDay businessDay, MessageSource messages) {
        this.pages = pages;
        this.uses = uses;
        this.businessDay = businessDay;
        this.messages = messages;
    }

    @GetMapping("/rulebook/{key}")
    String rule(@PathVariable String key, Visitor visitor, Locale locale, Model model) {
        var heading = pages.heading(key).orElseThrow(() -> new NotFound("reference.unknown-rule"));
        var values = pages.values(key, businessDay.today());
        model.addAttribute("rule", heading);
        model.addAttribute("values", values);
        model.addAttribute(
                "groups", values.stream().map(RulePages.Value::scope).distinct().toList());
        model.addAttribute("further", pages.furtherGroups(key));
        model.addAttribute("without", pages.withoutGroup(key));
        model.addAttribute("acts", pages.acts(key));
        model.addAttribute("parts", parts(uses, messages, key, locale));
        model.addAttribute("keeps", visitor.scope(Permission.GOVERN_REGISTER).everything());
        return "reference/rule";
    }

    /** The parts of the program that read a rule, as the menu calls them; a new part goes by its own name. */
    static List<String> parts(RuleUses uses, MessageSource messages, String key, Locale locale) {
        return uses.of(key).stream()
                .map(module -> String.valueOf(messages.getMessage("reference.part." + module, null, module, locale)))
                .toList();
    }
}
