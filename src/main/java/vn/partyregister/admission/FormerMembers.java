package vn.partyregister.admission;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.partyregister.member.MemberId;
import vn.partyregister.membership.MovementKind;
import vn.partyregister.platform.RecordRows;

/** How somebody who is to be admitted once more left. */
@Component
class FormerMembers {
    private final JdbcClient jdbc;

    FormerMembers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What the journal told of them last by a day. */
    Optional<Left> left(MemberId former, LocalDate day) {
        return jdbc.sql("""
                        select kind, coalesce(ground, '') as ground from membership.told
                        where member_id = :member and effective_on <= :day
                        order by effective_on desc, recorded desc limit 1
                        """)
                .param("member", former.id())
                .param("day", day)
                .query(new RecordRows<>(Left.class))
                .optional();
    }

    /** The last entry of the journal. */
    record Left(MovementKind kind, String ground) {
        /** Whose admission was cancelled never was a member: the next one is their first. */
        boolean neverWasAMember() {
            return kind == MovementKind.ADMISSION_CANCELLED;
        }
    }
}
