package vn.partyregister.membership.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.partyregister.member.ChangeText;
import vn.partyregister.member.ItemText;
import vn.partyregister.member.MemberId;
import vn.partyregister.membership.FilePart;
import vn.partyregister.membership.MemberFile;
import vn.partyregister.membership.MemberFiles;
import vn.partyregister.membership.MemberMarks;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Parameters;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Visitor;
import vn.partyregister.reference.CodeLists;

/** The file of one member, to read. */
@Controller
@RequestMapping("/members/{id}")
@Permitted(Permission.READ_MEMBERS)
class MemberFileController {
    private final MemberFiles files;
    private final CodeLists lists;
    private final BusinessDay businessDay;
    private final ItemText text;
    private final ChangeText changes;
    private final ListSteps steps;
    private final MemberMarks marks;
    private final List<FilePart> parts;

    MemberFileController(
            MemberFiles files,
            CodeLists lists,
            BusinessDay businessDay,
            ItemText text,
            ChangeText changes,
            ListSteps steps,
            MemberMarks marks,
            ObjectProvider<FilePart> parts) {
        this.files = files;
        this.text = text;
        this.changes = changes;
        this.steps = steps;
        this.marks = marks;
        this.lists = lists;
        this.businessDay = businessDay;
        this.parts = parts.orderedStream().toList();
    }

    /** What changed in the file, when, why and by whom. */
    @GetMapping("/history")
    String history(@PathVariable MemberId id, Scope scope, Visitor visitor, Model model) {
        var today = businessDay.today();
        model.addAttribute("brief", files.brief(id, scope, today));
        model.addAttribute("amendments", files.amendments(id, scope, visitor.scope(Permission.READ_SENSITIVE), today));
        model.addAttribute("text", changes);
        return "membership/history";
    }

    @GetMapping
    String show(
            @PathVariable MemberId id,
            @RequestParam Map<String, String> given,
            Scope scope,
            Locale language,
            Model model) {
        var parameters = new Parameters(given);
        var asAt = parameters.day("asAt");
        model.addAttribute("steps", steps.of(given, id, scope, language));
        return show(files.open(id, scope, asAt == null ? businessDay.today() : asAt), parameters, model);
    }

    /** The same page with the whole citizen number in it. */
    @GetMapping("/citizen-number")
    @Permitted(Permission.SEE_CITIZEN_NUMBERS)
    String showCitizenNumber(@PathVariable MemberId id, Scope scope, Visitor visitor, Model model) {
        LocalDate today = businessDay.today();
        model.addAttribute(
                "citizenNumber", files.citizenNumber(id, scope, today).orElse(null));
        return show(files.open(id, visitor.scope(Permission.READ_MEMBERS), today), new Parameters(Map.of()), model);
    }

    private String show(MemberFile file, Parameters parameters, Model model) {
        model.addAttribute("file", file);
        model.addAttribute("member", file.member());
        model.addAttribute(
                "marks",
                marks.of(List.of(file.member().id()), file.asAt())
                        .getOrDefault(file.member().id(), List.of()));
        model.addAttribute("parts", parts);
        model.addAttribute("lists", lists);
        model.addAttribute("text", text);
        model.addAttribute("unreadable", parameters.unreadable());
        return "membership/file";
    }
}
