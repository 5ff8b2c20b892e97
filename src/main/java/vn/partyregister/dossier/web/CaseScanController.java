package vn.partyregister.dossier.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.partyregister.admission.AdmissionCaseId;
import vn.partyregister.dossier.CasePapers;
import vn.partyregister.dossier.Intake;
import vn.partyregister.dossier.Papers.Opening;
import vn.partyregister.dossier.ScanId;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Refusal;
import vn.partyregister.platform.Scope;

/** The scanned papers of a case of admission: attached to a form, seen, saved, taken back. */
@Controller
@RequestMapping("/admissions/{id}")
class CaseScanController {
    private static final String ATTACH = "dossier/case-scan";

    private final CasePapers papers;
    private final Intake intake;

    CaseScanController(CasePapers papers, Intake intake) {
        this.papers = papers;
        this.intake = intake;
    }

    @GetMapping("/forms/{form}/scan")
    @Permitted(Permission.KEEP_PAPERS)
    String form(@PathVariable AdmissionCaseId id, @PathVariable String form, Scope scope, Model model) {
        model.addAttribute("id", id);
        model.addAttribute("held", papers.attachable(id, form, scope));
        return ATTACH;
    }

    @PostMapping("/forms/{form}/scan")
    @Permitted(Permission.KEEP_PAPERS)
    String attach(
            @PathVariable AdmissionCaseId id,
            @PathVariable String form,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Scope scope,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next)
            throws IOException {
        try {
            intake.take(id, form, file == null ? new byte[0] : file.getBytes(), scope);
        } catch (Refusal.NotReadable refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("refused", refused);
            return form(id, form, scope, model);
        }
        next.addFlashAttribute("notice", "dossier.stored");
        return "redirect:/admissions/{id}";
    }

    @GetMapping("/scans/{scan}")
    @Permitted(Permission.READ_PAPERS)
    ResponseEntity<byte[]> view(@PathVariable AdmissionCaseId id, @PathVariable ScanId scan, Scope scope) {
        return ScanController.answer(papers.open(id, scan, Opening.VIEW, scope), ContentDisposition.inline());
    }

    @GetMapping("/scans/{scan}/file")
    @Permitted(Permission.READ_PAPERS)
    ResponseEntity<byte[]> download(@PathVariable AdmissionCaseId id, @PathVariable ScanId scan, Scope scope) {
        return ScanController.answer(papers.open(id, scan, Opening.DOWNLOAD, scope), ContentDisposition.attachment());
    }

    @GetMapping("/scans/{scan}/taking-back")
    @Permitted(Permission.KEEP_PAPERS)
    String mayTakeBack(@PathVariable AdmissionCaseId id, @PathVariable ScanId scan, Scope scope, Model model) {
        model.addAttribute("form", TakingBackForm.empty());
        return page(id, scan, scope, model);
    }

    @PostMapping("/scans/{scan}/taking-back")
    @Permitted(Permission.KEEP_PAPERS)
    String takeBack(
            @PathVariable AdmissionCaseId id,
            @PathVariable ScanId scan,
            @Valid @ModelAttribute("form") TakingBackForm form,
            BindingResult errors,
            Scope scope,
            Model model,
            RedirectAttributes next) {
        if (errors.hasErrors()) {
            return page(id, scan, scope, model);
        }
        papers.takeBack(id, scan, form.reason(), scope);
        next.addFlashAttribute("notice", "dossier.taken-back");
        return "redirect:/admissions/{id}";
    }

    private String page(AdmissionCaseId id, ScanId scan, Scope scope, Model model) {
        model.addAttribute("id", id);
        model.addAttribute("scan", papers.scan(id, scan, scope));
        return "dossier/case-taking-back";
    }
}
