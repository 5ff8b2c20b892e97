package vn.partyregister.transfer;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.partyregister.member.MemberId;
import vn.partyregister.membership.MarksMembers;
import vn.partyregister.membership.MemberMark;

/** Whoever is on the way is counted at the sender until they are accepted, and is marked there (đang chuyển sinh hoạt). */
@Component
class TransferMarks implements MarksMembers {
    private final JdbcClient jdbc;

    TransferMarks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<MemberId, List<MemberMark>> marks(Collection<MemberId> members, LocalDate asAt) {
        var marks = new HashMap<MemberId, List<MemberMark>>();
        jdbc.sql("""
                        select member_id, id from transfer.transfer
                        where member_id = any(:members) and direction <> 'IN' and introduced_on <= :asAt
                        and (ended_on is null or ended_on > :asAt)
                        """)
                .param("members", members.stream().map(MemberId::id).toArray(UUID[]::new))
                .param("asAt", asAt)
                .query(row -> {
                    marks.put(
                            new MemberId(row.getObject("member_id", UUID.class)),
                            List.of(new MemberMark("transfer.mark", "/transfers/" + row.getString("id"))));
                });
        return marks;
    }
}
