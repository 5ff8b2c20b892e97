package vn.partyregister.organisation;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.partyregister.platform.Uuids;
import vn.partyregister.platform.VietnameseText;

/** The decisions the register refers to: one paper, many acts. */
@Service
public class Decisions {
    private final JdbcClient jdbc;

    Decisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The identity of a decision; noted when it was not known yet. */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID note(Decision decision) {
        var issuer = VietnameseText.tidy(decision.issuer());
        var number = VietnameseText.tidy(decision.number());
        jdbc.sql("""
                        insert into organisation.decision (id, issuer_name, number, issued_on, summary)
                        values (:id, :issuer, :number, :day, :summary)
                        on conflict (issuer_name, number, issued_on) do nothing
                        """)
                .param("id", Uuids.next())
                .param("issuer", issuer)
                .param("number", number)
                .param("day", decision.day())
                .param("summary", decision.summary())
                .update();
        return jdbc.sql("""
                        select id from organisation.decision
                        where issuer_name = :issuer and number = :number and issued_on = :day
                        """)
                .param("issuer", issuer)
                .param("number", number)
                .param("day", decision.day())
                .query((row, _) -> row.getObject("id", UUID.class))
                .single();
    }
}
