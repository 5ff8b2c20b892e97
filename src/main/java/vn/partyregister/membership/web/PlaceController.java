package vn.partyregister.membership.web;

import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.partyregister.member.FileForm;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Parameters;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.reference.Places;

/** What the address fields of a member's form offer while somebody types. */
@Controller
@Permitted(Permission.KEEP_MEMBERS)
class PlaceController {
    private final FileForm form;
    private final Places places;
    private final BusinessDay businessDay;

    PlaceController(FileForm form, Places places, BusinessDay businessDay) {
        this.form = form;
        this.places = places;
        this.businessDay = businessDay;
    }

    @GetMapping("/members/places")
    String suggest(@RequestParam Map<String, String> given, Model model) {
        var address = new AddressFields(new Parameters(given));
        model.addAttribute(
                "places",
                address.field(form.all(businessDay.today()))
                        .map(item -> places.suggest(address.asked(item), businessDay.today()))
                        .orElse(java.util.List.of()));
        return "membership/places :: places";
    }
}
