package vn.partyregister.dossier.web;

import jakarta.validation.Valid;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.partyregister.dossier.Papers;
import vn.partyregister.dossier.Papers.Opening;
import vn.partyregister.dossier.ScanContent;
import vn.partyregister.dossier.ScanId;
import vn.partyregister.member.MemberId;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Scope;

/** One scan: seen in the browser, saved, taken back. */
@Controller
@RequestMapping("/members/{member}/papers/{scan}")
class ScanController {
    /** Whatever a scan holds, it runs nothing and asks for nothing. */
    private static final String CONTENT_POLICY = "sandbox; default-src 'none'; img-src 'self'; object-src 'self'; "
            + "style-src 'unsafe-inline'; frame-ancestors 'none'";

    private final Papers papers;
    private final BusinessDay businessDay;

    ScanController(Papers papers, BusinessDay businessDay) {
        this.papers = papers;
        this.businessDay = businessDay;
    }

    @GetMapping
    @Permitted(Permission.READ_PAPERS)
    ResponseEntity<byte[]> view(@PathVariable MemberId member, @PathVariable ScanId scan, Scope scope) {
        return answer(papers.open(member, scan, Opening.VIEW, scope, businessDay.today()), ContentDisposition.inline());
    }

    @GetMapping("/file")
    @Permitted(Permission.READ_PAPERS)
    ResponseEntity<byte[]> download(@PathVariable MemberId member, @PathVariable ScanId scan, Scope scope) {
        return answer(
                papers.open(member, scan, Opening.DOWNLOAD, scope, businessDay.today()),
                ContentDisposition.attachment());
    }

    /** Nothing of it is kept by the browser, and nothing in it runs. */
    static ResponseEntity<byte[]> answer(ScanContent scan, ContentDisposition.Builder disposition) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(scan.format().mediaType()))
                .cacheControl(CacheControl.noStore().cachePrivate())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        disposition
                                .filename(scan.fileName(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("Content-Security-Policy", CONTENT_POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .body(scan.content());
    }

    @GetMapping("/taking-back")
    @Permitted(Permission.KEEP_PAPERS)
    String mayTakeBack(
            @PathVariable MemberId member, @PathVariable ScanId scan, Scope scope, Locale language, Model model) {
        model.addAttribute("form", TakingBackForm.empty());
        return page(member, scan, scope, language, model);
    }

    @PostMapping("/taking-back")
    @Permitted(Permission.KEEP_PAPERS)
    String takeBack(
            @PathVariable MemberId member,
            @PathVariable ScanId scan,
            @Valid @ModelAttribute("form") TakingBackForm form,
            BindingResult errors,
            Scope scope,
            Locale language,
            Model model,
            RedirectAttributes next) {
        if (errors.hasErrors()) {
            return page(member, scan, scope, language, model);
        }
        papers.takeBack(member, scan, form.reason(), scope, businessDay.today());
        next.addFlashAttribute("notice", "dossier.taken-back");
        return "redirect:/members/{member}/papers";
    }

    private String page(MemberId member, ScanId scan, Scope scope, Locale language, Model model) {
        model.addAttribute("member", member);
        model.addAttribute("scan", papers.scan(member, scan, scope, businessDay.today(), language));
        return "dossier/taking-back";
    }
}
