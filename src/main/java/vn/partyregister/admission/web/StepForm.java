package vn.partyregister.admission.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.validation.BindingResult;
import vn.partyregister.admission.Document;
import vn.partyregister.admission.StageRule;
import vn.partyregister.admission.StageRule.Asked;
import vn.partyregister.admission.StepEntry;
import vn.partyregister.admission.Vote;
import vn.partyregister.member.MemberId;
import vn.partyregister.platform.WrongField;

/** What the browser sends of a step: which of it is asked for, the procedure tells. */
@NullUnmarked
record StepForm(
        @NotNull(message = "{admission.missing.day}") LocalDate day,
        @Size(max = 100) String number,
        LocalDate documentDay,
        @Size(max = 200) String issuer,
        LocalDate receivedOn,
        @PositiveOrZero Integer entitled,
        @PositiveOrZero Integer present,
        @PositiveOrZero Integer inFavour,
        @PositiveOrZero Integer against,
        @Size(max = 200) String firstMember,
        @Size(max = 200) String secondMember,
        @Size(max = 200) String massOrganisation,
        String ground,
        @Size(max = 500) String reason) {
    static StepForm begin(LocalDate today) {
        return new StepForm(today, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    /** Marks what the stage asks for and was not given. */
    void hold(StageRule asked, BindingResult errors) {
        var document = asked.asks(Asked.DOCUMENT) || asked.asks(Asked.DECISION);
        require(document, "number", Texts.given(number), errors);
        require(asked.asks(Asked.DECISION), "issuer", Texts.given(issuer), errors);
        require(asked.asks(Asked.REASON), "reason", Texts.given(reason), errors);
        require(asked.asks(Asked.GROUND), "ground", Texts.given(ground), errors);
        require(asked.asks(Asked.VOTE), "entitled", entitled, errors);
        require(asked.asks(Asked.VOTE), "present", present, errors);
        require(asked.asks(Asked.VOTE), "inFavour", inFavour, errors);
        require(asked.asks(Asked.VOTE), "against", against, errors);
        require(asked.asks(Asked.HELPERS), "firstMember", Texts.given(firstMember), errors);
        if (asked.asks(Asked.VOTE)
                && entitled != null
                && present != null
                && inFavour != null
                && against != null
                && ((long) inFavour + against > present || present > entitled)) {
            WrongField.mark(
                    errors, "present", present, "admission.votes-do-not-fit", inFavour, against, present, entitled);
        }
    }

    private static void require(boolean asked, String field, Object given, BindingResult errors) {
        if (asked && given == null && !errors.hasFieldErrors(field)) {
            WrongField.mark(errors, field, null, "admission.missing." + field);
        }
    }

    StepEntry entry(StageRule asked, List<MemberId> members) {
        var written = Texts.given(number);
        var decision = asked.asks(Asked.DECISION);
        return new StepEntry(
                day,
                written == null
                        ? null
                        : new Document(
                                written, decision || documentDay == null ? day : documentDay, Texts.given(issuer)),
                asked.asks(Asked.RECEIVED) ? receivedOn : null,
                asked.asks(Asked.VOTE) ? new Vote(entitled, present, inFavour, against) : null,
                members,
                asked.asks(Asked.INTRODUCERS) ? Texts.given(massOrganisation) : null,
                asked.asks(Asked.GROUND) ? Texts.given(ground) : null,
                Texts.given(reason));
    }
}
