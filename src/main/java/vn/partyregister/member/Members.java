package vn.partyregister.member;

import java.sql.Types;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.partyregister.platform.Seal;

/** The people of the register. Who may see whom is asked before, of the journal: it alone knows where they belong. */
@Service
@Transactional
public class Members {
    private static final int SHOWN_DIGITS = 3;

    private final MemberRepository members;
    private final LikePeople like;
    private final Seal seal;
    private final JdbcClient jdbc;

    Members(MemberRepository members, LikePeople like, Seal seal, JdbcClient jdbc) {
        this.members = members;
        this.like = like;
        this.seal = seal;
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public Member get(MemberId id) {
        return members.get(id);
    }

    /** A new person, in the transaction that admits them. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Member enter(NewMember person) {
        var member = Member.enter(person);
        var number = person.citizenNumber();
        if (number != null) {
            member.seal(seal.seal(number), seal.hash(number), number.substring(number.length() - SHOWN_DIGITS));
        }
        return members.saveAndFlush(member);
    }

    /** Notes the day probation ended, in the transaction that recognises them: of one or of many, by one statement. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void becameOfficial(Collection<MemberId> ids, LocalDate day) {
        setOfficial(ids, day);
    }

    /** Takes the end of probation back, in the transaction that takes the recognition back. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void areOnProbationAfterAll(Collection<MemberId> ids) {
        setOfficial(ids, null);
    }

    private void setOfficial(Collection<MemberId> ids, @Nullable LocalDate day) {
        jdbc.sql("update member.member set official_on = :day, version = version + 1 where id = any(:ids)")
                .param("day", day, Types.DATE)
                .param("ids", ids.stream().map(MemberId::id).toArray(UUID[]::new))
                .update();
    }

    /** The whole citizen number; whoever asks has made sure that it may be seen, and notes that it was. */
    @Transactional(readOnly = true)
    public Optional<String> citizenNumber(MemberId id) {
        return Optional.ofNullable(members.get(id).citizenNumberSealed()).map(seal::openText);
    }

    /** Who may be the same person. */
    @Transactional(readOnly = true)
    public List<Alike> alike(Sought sought) {
        return like.find(sought);
    }

    /** Whether somebody with the same number is in the register. */
    @Transactional(readOnly = true)
    public boolean knows(NewMember person) {
        return like.find(Sought.by(person)).stream().anyMatch(Alike::sure);
    }
}
