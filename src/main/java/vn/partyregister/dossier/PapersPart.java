package vn.partyregister.dossier;

import org.springframework.stereotype.Component;
import vn.partyregister.member.MemberId;
import vn.partyregister.membership.FilePart;
import vn.partyregister.platform.Permission;

/** The link from a member's file to its papers. */
@Component
class PapersPart implements FilePart {
    @Override
    public String label() {
        return "dossier.papers";
    }

    @Override
    public String address(MemberId member) {
        return "/members/%s/papers".formatted(member);
    }

    @Override
    public Permission permission() {
        return Permission.READ_PAPERS;
    }
}
