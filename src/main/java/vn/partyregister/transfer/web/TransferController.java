package vn.partyregister.transfer.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Prints;
import vn.partyregister.platform.Scope;
import vn.partyregister.reference.CodeLists;
import vn.partyregister.reference.Forms;
import vn.partyregister.transfer.TransferFiles;
import vn.partyregister.transfer.TransferId;

/** One transfer, to read and to print. */
@Controller
@Permitted(Permission.READ_MEMBERS)
class TransferController {
    private final TransferFiles files;
    private final CodeLists lists;
    private final Forms forms;
    private final Prints prints;
    private final BusinessDay businessDay;

    TransferController(TransferFiles files, CodeLists lists, Forms forms, Prints prints, BusinessDay businessDay) {
        this.files = files;
        this.lists = lists;
        this.forms = forms;
        this.prints = prints;
        this.businessDay = businessDay;
    }

    @GetMapping("/transfers/{id}")
    String show(@PathVariable TransferId id, Scope scope, Model model) {
        model.addAttribute("file", files.open(id, scope, businessDay.today()));
        model.addAttribute("lists", lists);
        return "transfer/show";
    }

    /** The letter of introduction, each level in its box. */
    @GetMapping("/transfers/{id}.pdf")
    void print(@PathVariable TransferId id, Scope scope, HttpServletResponse response) {
        var today = businessDay.today();
        var file = files.open(id, scope, today);
        var form = forms.letterOfIntroduction(
                file.head().kind().name(), file.head().requestedOn());
        prints.document(
                response,
                "giay-gioi-thieu-sinh-hoat-dang",
                "transfer/letter",
                Map.of("letter", PrintedLetter.of(file, form), "lists", lists),
                today);
    }
}
