package vn.partyregister.admission.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.partyregister.admission.AdmissionCaseId;
import vn.partyregister.admission.FormWriter;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.PrintFormat;
import vn.partyregister.platform.Prints;
import vn.partyregister.platform.Scope;
import vn.partyregister.reference.DossierForms;

/** The forms of a case (mẫu …-KNĐ): their catalogue, and those that the register fills in. */
@Controller
@Permitted(Permission.READ_MEMBERS)
class FormController {
    private final FormWriter writer;
    private final DossierForms forms;
    private final Prints prints;
    private final BusinessDay businessDay;

    FormController(FormWriter writer, DossierForms forms, Prints prints, BusinessDay businessDay) {
        this.writer = writer;
        this.forms = forms;
        this.prints = prints;
        this.businessDay = businessDay;
    }

    @GetMapping("/admissions/forms")
    String catalogue(Model model) {
        model.addAttribute("forms", forms.all());
        return "admission/forms";
    }

    @GetMapping("/admissions/{id}/forms/{form}.{format:pdf|docx}")
    @Permitted(Permission.EXPORT)
    void print(
            @PathVariable AdmissionCaseId id,
            @PathVariable String form,
            @PathVariable String format,
            Scope scope,
            HttpServletResponse response) {
        var kind = PrintFormat.of(format);
        var written = writer.write(id, form, kind, scope);
        prints.document(response, form, "admission/written", Map.of("paper", written), businessDay.today(), kind);
    }
}
