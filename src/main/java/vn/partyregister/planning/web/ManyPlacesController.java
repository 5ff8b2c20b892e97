package vn.partyregister.planning.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import vn.partyregister.planning.NewPlace;
import vn.partyregister.planning.PlaceLines;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;

/** Records many places at once. */
@Controller
@RequestMapping("/plans/places/many")
@Permitted(Permission.KEEP_MEMBERS)
class ManyPlacesController extends ManyLines<NewPlace> {
    ManyPlacesController(PlaceLines lines, Somebody somebody) {
        super(lines, somebody, "places", "/plans/places", "planning.notice.places-recorded");
    }
}
