package vn.partyregister.planning.web;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.partyregister.planning.NewPost;
import vn.partyregister.planning.PlaceBook;
import vn.partyregister.planning.PlaceCandidates;
import vn.partyregister.planning.PlaceId;
import vn.partyregister.planning.PlaceList;
import vn.partyregister.planning.PlacePostId;
import vn.partyregister.planning.PlaceRow;
import vn.partyregister.planning.Situation;
import vn.partyregister.platform.Attempt;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.VietnameseText;
import vn.partyregister.platform.Visitor;
import vn.partyregister.platform.WrongField;
import vn.partyregister.reference.CodeLists;

/** One place: recorded, changed from a day on, ended; its posts held and left. */
@Controller
@RequestMapping("/plans/places")
@Permitted(Permission.KEEP_MEMBERS)
class PlaceEntryController {
    private static final String FORM = "planning/place-form";
    private static final String SHOW = "planning/place";

    private final PlaceBook book;
    private final PlaceList places;
    private final PlaceCandidates candidates;
    private final Areas areas;
    private final Somebody somebody;
    private final CodeLists codes;
    private final BusinessDay businessDay;

    PlaceEntryController(
            PlaceBook book,
            PlaceList places,
            PlaceCandidates candidates,
            Areas areas,
            Somebody somebody,
            CodeLists codes,
            BusinessDay businessDay) {
        this.book = book;
        this.places = places;
        this.candidates = candidates;
        this.areas = areas;
        this.somebody = somebody;
        this.codes = codes;
        this.businessDay = businessDay;
    }

    @GetMapping("/new")
    String begin(Visitor visitor, Model model) {
        model.addAttribute(
                "form", new SituationForm(null, null, areas.usual(visitor), null, true, null, businessDay.today()));
        return form(null, model);
    }

    @PostMapping
    Object record(
            @Valid @ModelAttribute("form") SituationForm form,
            BindingResult errors,
            Scope scope,
            Model model,
            RedirectAttributes next) {
        if (form.name() == null || form.name().isBlank()) {
            WrongField.mark(errors, "name", form.name(), "planning.missing.place");
        }
        if (form.kind() == null || !codes.has(PlaceBook.KIND, form.kind())) {
            WrongField.mark(errors, "kind", form.kind(), "planning.missing.place-kind");
        }
        var situation = situation(form, errors, scope);
        return errors.hasErrors() || situation == null
                ? form(null, model)
                : Attempt.of(
                        () -> "redirect:/plans/places/"
                                + book.record(
                                        form.kind(), VietnameseText.tidy(form.name()), form.day(), situation, scope),
                        () -> form(null, model),
                        "planning.notice.place-recorded",
                        model,
                        next);
    }

    @GetMapping("/{place}")
    @Permitted(Permission.READ_MEMBERS)
    String show(@PathVariable PlaceId place, Scope scope, Model model) {
        model.addAttribute("form", new PostForm(null, null, false, businessDay.today()));
        return show(places.get(place, scope), scope, model);
    }

    @GetMapping("/{place}/change")
    String change(@PathVariable PlaceId place, Scope scope, Model model) {
        var row = places.get(place, scope);
        model.addAttribute(
                "form",
                new SituationForm(
                        row.kind(),
                        row.name(),
                        row.organiser(),
                        row.cell(),
                        row.hasMembers(),
                        row.inCharge(),
                        businessDay.today()));
        return form(row, model);
    }

    @PostMapping("/{place}/change")
    Object change(
            @PathVariable PlaceId place,
            @Valid @ModelAttribute("form") SituationForm form,
            BindingResult errors,
            Scope scope,
            Model model,
            RedirectAttributes next) {
        var row = places.get(place, scope);
        var situation = situation(form, errors, scope);
        return errors.hasErrors() || situation == null
                ? form(row, model)
                : Attempt.of(
                        () -> {
                            book.change(place, form.day(), situation, scope);
                            return "redirect:/plans/places/" + place;
                        },
                        () -> form(row, model),
                        "planning.notice.place-changed",
                        model,
                        next);
    }

    @PostMapping("/{place}/end")
    Object end(
            @PathVariable PlaceId place,
            @Valid @ModelAttribute("ended") LastDayForm ended,
            BindingResult errors,
            Scope scope,
            Model model,
            RedirectAttributes next) {
        var row = places.get(place, scope);
        model.addAttribute("form", new PostForm(null, null, false, businessDay.today()));
        return errors.hasErrors()
                ? show(row, scope, model)
                : Attempt.of(
                        () -> {
                            book.end(place, ended.day(), scope);
                            return "redirect:/plans/places";
                        },
                        () -> show(row, scope, model),
                        "planning.notice.place-ended",
                        model,
                        next);
    }

    @PostMapping("/{place}/posts")
    Object fill(
            @PathVariable PlaceId place,
            @Valid @ModelAttribute("form") PostForm form,
            BindingResult errors,
            Scope scope,
            Model model,
            RedirectAttributes next) {
        var row = places.get(place, scope);
        var member = form.isMember() ? somebody.meant("holder", form.holder(), errors, scope) : null;
        return errors.hasErrors()
                ? show(row, scope, model)
                : Attempt.of(
                        () -> {
                            var holder = VietnameseText.tidy(form.holder());
                            book.fill(new NewPost(place, form.post(), holder, member, form.day()), scope);
                            return "redirect:/plans/places/" + place;
                        },
                        () -> show(row, scope, model),
                        "planning.notice.post-filled",
                        model,
                        next);
    }

    /** Today is the last day of a post. */
    @PostMapping("/posts/{placePost}/end")
    String leave(@PathVariable PlacePostId placePost, Scope scope, RedirectAttributes next) {
        var place = book.leave(placePost, businessDay.today(), scope);
        next.addFlashAttribute("notice", "planning.notice.post-left");
        return "redirect:/plans/places/" + place;
    }

    private @Nullable Situation situation(SituationForm form, BindingResult errors, Scope scope) {
        var organisation = areas.meant(form.organisation(), errors, scope);
        var cell = areas.meant("cell", form.cell(), errors, scope);
        var inCharge = somebody.meant("inCharge", form.inCharge(), errors, scope);
        return organisation == null ? null : new Situation(organisation, cell, form.withMembers(), inCharge);
    }

    private String form(@Nullable PlaceRow row, Model model) {
        model.addAttribute("row", row).addAttribute("kinds", codes.of(PlaceBook.KIND, businessDay.today()));
        return FORM;
    }

    private String show(PlaceRow row, Scope scope, Model model) {
        model.addAttribute("row", row)
                .addAttribute("codes", codes)
                .addAttribute("posts", codes.of(PlaceBook.POST, businessDay.today()))
                .addAttribute("today", businessDay.today())
                .addAttribute("held", places.posts(new PlaceId(row.id()), scope))
                .addAttribute("candidates", candidates.of(new PlaceId(row.id()), scope));
        return SHOW;
    }
}
