package vn.partyregister.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.partyregister.RegisterTest;
import vn.partyregister.member.MemberId;

/** What ends with an organisation, and goes on when the reorganisation is taken back. */
@RegisterTest
class EndedAlongTests extends ReorganisationDesk {
    @Test
    void aTermEndsWithItsOrganisationAndGoesOnWhenThatDoes() {
        var member = people.add(place.eastCell(), person -> person);
        var term = term(place.eastCell(), member);
        var id = carriedOut(Step.merge(place.eastCell(), place.otherEastCell())).key();
        assertThat(lastDays(term)).containsExactly(DAY.minusDays(1), DAY.minusDays(1));
        takeBack(id, "Nhầm");
        assertThat(lastDays(term)).containsExactly(LocalDate.of(2025, 5, 31), LocalDate.of(2025, 5, 31));
    }

    @Test
    void aRoleEndsWithItsOrganisationAndPassesOnOnlyToAnHeirThatIsNothingElse() {
        var begun = OrganisationId.next();
        var merged = grant(place.eastCell());
        var renewed = grant(place.westCell());
        var id = carriedOut(
                        Step.merge(place.eastCell(), place.otherEastCell()),
                        Step.found(begun, "Chi bộ thay thế " + begun, "CB_TT", null, place.westBase()),
                        Step.merge(place.westCell(), begun))
                .key();
        assertThat(held(merged)).isEmpty();
        assertThat(held(renewed)).containsExactly(begun.id());
        takeBack(id, "Nhầm");
        assertThat(held(merged)).containsExactly(place.eastCell().id());
        assertThat(held(renewed)).containsExactly(place.westCell().id());
    }

    private UUID term(OrganisationId cell, MemberId member) {
        var decision = transaction.execute(_ -> jdbc.sql("""
                        insert into organisation.decision (id, issuer_name, number, issued_on)
                        values (uuidv7(), :issuer, '1-QĐ', '2020-06-01') returning id
                        """)
                .param("issuer", "Huyện ủy " + cell)
                .query(UUID.class)
                .single());
        return transaction.execute(_ -> {
            var term = jdbc.sql("""
                            insert into committee.term (id, version, organisation_id, label, body, valid, members,
                                decision_id, recorded_by)
                            values (uuidv7(), 0, :cell, '2020–2025', 'SECRETARY_ALONE', '[2020-06-01,2025-06-01)', 1,
                                :decision, 'test') returning id
                            """)
                    .param("cell", cell.id())
                    .param("decision", decision)
                    .query(UUID.class)
                    .single();
            jdbc.sql("""
                            insert into committee.holding (id, term_id, member_id, post, manner, place, valid, decision_id,
                                recorded_by)
                            values (uuidv7(), :term, :member, 'SECRETARY', 'ELECTED', 1, '[2020-06-01,2025-06-01)',
                                :decision, 'test')
                            """)
                    .param("term", term)
                    .param("member", member.id())
                    .param("decision", decision)
                    .update();
            return term;
        });
    }

    private List<LocalDate> lastDays(UUID term) {
        return jdbc.sql("""
                        select upper(valid) - 1 as last from committee.term where id = :term
                        union all select upper(valid) - 1 from committee.holding where term_id = :term
                        """)
                .param("term", term)
                .query((row, _) -> row.getObject("last", LocalDate.class))
                .list();
    }

    private UUID grant(OrganisationId organisation) {
        var account = jdbc.sql("""
                        insert into access.account (id, version, username, name, password_hash)
                        values (uuidv7(), 0, :username, 'Cán bộ', 'x') returning id
                        """)
                .param("username", "sap-xep-" + NUMBERS.incrementAndGet())
                .query(UUID.class)
                .single();
        jdbc.sql("""
                        insert into access.grant_of_role (id, account_id, role, organisation_id, valid)
                        values (uuidv7(), :account, 'CLERK', :organisation, '[2020-01-01,)')
                        """)
                .param("account", account)
                .param("organisation", organisation.id())
                .update();
        return account;
    }

    private List<UUID> held(UUID account) {
        return jdbc.sql("""
                        select organisation_id from access.grant_of_role
                        where account_id = :account and valid @> cast(now() at time zone 'Asia/Ho_Chi_Minh' as date)
                        """)
                .param("account", account)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }
}
