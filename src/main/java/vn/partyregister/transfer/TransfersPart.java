package vn.partyregister.transfer;

import org.springframework.stereotype.Component;
import vn.partyregister.member.MemberId;
import vn.partyregister.membership.FilePart;
import vn.partyregister.platform.Permission;

/** The member's file leads to where they went and are going. */
@Component
class TransfersPart implements FilePart {
    @Override
    public String label() {
        return "transfer.transfers";
    }

    @Override
    public String address(MemberId member) {
        return "/members/%s/transfers".formatted(member);
    }

    @Override
    public Permission permission() {
        return Permission.READ_MEMBERS;
    }
}
