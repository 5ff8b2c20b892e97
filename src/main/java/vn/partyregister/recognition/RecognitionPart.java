package vn.partyregister.recognition;

import org.springframework.stereotype.Component;
import vn.partyregister.member.MemberId;
import vn.partyregister.membership.FilePart;
import vn.partyregister.platform.Permission;

/** The member's file leads to the cards and badges of the member. */
@Component
class RecognitionPart implements FilePart {
    @Override
    public String label() {
        return "recognition.of-member";
    }

    @Override
    public String address(MemberId member) {
        return "/members/%s/recognition".formatted(member);
    }

    @Override
    public Permission permission() {
        return Permission.READ_MEMBERS;
    }
}
