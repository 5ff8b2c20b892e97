package vn.partyregister.committee;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.partyregister.member.MemberId;
import vn.partyregister.membership.FilePart;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.organisation.OrganisationPart;
import vn.partyregister.platform.Permission;

/** Where the files of organisations and of members lead to their committees and posts. */
@Configuration(proxyBeanMethods = false)
class CommitteeParts {
    @Bean
    OrganisationPart committeeOfAnOrganisation() {
        return new OrganisationPart() {
            @Override
            public String label() {
                return "committee.of-organisation";
            }

            @Override
            public String address(OrganisationId organisation, @Nullable LocalDate asAt) {
                return "/organisations/" + organisation + "/committee" + (asAt == null ? "" : "?asAt=" + asAt);
            }

            @Override
            public Permission permission() {
                return Permission.READ_ORGANISATIONS;
            }
        };
    }

    @Bean
    FilePart postsOfAMember() {
        return new FilePart() {
            @Override
            public String label() {
                return "committee.posts-of-member";
            }

            @Override
            public String address(MemberId member) {
                return "/members/" + member + "/posts";
            }

            @Override
            public Permission permission() {
                return Permission.READ_MEMBERS;
            }
        };
    }
}
