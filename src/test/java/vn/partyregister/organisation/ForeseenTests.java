package vn.partyregister.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.partyregister.Orgs;
import vn.partyregister.People;
import vn.partyregister.RegisterTest;
import vn.partyregister.member.MemberId;
import vn.partyregister.organisation.Consequence.Weight;
import vn.partyregister.platform.Scope;

/** Each line that the preview of a reorganisation can have, with what brings it up, and what does not. */
@RegisterTest
class ForeseenTests {
    private static final LocalDate DAY = LocalDate.of(2022, 4, 15);
    private static final LocalDate AFTER_DISTRICTS = LocalDate.of(2025, 7, 1);
    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final Scope ALL = Scope.EVERYTHING;

    @Autowired
    private Reorganisations reorganisations;

    @Autowired
    private Changes changes;

    @Autowired
    private Organisations organisations;

    @Autowired
    private Orgs orgs;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    private Orgs.Tree place;

    @BeforeEach
    void aTree() {
        place = orgs.tree();
    }

    @Test
    void aCodeThatAnotherHasOnTheDayBars() {
        var code = coded(place.otherEastCell(), "(,)");
        assertForeseen(
                Weight.BARS,
                "organisation.plan.code-taken",
                code,
                renamed(place.eastCell()).withCode(code));
        assertNot("organisation.plan.code-taken", renamed(place.eastCell()).withCode(code + ".1"));
    }

    @Test
    void whoComesUnderAnotherAndKeepsTheirCodeIsTold() {
        var code = coded(place.eastCell(), "(,)");
        assertForeseen(Weight.WARNS, "organisation.plan.code-kept", 1, Step.move(place.eastCell(), place.westBase()));
        assertNot(
                "organisation.plan.code-kept",
                Step.move(place.eastCell(), place.westBase()).withCode(code + ".1"));
        assertNot("organisation.plan.code-kept", renamed(place.eastCell()));
    }

    @Test
    void whoBeginsWithoutACodeIsTold() {
        assertForeseen(Weight.TELLS, "organisation.plan.code-lacking", 1, newCell());
        assertNot("organisation.plan.code-lacking", newCell().withCode("99." + NUMBERS.incrementAndGet()));
    }

    @Test
    void aCodeThatIsGivenOnTheDayOrLaterBars() {
        coded(place.eastCell(), "[2022-04-15,)");
        coded(place.otherEastCell(), "[2022-04-14,)");
        var step = renamed(place.eastCell());
        assertForeseen(Weight.BARS, "organisation.plan.code-later", String.valueOf(step.name()), step);
        assertNot("organisation.plan.code-later", renamed(place.otherEastCell()));
    }

    @Test
    void whatIsKnownToChangeLaterBars() {
        organisations.rename(
                place.eastCell(), 0, "Chi bộ sau này " + place.eastCell(), DAY.plusDays(1), decision(), ALL);
        var step = renamed(place.eastCell());
        assertForeseen(Weight.BARS, "organisation.plan.changes-later", String.valueOf(step.name()), step);
        assertNot("organisation.plan.changes-later", renamed(place.otherEastCell()));
    }

    @Test
    void whatIsNotThereOnTheDayBars() {
        var gone = place.otherEastCell();
        orgs.end(gone, DAY);
        assertForeseen(Weight.BARS, "organisation.plan.not-there", gone.toString(), Step.close(gone));
        assertForeseen(
                Weight.BARS,
                "organisation.plan.parent-not-there",
                orgs.name(place.westCell()),
                Step.move(place.westCell(), gone));
        assertForeseen(
                Weight.BARS,
                "organisation.plan.source-not-there",
                "Chi bộ tách",
                Step.split(OrganisationId.next(), gone, "Chi bộ tách", "CB_TT", null, place.eastBase()));
    }

    @Test
    void nobodyEndsTwiceAndWhatChangesNothingIsNoReorganisation() {
        assertForeseen(
                Weight.BARS,
                "organisation.plan.ends-twice",
                orgs.name(place.eastCell()),
                Step.merge(place.eastCell(), place.otherEastCell()),
                Step.close(place.eastCell()));
        assertThat(keys(draft(DAY))).contains("organisation.plan.empty");
        assertThat(keys(draft(DAY, Step.rename(place.eastCell(), orgs.name(place.eastCell())))))
                .contains("organisation.plan.nothing-changes");
    }

    @Test
    void aTypeOrAKindThatIsNotThereYetBars() {
        assertForeseen(
                Weight.BARS,
                "organisation.plan.type-not-there",
                "Đảng bộ chưa có loại",
                Step.found(OrganisationId.next(), "Đảng bộ chưa có loại", "DB_TRUCTHUOC_CS", null, place.eastBase()));
        assertForeseen(
                Weight.BARS,
                "organisation.plan.kind-not-there",
                orgs.name(place.eastBase()),
                Step.changeType(place.eastBase(), "DB_XA", "DAC_KHU"));
        assertNot("organisation.plan.kind-not-there", Step.changeType(place.eastBase(), "DB_XA", "PHUONG"));
    }

    @Test
    void aPairThatTheCommitteeAboveAgreesToIsToldWithItsRule() {
        var found = lines(draft(
                        DAY, Step.found(OrganisationId.next(), "Đảng bộ bộ phận thử", "DB_BP", null, place.eastBase())))
                .stream()
                .filter(line -> line.key().equals("organisation.plan.needs-approval"))
                .toList();
        assertThat(found)
                .singleElement()
                .returns(Weight.WARNS, Consequence::weight)
                .satisfies(line -> assertThat(line.arguments()).contains(1, "Đảng bộ bộ phận thử"))
                .satisfies(line -> assertThat(line.source()).isNotNull());
    }

    /** The day before districts end nothing is said of them; on the day what is left of them is. */
    @Test
    void whatOutlivesItsTypeOrItsPlaceIsTold() {
        var then = outlived(AFTER_DISTRICTS);
        then.removeAll(outlived(AFTER_DISTRICTS.minusDays(1)));
        assertThat(then)
                .anyMatch(line -> line.startsWith("organisation.plan.type-outlived"))
                .anyMatch(line -> line.startsWith("organisation.plan.pair-outlived"));
    }

    @Test
    void whoIsTooSmallOrTooLargeIsToldWithItsRule() {
        assertForeseen(Weight.WARNS, "organisation.plan.few-official", 1, newCell());
        assertForeseen(
                Weight.WARNS,
                "organisation.plan.small-committee",
                1,
                Step.found(OrganisationId.next(), "Đảng bộ xã nhỏ", "DB_CS", "XA", place.east()));
        var large = orgs.add("Chi bộ cơ sở lớn " + place.east(), "CB_CS", null, place.east());
        for (var number = 0; number < 29; number++) {
            people.add(large, person -> person);
        }
        assertNot("organisation.plan.large-cell", renamed(large));
        people.add(large, person -> person);
        assertForeseen(Weight.WARNS, "organisation.plan.large-cell", 1, renamed(large));
        assertNot("organisation.plan.few-official", renamed(large));
    }

    @Test
    void termsThatEndAndSecretariesWhoComeTogetherAreTold() {
        term(place.eastCell(), people.add(place.eastCell(), person -> person), "[2020-06-01,2025-06-01)");
        var merge = Step.merge(place.eastCell(), place.otherEastCell());
        assertForeseen(Weight.TELLS, "committee.reorganisation.ends", 1, merge);
        assertNot("committee.reorganisation.double", merge);
        term(place.otherEastCell(), people.add(place.otherEastCell(), person -> person), "[2020-06-01,2025-06-01)");
        assertForeseen(Weight.WARNS, "committee.reorganisation.double", 1, merge);
        assertNot("committee.reorganisation.ends", renamed(place.eastCell()));
    }

    @Test
    void aTermThatBeginsOnTheDayBarsItsOrganisationFromEnding() {
        term(place.eastCell(), people.add(place.eastCell(), person -> person), "[2022-04-15,2025-06-01)");
        term(place.westCell(), people.add(place.westCell(), person -> person), "[2022-04-14,2025-06-01)");
        assertForeseen(
                Weight.BARS, "committee.reorganisation.later", 1, Step.merge(place.eastCell(), place.otherEastCell()));
        assertNot("committee.reorganisation.later", Step.merge(place.westCell(), place.otherEastCell()));
    }

    @Test
    void whoBeginsHasNoCommitteeYet() {
        assertForeseen(Weight.WARNS, "committee.reorganisation.vacant", 1, newCell());
        assertNot("committee.reorganisation.vacant", renamed(place.eastCell()));
    }

    @Test
    void aSecretaryWhoIsChosenForASplitLeavesThePostAndIsTold() {
        var secretary = people.add(place.eastCell(), person -> person);
        term(place.eastCell(), secretary, "[2020-06-01,2025-06-01)");
        var begun = OrganisationId.next();
        var id = draft(
                DAY, Step.split(begun, place.eastCell(), "Chi bộ tách " + begun, "CB_TT", null, place.eastBase()));
        assertThat(keys(id)).doesNotContain("committee.reorganisation.away");
        choose(id, secretary, begun);
        assertThat(lines(id))
                .anySatisfy(line -> assertThat(line)
                        .returns("committee.reorganisation.away", Consequence::key)
                        .returns(Weight.WARNS, Consequence::weight));
    }

    @Test
    void rolesThatEndAndThatPassOnAreTold() {
        grant(place.eastCell());
        grant(place.westCell());
        var begun = OrganisationId.next();
        assertForeseen(
                Weight.WARNS, "access.reorganisation.end", 1, Step.merge(place.eastCell(), place.otherEastCell()));
        assertForeseen(
                Weight.TELLS,
                "access.reorganisation.pass-on",
                1,
                Step.found(begun, "Chi bộ thay thế " + begun, "CB_TT", null, place.westBase()),
                Step.merge(place.westCell(), begun));
        assertNot("access.reorganisation.end", renamed(place.eastCell()));
    }

    @Test
    void howManyMoveAndWhoWasChosenAndStandsElsewhereByNow() {
        var member = people.add(place.eastCell(), person -> person);
        assertForeseen(
                Weight.TELLS, "membership.reorganisation.move", 1, Step.merge(place.eastCell(), place.otherEastCell()));
        var begun = OrganisationId.next();
        var id = draft(
                DAY, Step.split(begun, place.eastCell(), "Chi bộ tách " + begun, "CB_TT", null, place.eastBase()));
        choose(id, member, begun);
        assertThat(keys(id)).doesNotContain("membership.reorganisation.strangers");
        people.moved(member, place.eastCell(), place.westCell(), DAY.minusDays(1));
        assertThat(keys(id)).contains("membership.reorganisation.strangers");
    }

    /** Whoever is with it only for a time, or keeps in touch where they live; not whose stay ended the day before. */
    @Test
    void whoIsAGuestOfWhatEndsIsTold() {
        var guest = people.add(place.westCell(), person -> person);
        var gone = people.add(place.westCell(), person -> person);
        stays(guest, "[2022-01-01,2022-04-16)");
        stays(gone, "[2022-01-01,2022-04-15)");
        livesThere(guest, "[2021-01-01,)");
        livesThere(gone, "[2021-01-01,2022-04-15)");
        var close = Step.close(place.eastCell());
        assertForeseen(Weight.WARNS, "membership.reorganisation.hosts", 1, close);
        assertForeseen(Weight.WARNS, "membership.reorganisation.residences", 1, close);
        assertNot("membership.reorganisation.hosts", Step.close(place.otherEastCell()));
        assertNot("membership.reorganisation.residences", Step.close(place.otherEastCell()));
    }

    /** Of one that goes into another they go along, and are told; who is at home there is nobody's guest any more. */
    @Test
    void guestsOfWhatGoesIntoAnotherAreToldToGoAlong() {
        var guest = people.add(place.westCell(), person -> person);
        stays(guest, "[2022-01-01,)");
        livesThere(guest, "[2021-01-01,)");
        var merge = Step.merge(place.eastCell(), place.otherEastCell());
        assertForeseen(Weight.TELLS, "membership.reorganisation.hosts-move", 1, merge);
        assertForeseen(Weight.TELLS, "membership.reorganisation.residences-move", 1, merge);
        assertNot("membership.reorganisation.hosts", merge);
        assertNot("membership.reorganisation.residences", merge);
        var home = Step.merge(place.eastCell(), place.westCell());
        assertNot("membership.reorganisation.hosts-move", home);
        assertForeseen(Weight.WARNS, "membership.reorganisation.hosts", 1, home);
    }

    /** A class that lasts until the day bars; one that was over the day before, or was called off, does not. */
    @Test
    void aClassThatIsNotOverBars() {
        var close = Step.close(place.eastCell());
        jdbc.sql("""
                        insert into training.class (id, version, organisation_id, kind, name, audience, place, from_on, to_on,
                            expected, recorded_by)
                        values (uuidv7(), 0, ?, 'AWARENESS', 'Lớp thử', 'Quần chúng', 'Hội trường', '2022-04-10', '2022-04-15', 9, 'test')
                        """).params(place.eastCell().id()).update();
        assertForeseen(Weight.BARS, "training.reorganisation.open", 1, close);
        assertNot("training.reorganisation.open", Step.close(place.otherEastCell()));
        jdbc.sql("update training.class set to_on = '2022-04-14' where organisation_id = ?")
                .params(place.eastCell().id())
                .update();
        assertNot("training.reorganisation.open", close);
    }

    /** What other modules want closed before, or handed over after. */
    @Test
    void openCampaignsAndCountsBarAndPaperFilesAreTold() {
        var close = Step.close(place.eastCell());
        for (var key : List.of(
                "supplement.reorganisation.open",
                "paperfile.reorganisation.counting",
                "paperfile.reorganisation.kept")) {
            assertNot(key, close);
        }
        jdbc.sql("""
                        insert into supplement.campaign
                            (id, version, organisation_id, year, opens_on, due_on, guidance, recorded_by)
                        values (uuidv7(), 0, ?, 2022, '2022-01-05', '2022-06-30', 'HD', 'test')
                        """).params(place.eastCell().id()).update();
        jdbc.sql(
                        "insert into paperfile.count (id, organisation_id, counted_on, opened_by) values (uuidv7(), ?, '2022-04-01', 'test')")
                .params(place.eastCell().id())
                .update();
        var member = people.add(place.westCell(), person -> person);
        jdbc.sql("""
                        insert into paperfile.event
                            (member_id, turn, kind, happened_on, before, after, organisation_id, place, recorded_by)
                        values (?, 1, 'PLACED', '2022-04-01', 'NOT_RECORDED', 'IN_PLACE', ?, 'Tủ 1', 'test')
                        """).params(member.id(), place.eastCell().id()).update();
        assertForeseen(Weight.BARS, "supplement.reorganisation.open", 1, close);
        assertForeseen(Weight.BARS, "paperfile.reorganisation.counting", 1, close);
        assertForeseen(Weight.WARNS, "paperfile.reorganisation.kept", 1, close);
        jdbc.sql(
                        "update supplement.campaign set closed_on = '2022-04-14', closed_by = 'test' where organisation_id = ?")
                .params(place.eastCell().id())
                .update();
        jdbc.sql("update paperfile.count set closed_at = now(), closed_by = 'test' where organisation_id = ?")
                .params(place.eastCell().id())
                .update();
        assertNot("supplement.reorganisation.open", close);
        assertNot("paperfile.reorganisation.counting", close);
    }

    /** The stock and the batches of what ends stand in the preview, as their own tests have them in every case. */
    @Test
    void whatIsLeftInStockStandsInThePreviewOfBothWaysToEnd() {
        jdbc.sql("""
                        insert into recognition.receipt (id, organisation_id, kind, series, serials, digits, received_on, paper, recorded_by)
                        values (uuidv7(), ?, 'CARD', ?, '[1,4)', 4, '2022-04-01', 'PNK', 'test')
                        """)
                .params(place.eastCell().id(), "F" + place.eastCell() + "-")
                .update();
        assertForeseen(
                Weight.TELLS,
                "recognition.reorganisation.stock",
                3L,
                Step.merge(place.eastCell(), place.otherEastCell()));
        assertForeseen(
                Weight.WARNS,
                "recognition.reorganisation.stock-stays",
                orgs.name(place.eastCell()),
                Step.close(place.eastCell()));
    }

    private void stays(MemberId member, String valid) {
        jdbc.sql("""
                        insert into membership.dated_fact (id, member_id, kind, organisation_id, valid, decision_id, recorded_by)
                        values (uuidv7(), ?, 'TEMPORARY_OUT', ?, cast(? as daterange), ?, 'test')
                        """).params(member.id(), place.eastCell().id(), valid, paper()).update();
    }

    private void livesThere(MemberId member, String valid) {
        jdbc.sql("""
                        insert into membership.residence_link (id, member_id, mode, organisation_id, responsible, valid, letter_id,
                            recorded_by)
                        values (uuidv7(), ?, 'FULL', ?, 'Trần Văn Phụ Trách', cast(? as daterange), ?, 'test')
                        """).params(member.id(), place.eastCell().id(), valid, paper()).update();
    }

    private UUID paper() {
        return jdbc.sql("""
                        insert into organisation.decision (id, issuer_name, number, issued_on)
                        values (uuidv7(), 'thử', uuidv7()::text, '2021-01-01') returning id
                        """).query(UUID.class).single();
    }

    private void term(OrganisationId organisation, MemberId secretary, String valid) {
        var decision = paper();
        jdbc.sql("""
                        with term as (
                            insert into committee.term (id, version, organisation_id, label, body, valid, members, decision_id,
                                recorded_by)
                            values (uuidv7(), 0, :organisation, '2020–2025', 'SECRETARY_ALONE', cast(:valid as daterange), 1,
                                :decision, 'test') returning id)
                        insert into committee.holding (id, term_id, member_id, post, manner, place, valid, decision_id, recorded_by)
                        select uuidv7(), id, :member, 'SECRETARY', 'ELECTED', 1, cast(:valid as daterange), :decision, 'test'
                        from term
                        """)
                .param("organisation", organisation.id())
                .param("valid", valid)
                .param("decision", decision)
                .param("member", secretary.id())
                .update();
    }

    private void grant(OrganisationId organisation) {
        jdbc.sql("""
                        with account as (
                            insert into access.account (id, version, username, name, password_hash)
                            values (uuidv7(), 0, :username, 'Cán bộ', 'x') returning id)
                        insert into access.grant_of_role (id, account_id, role, organisation_id, valid)
                        select uuidv7(), id, 'CLERK', :organisation, '[2020-01-01,)' from account
                        """)
                .param("username", "du-kien-" + NUMBERS.incrementAndGet())
                .param("organisation", organisation.id())
                .update();
    }

    private void choose(ReorganisationId id, MemberId member, OrganisationId begun) {
        jdbc.sql("insert into membership.split_choice (reorganisation_id, member_id, organisation_id) values (?, ?, ?)")
                .params(id.id(), member.id(), begun.id())
                .update();
    }

    private String coded(OrganisationId organisation, String valid) {
        var code = "F." + NUMBERS.incrementAndGet();
        jdbc.sql(
                        "insert into organisation.organisation_code (organisation_id, valid, code) values (?, cast(? as daterange), ?)")
                .params(organisation.id(), valid, code)
                .update();
        return code;
    }

    private Step renamed(OrganisationId organisation) {
        return Step.rename(organisation, "Tên khác của " + organisation);
    }

    private Step newCell() {
        var begun = OrganisationId.next();
        return Step.found(begun, "Chi bộ mới " + begun, "CB_TT", null, place.eastBase());
    }

    private void assertForeseen(Weight weight, String key, Object first, Step... steps) {
        assertThat(lines(draft(DAY, steps))).anySatisfy(line -> {
            assertThat(line).returns(key, Consequence::key).returns(weight, Consequence::weight);
            assertThat(line.arguments().getFirst()).isEqualTo(first);
        });
    }

    private void assertNot(String key, Step... steps) {
        assertThat(keys(draft(DAY, steps))).doesNotContain(key);
    }

    /** What outlives its type or its place on a day, without who: others leave organisations of their own in the tree. */
    private Set<String> outlived(LocalDate day) {
        return lines(draft(day, renamed(place.eastCell()))).stream()
                .filter(line -> line.key().endsWith("-outlived"))
                .map(line -> "%s %s"
                        .formatted(
                                line.key(),
                                line.arguments().subList(1, line.arguments().size() - 1)))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private List<String> keys(ReorganisationId id) {
        return lines(id).stream().map(Consequence::key).toList();
    }

    private List<Consequence> lines(ReorganisationId id) {
        return changes.preview(id, ALL).parts().stream()
                .flatMap(part -> part.lines().stream())
                .toList();
    }

    private ReorganisationId draft(LocalDate day, Step... steps) {
        var id = reorganisations.draft(place.root(), new Outline("Dự kiến", day, decision()), ALL);
        if (steps.length > 0) {
            reorganisations.add(id, 0, List.of(steps), ALL);
        }
        return id;
    }

    private static Decision decision() {
        return new Decision(
                "Ban Tổ chức Tỉnh ủy", NUMBERS.incrementAndGet() + "-QĐ/DK", LocalDate.of(2022, 4, 1), null);
    }
}
