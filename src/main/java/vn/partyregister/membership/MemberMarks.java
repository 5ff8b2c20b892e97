package vn.partyregister.membership;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import vn.partyregister.member.MemberId;

/** The marks that all higher modules put on members; whoever asks has made sure that the members may be seen. */
@Service
public class MemberMarks {
    private final List<MarksMembers> sources;

    MemberMarks(ObjectProvider<MarksMembers> sources) {
        this.sources = sources.orderedStream().toList();
    }

    /** Of those of these members who bear any. */
    public Map<MemberId, List<MemberMark>> of(Collection<MemberId> members, LocalDate asAt) {
        var marks = new HashMap<MemberId, List<MemberMark>>();
        if (!members.isEmpty()) {
            sources.forEach(source -> source.marks(members, asAt)
                    .forEach((member, more) -> marks.merge(
                            member,
                            more,
                            (some, others) -> Stream.concat(some.stream(), others.stream())
                                    .toList())));
        }
        return marks;
    }
}
