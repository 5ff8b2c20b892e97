package vn.partyregister.paperfile;

import org.springframework.stereotype.Component;
import vn.partyregister.member.MemberId;
import vn.partyregister.membership.FilePart;
import vn.partyregister.platform.Permission;

/** The member's file leads to where its paper is. */
@Component
class PaperFilePart implements FilePart {
    @Override
    public String label() {
        return "paperfile.paper-file";
    }

    @Override
    public String address(MemberId member) {
        return "/members/%s/paper-file".formatted(member);
    }

    @Override
    public Permission permission() {
        return Permission.READ_PAPERS;
    }
}
