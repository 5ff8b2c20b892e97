package vn.partyregister.dossier;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.partyregister.member.MemberId;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Seal;

/** Finds the members that the names of files mean. */
@Component
class BatchMatch {
    private final JdbcClient jdbc;
    private final Seal seal;

    BatchMatch(JdbcClient jdbc, Seal seal) {
        this.jdbc = jdbc;
        this.seal = seal;
    }

    /** Who stands within the scope and has this number; two where it is not one person's. */
    List<MemberId> members(FileName name, Scope scope, LocalDate today) {
        var numbers = name.numbers();
        return numbers.isEmpty()
                ? List.of()
                : jdbc.sql("""
                        select m.id from member.member m
                        join membership.standing s on s.member_id = m.id and s.valid @> cast(:asAt as date)
                        where (m.card_number in (:numbers) or m.old_card_number in (:numbers)
                            or m.file_number in (:numbers) or m.citizen_number_hash = :hash)
                        and %s
                        limit 2
                        """.formatted(scope.condition("s.organisation_id")))
                        .params(scope.params(today))
                        .param("numbers", numbers)
                        .param("hash", seal.hash(numbers.getFirst()))
                        .query((row, _) -> new MemberId(row.getObject("id", UUID.class)))
                        .list();
    }
}
