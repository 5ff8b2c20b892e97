package vn.partyregister.planning.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import vn.partyregister.planning.NewPost;
import vn.partyregister.planning.PostLines;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;

/** Records at once who holds the posts of many hamlets. */
@Controller
@RequestMapping("/plans/places/posts/many")
@Permitted(Permission.KEEP_MEMBERS)
class ManyPostsController extends ManyLines<NewPost> {
    ManyPostsController(PostLines lines, Somebody somebody) {
        super(lines, somebody, "posts", "/plans/places/posts", "planning.notice.posts-filled");
    }
}
