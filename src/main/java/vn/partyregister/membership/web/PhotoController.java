package vn.partyregister.membership.web;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ETag;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.partyregister.member.MemberId;
import vn.partyregister.member.Photos;
import vn.partyregister.membership.MemberFiles;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Refusal;
import vn.partyregister.platform.Scope;

/** The photo of a member: shown, given, replaced, taken away. */
@Controller
@RequestMapping("/members/{id}")
@Permitted(Permission.KEEP_MEMBERS)
class PhotoController {
    private final Photos photos;
    private final MemberFiles files;
    private final BusinessDay businessDay;

    PhotoController(Photos photos, MemberFiles files, BusinessDay businessDay) {
        this.photos = photos;
        this.files = files;
        this.businessDay = businessDay;
    }

    /** The browser keeps it, and asks each time whether it may still show it; a file without a photo has nothing to show. */
    @GetMapping("/photo.jpg")
    @Permitted(Permission.READ_MEMBERS)
    ResponseEntity<byte[]> show(@PathVariable MemberId id, @RequestHeader HttpHeaders asked, Scope scope) {
        var kept =
                asked.getIfNoneMatch().stream().map(ETag::create).map(ETag::tag).toList();
        return files.photo(id, kept, scope, businessDay.today())
                .map(photo -> ResponseEntity.ok()
                        .contentType(MediaType.IMAGE_JPEG)
                        .cacheControl(CacheControl.noCache().cachePrivate())
                        .eTag(photo.tag())
                        .body(photo.jpeg()))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    @GetMapping("/photo")
    String page(@PathVariable MemberId id, Scope scope, Model model) {
        model.addAttribute("brief", files.brief(id, scope, businessDay.today()));
        model.addAttribute("past", photos.past(id));
        model.addAttribute("has", photos.has(id));
        return "membership/photo";
    }

    @PostMapping("/photo")
    Object put(
            @PathVariable MemberId id,
            @RequestParam @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String reason,
            Scope scope,
            Model model,
            RedirectAttributes next)
            throws IOException {
        var organisation = files.brief(id, scope, businessDay.today()).organisationId();
        try (var upload = file == null ? InputStream.nullInputStream() : file.getInputStream()) {
            return record(id, scope, model, next, () -> photos.put(id, organisation, upload, reason));
        }
    }

    @PostMapping("/photo/removal")
    Object takeAway(
            @PathVariable MemberId id,
            @RequestParam(defaultValue = "") String reason,
            Scope scope,
            Model model,
            RedirectAttributes next)
            throws IOException {
        var organisation = files.brief(id, scope, businessDay.today()).organisationId();
        return record(id, scope, model, next, () -> photos.takeAway(id, organisation, reason));
    }

    /** Does it, and shows the page anew; or shows it with why it was refused. */
    private Object record(MemberId id, Scope scope, Model model, RedirectAttributes next, Act act) throws IOException {
        try {
            act.act();
        } catch (Refusal.NotReadable | Refusal.RuleBroken refused) {
            model.addAttribute("refused", refused);
            return new ModelAndView(
                    page(id, scope, model),
                    model.asMap(),
                    refused instanceof Refusal.RuleBroken ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT);
        }
        next.addAttribute("id", id.toString());
        next.addFlashAttribute("notice", "member.photo.recorded");
        return "redirect:/members/{id}/photo";
    }

    /** What is done with the photo; an upload can break off. */
    private interface Act {
        void act() throws IOException;
    }
}
