package vn.partyregister.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.partyregister.Orgs;
import vn.partyregister.People;
import vn.partyregister.RegisterTest;
import vn.partyregister.exchange.PastedLine;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.Parameters;
import vn.partyregister.platform.PartialDate;
import vn.partyregister.platform.Refusal;
import vn.partyregister.platform.Refusal.NotFound;
import vn.partyregister.platform.Scope;
import vn.partyregister.reference.CodeLists;

/** A class is planned, attended, ended and certified; each refusal at its edge; figures that open and balance. */
@RegisterTest
class ClassesTests {
    private static final LocalDate TODAY = LocalDate.of(2022, 4, 30);
    private static final LocalDate FROM = LocalDate.of(2022, 3, 1);
    private static final LocalDate TO = LocalDate.of(2022, 3, 5);
    private static final PartialDate BORN = PartialDate.of(LocalDate.of(2000, 2, 1));

    @Autowired
    private Classes classes;

    @Autowired
    private Participants participants;

    @Autowired
    private Certificates certificates;

    @Autowired
    private ClassList list;

    @Autowired
    private AttendeeList attending;

    @Autowired
    private ClassFigures figures;

    @Autowired
    private ParticipantLines lines;

    @Autowired
    private CodeLists codes;

    @Autowired
    private Orgs orgs;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    private Orgs.Tree tree;
    private Scope east;
    private Scope west;

    @BeforeEach
    void aTreeOfItsOwn() {
        tree = orgs.tree();
        east = Scope.of(Set.of(tree.east().id()));
        west = Scope.of(Set.of(tree.west().id()));
    }

    @Test
    void aClassEndsOnTheDayItBeginsAtTheEarliest() {
        refused(
                "training.ends-before-it-begins",
                () -> plan(tree.east(), ClassKind.AWARENESS, FROM, FROM.minusDays(1)));
        assertThat(row(plan(tree.east(), ClassKind.AWARENESS, FROM, FROM)).toOn())
                .isEqualTo(FROM);
    }

    @Test
    void aCommitteeHoldsNoClassBeforeItIsThere() {
        var before = LocalDate.of(2009, 12, 31);
        refused("training.organiser-not-there", () -> plan(tree.east(), ClassKind.AWARENESS, before, before));
        assertThat(row(plan(tree.east(), ClassKind.AWARENESS, before.plusDays(1), TO))
                        .fromOn())
                .isEqualTo(before.plusDays(1));
    }

    @Test
    void aClassIsToldApartByItsDays() {
        assertThat(row(plan(tree.east(), ClassKind.AWARENESS, TODAY.plusDays(1), TODAY.plusDays(2)))
                        .state())
                .isEqualTo(ClassState.PLANNED);
        assertThat(row(plan(tree.east(), ClassKind.AWARENESS, TODAY, TODAY)).state())
                .isEqualTo(ClassState.RUNNING);
        assertThat(row(plan(tree.east(), ClassKind.AWARENESS, FROM, TODAY.minusDays(1)))
                        .state())
                .isEqualTo(ClassState.ENDED);
    }

    @Test
    void aDistrictDoesNotSeeTheClassOfAnotherAndACellSeesItsOwnPeople() {
        var held = plan(tree.east(), ClassKind.AWARENESS, FROM, TO);
        register(held, "Lê Văn Một", tree.eastCell());
        register(held, "Lê Văn Hai", tree.otherEastCell());
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> list.get(held, west));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> classes.cancel(held, "vì", west));
        var cell = Scope.of(Set.of(tree.eastCell().id()));
        assertThat(list.get(held, cell)).returns(1L, ClassRow::people).returns(false, ClassRow::leads);
        assertThat(names(held, cell)).containsExactly("Lê Văn Một");
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> classes.cancel(held, "vì", cell));
        assertThat(list.page(filter(Map.of()), west, ClassList.STANDARD_ORDER, 1)
                        .rows())
                .extracting(ClassRow::id)
                .doesNotContain(held.id());
    }

    @Test
    void whoIsSentFromElsewhereOrTwiceOrIsAMemberIsNotRegistered() {
        var held = plan(tree.east(), ClassKind.AWARENESS, FROM, TO);
        refused("training.sent-from-elsewhere", () -> register(held, "Lê Văn Một", tree.westCell()));
        register(held, "Lê Văn Một", tree.eastCell());
        refused("training.registered-already", () -> register(held, "LÊ VĂN MỘT", tree.otherEastCell()));
        var number = number();
        people.add(
                tree.westCell(),
                person -> person.numbered("9" + number.substring(5), number.substring(6), number + " X", number));
        refused(
                "training.is-a-member",
                () -> participants.register(
                        held, List.of(new NewParticipant("Lê Văn Ba", BORN, number, tree.eastCell())), east));
        assertThat(names(held, east)).containsExactly("Lê Văn Một");
    }

    @Test
    void allOfTheLinesAreRegisteredOrNobody() {
        var held = plan(tree.east(), ClassKind.AWARENESS, FROM, TO);
        var first = new NewParticipant("Lê Văn Một", BORN, null, tree.eastCell());
        refused("training.registered-already", () -> participants.register(held, List.of(first, first), east));
        assertThat(names(held, east)).isEmpty();
    }

    @Test
    void pastedLinesAreReadOrNamedWithWhatIsWrong() {
        var read = lines.read(
                "Lê Văn Một\t01/02/2000\t\t\nTrần Thị Hai; 2001; 084301000001; %s\n\n; 31/02/2000; 84; Chi bộ không có"
                        .formatted(orgs.name(tree.otherEastCell())),
                tree.eastCell(),
                east);
        assertThat(read.people()).extracting(NewParticipant::fullName).containsExactly("Lê Văn Một", "Trần Thị Hai");
        assertThat(read.people())
                .extracting(NewParticipant::sentBy)
                .containsExactly(tree.eastCell(), tree.otherEastCell());
        assertThat(read.wrong())
                .extracting(PastedLine.Wrong::line, PastedLine.Wrong::key)
                .containsExactly(
                        tuple(4, "training.line.name"),
                        tuple(4, "training.line.born"),
                        tuple(4, "training.line.number"),
                        tuple(4, "training.line.organisation"));
    }

    @Test
    void whoIsOnProbationOnOneDayOfTheClassMayAttendIt() {
        var held = plan(tree.east(), ClassKind.NEW_MEMBER, FROM, TO);
        var onLastDay = people.add(tree.eastCell(), person -> person.joined(TO, null));
        var dayAfter = people.add(tree.eastCell(), person -> person.joined(TO.plusDays(1), null));
        var untilFirstDay = people.add(tree.eastCell(), person -> person.joined(FROM.minusYears(1), FROM.plusDays(1)));
        var officialBefore = people.add(tree.eastCell(), person -> person.joined(FROM.minusYears(1), FROM));
        var elsewhere = people.add(tree.westCell(), person -> person.joined(FROM, null));
        assertThat(participants.registerMembers(held, List.of(onLastDay, untilFirstDay), east))
                .isEqualTo(2);
        refused("training.not-on-probation", () -> participants.registerMembers(held, List.of(dayAfter), east));
        refused("training.not-on-probation", () -> participants.registerMembers(held, List.of(officialBefore), east));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> participants.registerMembers(held, List.of(elsewhere), east));
        assertThat(participants.registerMembers(held, List.of(onLastDay), east)).isZero();
        refused("training.not-for.AWARENESS", () -> register(held, "Lê Văn Một", tree.eastCell()));
        var awareness = plan(tree.east(), ClassKind.AWARENESS, FROM, TO);
        refused("training.not-for.NEW_MEMBER", () -> participants.registerMembers(awareness, List.of(onLastDay), east));
    }

    @Test
    void aResultIsToldFromTheLastDayOn() {
        var tomorrow = plan(tree.east(), ClassKind.AWARENESS, FROM, TODAY.plusDays(1));
        register(tomorrow, "Lê Văn Một", tree.eastCell());
        refused("training.not-ended", () -> participants.finishRest(tomorrow, east));
        var today = plan(tree.east(), ClassKind.AWARENESS, FROM, TODAY);
        register(today, "Lê Văn Một", tree.eastCell());
        assertThat(participants.finishRest(today, east)).isEqualTo(1);
        assertThat(participants.finishRest(today, east)).isZero();
    }

    @Test
    void whoHasNotFinishedHasNotForAReasonAndTheNewestResultHolds() {
        var held = plan(tree.east(), ClassKind.AWARENESS, FROM, TO);
        var one = List.of(register(held, "Lê Văn Một", tree.eastCell()));
        refused("training.why-not-finished", () -> participants.end(held, one, Outcome.NOT_FINISHED, null, east));
        refused("training.nobody-chosen", () -> participants.end(held, List.of(), Outcome.FINISHED, null, east));
        participants.end(held, one, Outcome.NOT_FINISHED, "Nghỉ ốm", east);
        assertThat(row(held)).returns(1L, ClassRow::notFinished).returns(0L, ClassRow::finished);
        refused("training.nobody-finished", () -> certificates.issue(held, 1, TO, east));
        participants.end(held, one, Outcome.FINISHED, null, east);
        assertThat(row(held)).returns(0L, ClassRow::notFinished).returns(1L, ClassRow::finished);
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> participants.end(held, List.of(UUID.randomUUID()), Outcome.FINISHED, null, east));
    }

    @Test
    void aCertificateIsIssuedFromTheLastDayOfTheClassToToday() {
        var held = plan(tree.east(), ClassKind.AWARENESS, FROM, TO);
        register(held, "Lê Văn Một", tree.eastCell());
        participants.finishRest(held, east);
        refused("training.not-ended", () -> certificates.issue(held, 1, TO.minusDays(1), east));
        refused("training.in-the-future", () -> certificates.issue(held, 1, TODAY.plusDays(1), east));
        assertThat(certificates.issue(held, 1, TO, east)).isEqualTo(1);
        refused("training.nobody-finished", () -> certificates.issue(held, 2, TO, east));
    }

    @Test
    void aNumberIsGivenOnceByAnIssuerInAYearEvenWhenItWasRevoked() {
        var first = finished(tree.east(), FROM, TO, "Lê Văn An", "Lê Văn Bình");
        var second = finished(tree.east(), FROM, TO, "Lê Văn Cường");
        certificates.issue(first, 7, TO, east);
        assertThat(certificates.next(tree.east(), ClassKind.AWARENESS, 2022)).isEqualTo(9);
        refused("training.number-given", () -> certificates.issue(second, 8, TO, east));
        var held =
                attending.page(people(first), east, "certificate,asc", 1).rows().getLast();
        assertThat(held.certificate()).isEqualTo("8/2022");
        certificates.revoke(CertificateId.of(String.valueOf(held.certificateId())), "Ghi sai tên", east);
        refused(
                "training.revoked-already",
                () -> certificates.revoke(CertificateId.of(String.valueOf(held.certificateId())), "Lần nữa", east));
        assertThatExceptionOfType(Refusal.RuleBroken.class)
                .isThrownBy(() -> certificates.issue(second, 8, TO, east))
                .satisfies(refusal -> assertThat(refusal.arguments()).contains("8/2022", "Lê Văn Bình"));
        assertThat(certificates.issue(second, 9, TO, east)).isEqualTo(1);
        var elsewhere = finished(tree.eastBase(), FROM, TO, "Lê Văn Dũng");
        assertThat(certificates.issue(elsewhere, 8, TO, east)).isEqualTo(1);
    }

    @Test
    void anAwarenessCertificateIsValidForSixtyMonthsAndNotADayLonger() {
        var number = number();
        var held = plan(tree.east(), ClassKind.AWARENESS, LocalDate.of(2017, 3, 1), LocalDate.of(2017, 3, 15));
        participants.register(held, List.of(new NewParticipant("Lê Văn Hạn", BORN, number, tree.eastCell())), east);
        participants.finishRest(held, east);
        assertThat(certificates.validOn(number, TODAY)).isEmpty();
        certificates.issue(held, 1, LocalDate.of(2017, 3, 15), east);
        var exactly = LocalDate.of(2022, 3, 15);
        assertThat(certificates.validOn(number, LocalDate.of(2017, 3, 14))).isEmpty();
        assertThat(certificates.validOn(number, LocalDate.of(2017, 3, 15))).isPresent();
        assertThat(certificates.validOn(number, exactly.minusDays(1))).isPresent();
        assertThat(certificates.validOn(number, exactly))
                .hasValueSatisfying(found ->
                        assertThat(found).returns(exactly, Certified::lastDay).returns(true, Certified::sure));
        assertThat(certificates.validOn(number, exactly.plusDays(1))).isEmpty();
        assertThat(certificates.of(ClassKind.AWARENESS, number, exactly.plusDays(1)))
                .singleElement()
                .returns(false, Certified::valid);
        assertThat(certificates.validOn("lê văn HẠN", BORN, exactly))
                .hasValueSatisfying(found -> assertThat(found.sure()).isFalse());
        assertThat(certificates.validOn("Lê Văn Hạn", PartialDate.ofYear(2000), exactly))
                .isEmpty();
    }

    @Test
    void aCertificateOfTheNewMemberClassHasNoEnd() {
        var number = number();
        var member = people.add(
                tree.eastCell(),
                person -> person.joined(LocalDate.of(2019, 3, 1), LocalDate.of(2020, 3, 1))
                        .numbered("9" + number.substring(5), number.substring(6), number + " Y", number));
        var held = plan(tree.east(), ClassKind.NEW_MEMBER, LocalDate.of(2019, 6, 1), LocalDate.of(2019, 6, 5));
        participants.registerMembers(held, List.of(member), east);
        participants.finishRest(held, east);
        certificates.issue(held, 1, LocalDate.of(2019, 6, 5), east);
        assertThat(certificates.of(ClassKind.NEW_MEMBER, number, LocalDate.of(2060, 1, 1)))
                .singleElement()
                .returns(true, Certified::valid)
                .returns(null, Certified::lastDay);
        assertThat(certificates.validOn(number, TODAY)).isEmpty();
    }

    @Test
    void whatIsCertifiedStaysUntilItIsRevoked() {
        var held = finished(tree.east(), FROM, TO, "Lê Văn Một");
        certificates.issue(held, 31, TO, east);
        var person = attending
                .page(people(held), east, AttendeeList.STANDARD_ORDER, 1)
                .rows()
                .getFirst();
        var registration = new ParticipantId(person.id());
        refused(
                "training.outcome-is-certified",
                () -> participants.end(held, List.of(person.id()), Outcome.NOT_FINISHED, "Nghỉ", east));
        refused("training.certified-participant", () -> participants.takeOff(registration, "Nhầm", east));
        refused("training.certified-already", () -> classes.cancel(held, "Nhầm", east));
        refused(
                "training.days-are-certified",
                () -> classes.replan(held, told(tree.east(), ClassKind.AWARENESS, FROM, TO.plusDays(1)), east));
        certificates.revoke(CertificateId.of(String.valueOf(person.certificateId())), "Nhầm", east);
        participants.takeOff(registration, "Nhầm", east);
        assertThat(row(held).people()).isZero();
        classes.cancel(held, "Không đủ người", east);
        assertThat(row(held))
                .returns(ClassState.CANCELLED, ClassRow::state)
                .returns("Không đủ người", ClassRow::cancelledWhy);
        refused("training.cancelled", () -> register(held, "Lê Văn Hai", tree.eastCell()));
        refused("training.cancelled", () -> classes.cancel(held, "Lần nữa", east));
    }

    @Test
    void figuresCountWhatWasHeldAndTheirPartsSumToTheWhole() {
        finished(tree.east(), FROM, TO, "Lê Văn An", "Lê Văn Bình");
        finished(tree.eastBase(), FROM.minusYears(1), TO.minusYears(1), "Lê Văn Cường");
        plan(tree.eastBase(), ClassKind.AWARENESS, FROM, TO);
        plan(tree.eastBase(), ClassKind.AWARENESS, TODAY.plusDays(1), TODAY.plusDays(1));
        finished(tree.west(), FROM, TO, "Lê Văn Xa");
        classes.cancel(plan(tree.east(), ClassKind.AWARENESS, FROM, TO), "Không đủ người", east);
        var member = people.add(tree.eastCell(), person -> person.joined(FROM, null));
        participants.registerMembers(plan(tree.east(), ClassKind.NEW_MEMBER, FROM, TO), List.of(member), east);
        var counted = figures.of(tree.east().id(), 2021, 2022, east);
        assertThat(counted.sum())
                .returns(3L, ClassFigures.Line::awarenessClasses)
                .returns(3L, ClassFigures.Line::awarenessPeople)
                .returns(3L, ClassFigures.Line::awarenessFinished)
                .returns(1L, ClassFigures.Line::newMemberClasses)
                .returns(1L, ClassFigures.Line::newMemberPeople)
                .returns(0L, ClassFigures.Line::newMemberFinished);
        assertThat(counted.parts().stream()
                        .mapToLong(ClassFigures.Line::awarenessPeople)
                        .sum())
                .isEqualTo(counted.sum().awarenessPeople());
        assertThat(counted.years().stream()
                        .mapToLong(ClassFigures.Line::awarenessClasses)
                        .sum())
                .isEqualTo(counted.sum().awarenessClasses());
        assertThat(figures.of(tree.east().id(), 2021, 2021, east).sum().awarenessClasses())
                .isEqualTo(1);
        var opened = Map.of("organisation", tree.east().toString(), "from", "2021", "to", "2022", "kind", "AWARENESS");
        assertThat(list.page(
                                filter(Map.of(
                                        "organisation", tree.east().toString(), "kind", "AWARENESS", "state", "HELD")),
                                east,
                                "name,asc",
                                1)
                        .total())
                .isEqualTo(counted.sum().awarenessClasses());
        assertThat(attending
                        .page(AttendeeFilter.read(null, new Parameters(opened)), east, "name,asc", 1)
                        .total())
                .isEqualTo(counted.sum().awarenessPeople());
        assertThat(figures.of(tree.east().id(), 2021, 2022, west).sum().awarenessClasses())
                .isZero();
    }

    private TrainingClassId plan(OrganisationId organiser, ClassKind kind, LocalDate from, LocalDate to) {
        return classes.plan(told(organiser, kind, from, to), Scope.EVERYTHING);
    }

    private static NewClass told(OrganisationId organiser, ClassKind kind, LocalDate from, LocalDate to) {
        return new NewClass(organiser, kind, "Lớp thử", "MIXED", "Hội trường", from, to, 50);
    }

    private UUID register(TrainingClassId held, String name, OrganisationId sentBy) {
        participants.register(held, List.of(new NewParticipant(name, BORN, null, sentBy)), Scope.EVERYTHING);
        return jdbc.sql("select id from training.attendance where class_id = :class and full_name = :name")
                .param("class", held.id())
                .param("name", name)
                .query(UUID.class)
                .single();
    }

    private TrainingClassId finished(OrganisationId organiser, LocalDate from, LocalDate to, String... names) {
        var held = plan(organiser, ClassKind.AWARENESS, from, to);
        for (var name : names) {
            register(held, name, organiser);
        }
        participants.finishRest(held, Scope.EVERYTHING);
        return held;
    }

    private ClassRow row(TrainingClassId id) {
        return list.get(id, east);
    }

    private List<String> names(TrainingClassId id, Scope scope) {
        return attending.page(people(id), scope, AttendeeList.STANDARD_ORDER, 1).rows().stream()
                .map(Attendee::fullName)
                .toList();
    }

    private static AttendeeFilter people(@Nullable TrainingClassId id) {
        return new AttendeeFilter(id, null, null, null, null, null, null, null);
    }

    private ClassFilter filter(Map<String, String> given) {
        return ClassFilter.read(new Parameters(given), codes);
    }

    private static String number() {
        return "%012d".formatted(Math.floorMod(System.nanoTime(), 1_000_000_000_000L));
    }

    private static void refused(String key, ThrowingCallable act) {
        assertThatExceptionOfType(Refusal.RuleBroken.class).isThrownBy(act).returns(key, Refusal::key);
    }
}
