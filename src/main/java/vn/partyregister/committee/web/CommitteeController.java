package vn.partyregister.committee.web;

import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.partyregister.committee.CommitteeFiles;
import vn.partyregister.committee.MemberPosts;
import vn.partyregister.committee.PostLists;
import vn.partyregister.member.MemberId;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Parameters;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Visitor;

/** The committee of an organisation, and the posts of a member, to read. */
@Controller
class CommitteeController {
    private final CommitteeFiles files;
    private final MemberPosts posts;
    private final PostLists lists;
    private final BusinessDay businessDay;

    CommitteeController(CommitteeFiles files, MemberPosts posts, PostLists lists, BusinessDay businessDay) {
        this.files = files;
        this.posts = posts;
        this.lists = lists;
        this.businessDay = businessDay;
    }

    @GetMapping("/organisations/{organisation}/committee")
    @Permitted(Permission.READ_ORGANISATIONS)
    String show(
            @PathVariable OrganisationId organisation,
            @RequestParam Map<String, String> given,
            Scope scope,
            Visitor visitor,
            Model model) {
        var parameters = new Parameters(given);
        var asked = parameters.day("asAt");
        var asAt = asked == null ? businessDay.today() : asked;
        model.addAttribute("file", files.open(organisation, scope, visitor.scope(Permission.READ_MEMBERS), asAt));
        model.addAttribute("lists", lists);
        model.addAttribute("unreadable", parameters.unreadable());
        return "committee/show";
    }

    @GetMapping("/members/{member}/posts")
    @Permitted(Permission.READ_MEMBERS)
    String posts(@PathVariable MemberId member, Scope scope, Model model) {
        model.addAttribute("posts", posts.open(member, scope, businessDay.today()));
        model.addAttribute("lists", lists);
        return "committee/member";
    }
}
