package vn.partyregister.supplement;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.partyregister.member.MemberId;
import vn.partyregister.membership.FilePart;
import vn.partyregister.membership.SupplementGround;
import vn.partyregister.platform.Permission;

/** Where the file of a member leads to its supplements, and when a change may rest on one. */
@Configuration(proxyBeanMethods = false)
class SupplementParts {
    @Bean
    FilePart supplementsOfAMember() {
        return new FilePart() {
            @Override
            public String label() {
                return "supplement.of-member";
            }

            @Override
            public String address(MemberId member) {
                return "/members/" + member + "/supplements";
            }

            @Override
            public Permission permission() {
                return Permission.READ_MEMBERS;
            }
        };
    }

    @Bean
    SupplementGround supplementAskedFor(CampaignList campaigns) {
        return member -> campaigns.of(member).stream().anyMatch(MemberCampaign::isWaiting);
    }
}
