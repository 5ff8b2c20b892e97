package vn.partyregister.membership.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.partyregister.membership.MemberPapers;
import vn.partyregister.membership.PrintedMember;
import vn.partyregister.membership.PrintedMembers;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.PrintTable;
import vn.partyregister.platform.Prints;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Visitor;
import vn.partyregister.reference.Forms;

/** The list of members on paper: the same parameters, every row. */
@Controller
@Permitted(Permission.EXPORT)
class MemberPrintController {
    private static final String REGISTER = "/members.pdf";
    private static final String ADDRESSES = "/members/addresses.pdf";
    private static final String LABELS = "/members/labels.pdf";
    private static final String CARDS = "/members/cards.pdf";

    private final TakenLists lists;
    private final ListHeads heads;
    private final PrintedMembers members;
    private final MemberPapers papers;
    private final Forms forms;
    private final Prints prints;
    private final BusinessDay businessDay;

    MemberPrintController(
            TakenLists lists,
            ListHeads heads,
            PrintedMembers members,
            MemberPapers papers,
            Forms forms,
            Prints prints,
            BusinessDay businessDay) {
        this.lists = lists;
        this.heads = heads;
        this.members = members;
        this.papers = papers;
        this.forms = forms;
        this.prints = prints;
        this.businessDay = businessDay;
    }

    /** Where a list is printed in its order, by the message keys of its papers. */
    static Map<String, String> addresses(AskedLists.Asked list) {
        var addresses = new LinkedHashMap<String, String>();
        addresses.put("membership.print.register", REGISTER + list.query());
        addresses.put("membership.print.addresses", ADDRESSES + list.query());
        addresses.put("membership.print.labels", LABELS + list.query());
        addresses.put("membership.print.cards", CARDS + list.query());
        return addresses;
    }

    /** The register book, in the form that is in use today. */
    @GetMapping(REGISTER)
    void register(
            @RequestParam Map<String, String> given,
            Scope scope,
            Visitor visitor,
            Locale language,
            HttpServletResponse response) {
        var taken = lists.take(given, "pdf", scope, visitor, language);
        var form = forms.memberRegister(businessDay.today());
        print(
                "so-danh-sach-dang-vien",
                papers.register(heads.of(taken, scope, form), form),
                taken,
                false,
                scope,
                response);
    }

    @GetMapping(LABELS)
    void labels(
            @RequestParam Map<String, String> given,
            Scope scope,
            Visitor visitor,
            Locale language,
            HttpServletResponse response) {
        var taken = lists.take(given, "labels", scope, visitor, language);
        prints.labels(
                response,
                "nhan-dang-vien",
                MemberPapers::label,
                () -> members.rows(taken.filter(), scope, taken.sort(), false));
    }

    @GetMapping(ADDRESSES)
    void addresses(
            @RequestParam Map<String, String> given,
            Scope scope,
            Visitor visitor,
            Locale language,
            HttpServletResponse response) {
        var taken = lists.take(given, "addresses", scope, visitor, language);
        var head = heads.of(taken, scope, "membership.print.addresses");
        print("dia-chi-dang-vien", papers.addresses(head), taken, false, scope, response);
    }

    @GetMapping(CARDS)
    void cards(
            @RequestParam Map<String, String> given,
            Scope scope,
            Visitor visitor,
            Locale language,
            HttpServletResponse response) {
        var taken = lists.take(given, "cards", scope, visitor, language);
        var head = heads.of(taken, scope, "membership.print.cards");
        print("du-lieu-the-dang-vien", papers.cards(head), taken, taken.open(), scope, response);
    }

    /** @param open whether numbers are printed in full */
    private void print(
            String name,
            PrintTable<PrintedMember> table,
            TakenLists.Taken taken,
            boolean open,
            Scope scope,
            HttpServletResponse response) {
        prints.table(
                response,
                name,
                table,
                taken.filter().asAt(),
                () -> members.rows(taken.filter(), scope, taken.sort(), open));
    }
}
