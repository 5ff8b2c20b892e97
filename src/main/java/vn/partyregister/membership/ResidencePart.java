package vn.partyregister.membership;

import org.springframework.stereotype.Component;
import vn.partyregister.member.MemberId;
import vn.partyregister.platform.Permission;

/** The member's file leads to the link to the place of residence. */
@Component
class ResidencePart implements FilePart {
    @Override
    public String label() {
        return "membership.residence";
    }

    @Override
    public String address(MemberId member) {
        return "/members/%s/residence".formatted(member);
    }

    @Override
    public Permission permission() {
        return Permission.READ_MEMBERS;
    }
}
