package vn.partyregister.membership.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.partyregister.member.Sought;
import vn.partyregister.membership.LookAlikes;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Scope;

/** Holds somebody who is about to be recorded against whoever resembles them. */
@Component
class Comparison {
    private final LookAlikes lookAlikes;
    private final BusinessDay businessDay;

    Comparison(LookAlikes lookAlikes, BusinessDay businessDay) {
        this.lookAlikes = lookAlikes;
        this.businessDay = businessDay;
    }

    /** Whether nobody looks alike, or the clerk has compared; the page says with whom. */
    boolean isDone(Sought sought, @Nullable Boolean another, Scope scope, Model model) {
        var compared = Boolean.TRUE.equals(another);
        var alike = lookAlikes.find(sought, scope, businessDay.today());
        model.addAttribute("alike", alike);
        model.addAttribute("compared", compared);
        return compared || alike.isEmpty();
    }
}
