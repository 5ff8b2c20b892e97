package vn.partyregister.planning.web;

import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.partyregister.planning.PlaceBook;
import vn.partyregister.planning.PlaceCandidates;
import vn.partyregister.planning.PlaceFilter;
import vn.partyregister.planning.PlaceGap;
import vn.partyregister.planning.PlaceList;
import vn.partyregister.platform.Parameters;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Refusal.NotFound;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Visitor;
import vn.partyregister.reference.Code;
import vn.partyregister.reference.CodeLists;

/** The lists of places and of their posts, and how many lack what. */
@Controller
@RequestMapping("/plans")
@Permitted(Permission.READ_MEMBERS)
class PlaceListController {
    private static final int CHOICES = 12;
    private static final int LONGEST_TYPED = 100;

    private final PlaceList places;
    private final PlaceCandidates candidates;
    private final Areas areas;
    private final CodeLists codes;

    PlaceListController(PlaceList places, PlaceCandidates candidates, Areas areas, CodeLists codes) {
        this.places = places;
        this.candidates = candidates;
        this.areas = areas;
        this.codes = codes;
    }

    @GetMapping("/places")
    String list(@RequestParam Map<String, String> given, Scope scope, Visitor visitor, Model model) {
        var parameters = new Parameters(given);
        var filter = filter(parameters);
        var sort = parameters.sort(PlaceList.ORDERS, PlaceList.STANDARD_ORDER);
        model.addAttribute("listing", places.page(filter, scope, sort, parameters.page()));
        return page("planning/places", filter, parameters, scope, visitor, model);
    }

    /** What the field of a case offers while somebody types. */
    @GetMapping("/places/choices")
    String choices(@RequestParam(defaultValue = "") String place, Scope scope, Model model) {
        var typed = place.replace('\0', ' ').substring(0, Math.min(LONGEST_TYPED, place.length()));
        model.addAttribute("choices", candidates.choices(typed, scope, CHOICES));
        return "organisation/fields :: choices";
    }

    /** Hamlet posts with their holders. */
    @GetMapping("/places/posts")
    String posts(@RequestParam Map<String, String> given, Scope scope, Visitor visitor, Model model) {
        var parameters = new Parameters(given);
        var filter = filter(parameters);
        var sort = parameters.sort(PlaceList.POST_ORDERS, PlaceList.STANDARD_ORDER);
        model.addAttribute("listing", places.posts(filter, scope, sort, parameters.page()));
        return page("planning/posts", filter, parameters, scope, visitor, model);
    }

    @GetMapping("/places/figures")
    String figures(@RequestParam Map<String, String> given, Scope scope, Visitor visitor, Model model) {
        var parameters = new Parameters(given);
        var choice = areas.choice(parameters.id("organisation"), scope, visitor);
        if (choice == null) {
            throw new NotFound("membership.unknown-organisation");
        }
        model.addAttribute("choice", choice).addAttribute("unreadable", parameters.unreadable());
        model.addAttribute("figures", places.figures(choice.itself().id(), scope));
        return "planning/place-figures";
    }

    private PlaceFilter filter(Parameters parameters) {
        return filter(parameters, codes);
    }

    static PlaceFilter filter(Parameters parameters, CodeLists codes) {
        return PlaceFilter.read(
                parameters, codes.of(PlaceBook.KIND).stream().map(Code::code).toList());
    }

    private String page(
            String view, PlaceFilter filter, Parameters parameters, Scope scope, Visitor visitor, Model model) {
        model.addAttribute("filter", filter)
                .addAttribute("kinds", codes.of(PlaceBook.KIND))
                .addAttribute("gaps", PlaceGap.values())
                .addAttribute("codes", codes)
                .addAttribute("choice", areas.choice(filter.organisation(), scope, visitor))
                .addAttribute("unreadable", parameters.unreadable());
        return view;
    }
}
