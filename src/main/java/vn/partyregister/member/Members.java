package vn.partyregister.member;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.partyregister.platform.PartialDate;
import vn.partyregister.platform.Seal;
import vn.partyregister.platform.VietnameseText;

/** The people of the register. Who may see whom is asked before, of the journal: it alone knows where they belong. */
@Service
@Transactional
public class Members {
    private static final int SHOWN_DIGITS = 3;

    private final MemberRepository members;
    private final JdbcClient jdbc;
    private final Seal seal;

    Members(MemberRepository members, JdbcClient jdbc, Seal seal) {
        this.members = members;
        this.jdbc = jdbc;
        this.seal = seal;
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

    /** Notes the day probation ended, in the transaction that recognises them. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void becameOfficial(MemberId id, LocalDate day) {
        members.saveAndFlush(members.get(id).becomeOfficial(day));
    }

    /** The whole citizen number; whoever asks has made sure that it may be seen, and notes that it was. */
    @Transactional(readOnly = true)
    public Optional<String> citizenNumber(MemberId id) {
        return Optional.ofNullable(members.get(id).citizenNumberSealed()).map(seal::openText);
    }

    /** Who may be the same person: the same citizen number, or the same name (however accented) and birth date. */
    @Transactional(readOnly = true)
    public List<Alike> alike(String fullName, PartialDate born, @Nullable String citizenNumber) {
        return jdbc.sql("""
                        select id, full_name, coalesce(citizen_number_hash = :hash, false) as sure
                        from member.member
                        where citizen_number_hash = :hash
                        or (names_folded like :folded and split_part(names_folded, ' | ', 1) = :name
                            and born_earliest = :earliest and born_precision = :precision)
                        order by sure desc, id limit 10
                        """)
                .param("hash", citizenNumber == null ? new byte[0] : seal.hash(citizenNumber))
                .param("folded", VietnameseText.folded(fullName) + "%")
                .param("name", VietnameseText.folded(fullName))
                .param("earliest", born.earliest())
                .param("precision", born.precision().name())
                .query((row, _) -> new Alike(
                        new MemberId(row.getObject("id", UUID.class)),
                        row.getString("full_name"),
                        row.getBoolean("sure")))
                .list();
    }
}
