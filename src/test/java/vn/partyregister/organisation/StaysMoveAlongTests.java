package vn.partyregister.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.partyregister.Orgs;
import vn.partyregister.People;
import vn.partyregister.RegisterTest;
import vn.partyregister.member.MemberId;
import vn.partyregister.membership.FactId;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Uuids;
import vn.partyregister.transfer.Stays;

/** Whoever is with an organisation for a time goes along with it, as members do, and comes back when it is taken back. */
@RegisterTest
@NullUnmarked
class StaysMoveAlongTests {
    private static final LocalDate DAY = LocalDate.of(2022, 4, 15);
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    @Autowired
    private Reorganisations reorganisations;

    @Autowired
    private ReorganisationStore store;

    @Autowired
    private ReorganisationRun run;

    @Autowired
    private Stays stays;

    @Autowired
    private Orgs orgs;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    private Orgs.Tree place;
    private MemberId member;

    /** Their home is in the west; they are with a cell of the east for a time, and live there. */
    @BeforeEach
    void aGuest() {
        place = orgs.tree();
        member = people.add(place.westCell(), person -> person);
    }

    private void staysAndLivesThere() {
        jdbc.sql("""
                        insert into membership.dated_fact (id, member_id, kind, organisation_id, valid, decision_id, recorded_by, extended)
                        values (uuidv7(), ?, 'TEMPORARY_OUT', ?, '[2022-01-01,2022-09-01)', ?, 'test', 1)
                        """).params(member.id(), place.eastCell().id(), paper()).update();
        jdbc.sql("""
                        insert into membership.residence_link (id, member_id, mode, organisation_id, responsible, valid, letter_id, recorded_by)
                        values (uuidv7(), ?, 'FULL', ?, 'Trần Văn Phụ Trách', '[2021-01-01,)', ?, 'test')
                        """).params(member.id(), place.eastCell().id(), paper()).update();
    }

    private void guestFromElsewhere() {
        jdbc.sql("""
                        insert into transfer.guest (id, full_name, born_earliest, born_precision, joined_on, home,
                            organisation_id, ground, letter_id, arrived_on, until_on, recorded_by)
                        values (:id, cast(:id as text), '1990-02-03', 'DAY', '2015-02-03', 'Đảng bộ tỉnh khác', :cell, 'STUDY',
                            :letter, '2022-03-02', '2022-09-01', 'test')
                        """)
                .param("id", Uuids.next())
                .param("cell", place.eastCell().id())
                .param("letter", paper())
                .update();
    }

    private UUID paper() {
        return jdbc.sql("""
                        insert into organisation.decision (id, issuer_name, number, issued_on)
                        values (uuidv7(), 'thử', uuidv7()::text, '2021-01-01') returning id
                        """).query(UUID.class).single();
    }

    private List<String> stays() {
        return jdbc.sql("""
                        select what || ' ' || stay.valid || ' ' || v.name from (
                            select 'fact' as what, valid, organisation_id from membership.dated_fact
                            where member_id = :member and withdrawn_at is null
                            union all
                            select 'link', valid, organisation_id from membership.residence_link
                            where member_id = :member and withdrawn_at is null) stay
                        join organisation.organisation_version v on v.organisation_id = stay.organisation_id and v.valid @> lower(stay.valid)
                        order by 1
                        """).param("member", member.id()).query(String.class).list();
    }

    private List<UUID> guestsOf(OrganisationId cell) {
        return jdbc.sql("select id from transfer.guest where organisation_id = ? and ended_on is null")
                .params(cell.id())
                .query(UUID.class)
                .list();
    }

    private ReorganisationId merged(OrganisationId one, OrganisationId into) {
        var id = reorganisations.draft(
                place.root(),
                new Outline(
                        "Khách đi theo",
                        DAY,
                        new Decision(
                                "Ban Tổ chức Tỉnh ủy",
                                NUMBERS.incrementAndGet() + "-QĐ/KH",
                                LocalDate.of(2022, 4, 1),
                                null)),
                Scope.EVERYTHING);
        reorganisations.add(id, 0, List.of(Step.merge(one, into)), Scope.EVERYTHING);
        store.move(reorganisations.get(id, Scope.EVERYTHING), ReorganisationState.APPLYING);
        run.work(id);
        assertThat(reorganisations.get(id, Scope.EVERYTHING))
                .returns(ReorganisationState.APPLIED, Reorganisation::state);
        return id;
    }

    private void takenBack(ReorganisationId id) {
        store.giveReason(id, "Nhầm");
        store.move(reorganisations.get(id, Scope.EVERYTHING), ReorganisationState.REVERSING);
        run.work(id);
        assertThat(reorganisations.get(id, Scope.EVERYTHING))
                .returns(ReorganisationState.REVERSED, Reorganisation::state);
    }

    @Test
    void theirStayGoesOnWithTheOneThatFollowsAndTheDaysBeforeStayAsTheyWere() {
        staysAndLivesThere();
        var before = stays();
        var east = orgs.name(place.eastCell());
        var id = merged(place.eastCell(), place.otherEastCell());
        var follows = orgs.name(place.otherEastCell());
        assertThat(stays())
                .containsExactlyInAnyOrder(
                        "fact [2022-01-01,2022-04-15) " + east,
                        "fact [2022-04-15,2022-09-01) " + follows,
                        "link [2021-01-01,2022-04-15) " + east,
                        "link [2022-04-15,) " + follows);
        assertThat(jdbc.sql(
                                "select begun_on || ' ' || extended from membership.dated_fact where member_id = ? and follows_id is not null")
                        .params(member.id())
                        .query(String.class)
                        .single())
                .isEqualTo("2022-01-01 1");
        takenBack(id);
        assertThat(stays()).isEqualTo(before);
    }

    @Test
    void whatWasDoneWithAStaySinceRestsOnIt() {
        staysAndLivesThere();
        var id = merged(place.eastCell(), place.otherEastCell());
        assertThat(reorganisations.resting(id, Scope.EVERYTHING)).isEmpty();
        jdbc.sql("""
                        update membership.dated_fact set valid = daterange(lower(valid), '2022-10-01'), extended = extended + 1
                        where member_id = ? and follows_id is not null
                        """).params(member.id()).update();
        assertThat(reorganisations.resting(id, Scope.EVERYTHING))
                .extracting(Consequence::key)
                .containsExactly("membership.reorganisation.stays-rest");
    }

    /** A stay of less than a year from 01/01/2022, its extensions included: that it went along begins no new one. */
    @Test
    void aStayThatWentAlongIsExtendedAsLongAsItsFirstDayAllows() {
        staysAndLivesThere();
        merged(place.eastCell(), place.otherEastCell());
        var fact = jdbc.sql("select id from membership.dated_fact where member_id = ? and follows_id is not null")
                .params(member.id())
                .query((row, _) -> new FactId(row.getObject(1, UUID.class)))
                .single();
        var paper = new Decision("Đảng ủy xã", NUMBERS.incrementAndGet() + "-CV/ĐU", LocalDate.of(2022, 4, 25), null);
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(() -> stays.extend(member, fact, LocalDate.of(2022, 12, 31), paper, Scope.EVERYTHING))
                .returns("transfer.extension.too-long", RuleBroken::key);
        stays.extend(member, fact, LocalDate.of(2022, 12, 30), paper, Scope.EVERYTHING);
    }

    /** Their home goes with the host into one: a stay with one's own cell is none. */
    @Test
    void whoIsAtHomeWithTheOneThatFollowsIsNobodysGuest() {
        staysAndLivesThere();
        var before = stays();
        merged(place.eastCell(), place.westCell());
        assertThat(stays()).isEqualTo(before);
    }

    @Test
    void aGuestFromElsewhereGoesAlongAndComesBack() {
        guestFromElsewhere();
        var there = guestsOf(place.eastCell());
        var id = merged(place.eastCell(), place.otherEastCell());
        assertThat(guestsOf(place.otherEastCell())).isEqualTo(there);
        assertThat(guestsOf(place.eastCell())).isEmpty();
        takenBack(id);
        assertThat(guestsOf(place.eastCell())).isEqualTo(there);
        var again = merged(place.eastCell(), place.otherEastCell());
        jdbc.sql("update transfer.guest set ended_on = '2022-04-20', ended_by = 'test' where id = ?")
                .params(there.getFirst())
                .update();
        assertThat(reorganisations.resting(again, Scope.EVERYTHING))
                .extracting(Consequence::key)
                .containsExactly("transfer.reorganisation.guests-rest");
    }
}
