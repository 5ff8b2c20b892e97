package vn.partyregister.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import vn.partyregister.member.MemberId;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.RuleSource;

/** What may follow what on the way of a letter. */
@NullMarked
class TransferTests {
    private static final LocalDate DAY = LocalDate.of(2022, 3, 1);
    private static final RuleSource SOURCE = new RuleSource("transfer", "24-QĐ/TW", "BCHTW", null, "6.3");
    private static final MemberId MEMBER = MemberId.next();

    private static Transfer requested() {
        return requested(TransferKind.OFFICIAL, Deadline.NONE, DAY, null);
    }

    private static Transfer requested(
            TransferKind kind, Deadline begins, LocalDate requestedOn, @Nullable String lateWhy) {
        return Transfer.request(
                MEMBER,
                OrganisationId.next(),
                new NewTransfer(kind, OrganisationId.next(), null, "WORK", DAY, requestedOn, null, lateWhy),
                begins,
                Stream.of(Side.FROM, Side.FROM, Side.TO, Side.TO)
                        .map(side -> Box.open(side, Level.BASE, UUID.randomUUID(), "Đảng bộ xã"))
                        .toList(),
                "clerk");
    }

    private static Letter letter(LocalDate day) {
        return new Letter(UUID.randomUUID(), "1-GGT/HU", day, "Đảng bộ huyện");
    }

    private static Transfer inTransit() {
        return requested().introduce(1, letter(DAY), DAY, "clerk");
    }

    private static Transfer arriving() {
        return inTransit().receive(2, DAY, "other");
    }

    private static Transfer at(Stage stage) {
        return switch (stage) {
            case REQUESTED -> requested();
            case SIGNING -> requested().sign(0, DAY, "clerk");
            case IN_TRANSIT -> inTransit();
            case ARRIVING -> arriving();
            case ACCEPTED -> arriving().accept(MEMBER, DAY, Deadline.NONE, null, "other");
            case RETURNED -> inTransit().sendBack(DAY, "sai nơi đến");
            case CANCELLED -> requested().cancel(DAY, "không đi nữa");
        };
    }

    private static void refused(String key, ThrowingCallable act) {
        assertThatExceptionOfType(RuleBroken.class).isThrownBy(act).returns(key, RuleBroken::key);
    }

    @Test
    void signaturesOfTheSenderLeadToTheReceiver() {
        var transfer = requested();
        assertThat(transfer.requireNext(0)).isEqualTo(Side.FROM);
        assertThat(transfer.issues(0)).isFalse();
        assertThat(transfer.issues(1)).isTrue();
        assertThat(transfer.sign(0, DAY, "clerk").stage()).isEqualTo(Stage.SIGNING);
        assertThat(transfer.introduce(1, letter(DAY), DAY, "clerk").stage()).isEqualTo(Stage.IN_TRANSIT);
        assertThat(transfer.requireNext(3)).isEqualTo(Side.TO);
        assertThat(transfer.receive(2, DAY, "other").stage()).isEqualTo(Stage.ARRIVING);
        assertThat(transfer.accept(MEMBER, DAY, Deadline.NONE, null, "other").stage())
                .isEqualTo(Stage.ACCEPTED);
        assertThat(transfer.boxes()).allMatch(Box::isFilled);
    }

    @ParameterizedTest
    @EnumSource(
            value = Stage.class,
            names = {"ACCEPTED", "RETURNED", "CANCELLED"})
    void nothingFollowsWhatIsOver(Stage stage) {
        var transfer = at(stage);
        refused("transfer.over." + stage, () -> transfer.requireNext(0));
        refused("transfer.over." + stage, () -> transfer.sendBack(DAY, "x"));
        refused("transfer.over." + stage, () -> transfer.cancel(DAY, "x"));
        refused("transfer.over." + stage, () -> transfer.note(DAY));
    }

    @ParameterizedTest
    @EnumSource(
            value = Stage.class,
            names = {"REQUESTED", "SIGNING"})
    void whatIsNotOutCannotBeReturned(Stage stage) {
        refused("transfer.not-now.RETURNED", () -> at(stage).sendBack(DAY, "x"));
        assertThat(at(stage).cancel(DAY, "x").stage()).isEqualTo(Stage.CANCELLED);
    }

    @Test
    void whatTheReceiverConfirmsTheSenderCannotCancel() {
        assertThat(inTransit().cancel(DAY, "x").stage()).isEqualTo(Stage.CANCELLED);
        refused("transfer.not-now.CANCELLED", () -> arriving().cancel(DAY, "x"));
        assertThat(arriving().sendBack(DAY, "x").stage()).isEqualTo(Stage.RETURNED);
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void noStageLeadsBack(Stage stage) {
        assertThat(Stream.of(Stage.values()).filter(next -> next.ordinal() < stage.ordinal()))
                .noneMatch(stage::leadsTo);
    }

    @ParameterizedTest
    @EnumSource(
            value = Stage.class,
            names = {"IN_TRANSIT", "ARRIVING"},
            mode = Mode.EXCLUDE)
    void onlyWhatIsOutAndNotAnsweredIsUnderWay(Stage stage) {
        assertThat(stage.isUnderWay()).isFalse();
    }

    @Test
    void aBoxIsNotFilledTwiceNorByTheReceiverFirst() {
        refused("transfer.not-sent", () -> requested().requireNext(2));
        refused("transfer.box-filled", () -> at(Stage.SIGNING).requireNext(0));
        refused("transfer.box-filled", () -> inTransit().requireNext(1));
        refused("transfer.box-filled", () -> requested().requireNext(4));
        refused("transfer.box-filled", () -> requested().requireNext(-1));
    }

    @Test
    void noDayComesBeforeTheOneBefore() {
        var yesterday = DAY.minusDays(1);
        refused("transfer.before-the-box-before", () -> requested().sign(0, yesterday, "clerk"));
        refused("transfer.before-the-box-before", () -> inTransit().receive(2, yesterday, "other"));
        refused("transfer.before-the-box-before", () -> inTransit().sendBack(yesterday, "x"));
        refused("transfer.before-the-box-before", () -> requested().cancel(yesterday, "x"));
        refused("transfer.received-before-issued", () -> inTransit().note(yesterday));
        refused("transfer.received-already", () -> requested().note(DAY).note(DAY));
        refused(
                "transfer.requested-before-decided",
                () -> requested(TransferKind.OFFICIAL, Deadline.NONE, yesterday, null));
        refused("transfer.dossier-before-requested", () -> requested().tellOfDossier(true, yesterday));
    }

    @Test
    void theSenderHasNotSignedAfterTheReceiverHadTheLetter() {
        var seen = requested().note(DAY.plusDays(2));
        refused(
                "transfer.signed-after-received",
                () -> seen.introduce(1, letter(DAY.plusDays(3)), DAY.plusDays(3), "clerk"));
        assertThat(seen.introduce(1, letter(DAY.plusDays(2)), DAY.plusDays(2), "clerk")
                        .stage())
                .isEqualTo(Stage.IN_TRANSIT);
    }

    @Test
    void theLastDayIsInTimeAndTheNextIsExplained() {
        var until = new Deadline(DAY.plusDays(80), SOURCE);
        assertThat(requested(TransferKind.OFFICIAL, until, DAY.plusDays(80), null)
                        .stage())
                .isEqualTo(Stage.REQUESTED);
        refused("transfer.begun-late", () -> requested(TransferKind.OFFICIAL, until, DAY.plusDays(81), null));
        assertThat(requested(TransferKind.OFFICIAL, until, DAY.plusDays(81), "ốm")
                        .stage())
                .isEqualTo(Stage.REQUESTED);
        assertThat(arriving().accept(MEMBER, DAY.plusDays(80), until, null, "x").stage())
                .isEqualTo(Stage.ACCEPTED);
        refused("transfer.presented-late", () -> arriving().accept(MEMBER, DAY.plusDays(81), until, null, "x"));
        assertThat(arriving().accept(MEMBER, DAY.plusDays(81), until, "ốm", "x").stage())
                .isEqualTo(Stage.ACCEPTED);
    }

    @Test
    void eachKindGoesItsWays() {
        assertThat(List.of(TransferKind.values()))
                .allSatisfy(kind -> assertThat(
                                Stream.of(Direction.values()).filter(kind::goes).toList())
                        .isEqualTo(
                                switch (kind) {
                                    case OFFICIAL -> List.of(Direction.WITHIN, Direction.OUT, Direction.IN);
                                    case TEMPORARY -> List.of(Direction.WITHIN, Direction.OUT);
                                    case INTERNAL -> List.of(Direction.WITHIN);
                                    case ABROAD -> List.of(Direction.OUT, Direction.IN);
                                }));
        refused("transfer.no-such-way.ABROAD", () -> requested(TransferKind.ABROAD, Deadline.NONE, DAY, null));
    }
}
