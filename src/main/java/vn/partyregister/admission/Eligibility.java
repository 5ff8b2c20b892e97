package vn.partyregister.admission;

import static vn.partyregister.admission.Criterion.State.MET;
import static vn.partyregister.admission.Criterion.State.NOT_MET;
import static vn.partyregister.admission.Criterion.State.UNKNOWN;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.partyregister.admission.CaseRules.Book;
import vn.partyregister.admission.Criterion.State;
import vn.partyregister.admission.FormerMembers.Left;
import vn.partyregister.platform.Dates;
import vn.partyregister.reference.CodeLists;

/** What a candidate has to fulfil (tiêu chuẩn, điều kiện), each with its rule: one list, shown on the page and asked by the steps. */
@Component
class Eligibility {
    private static final String WITHOUT_MEMBERS = "place-without-members";

    private final CaseRules rules;
    private final Verification relatives;
    private final FormerMembers formerMembers;
    private final CodeLists lists;

    Eligibility(CaseRules rules, Verification relatives, FormerMembers formerMembers, CodeLists lists) {
        this.formerMembers = formerMembers;
        this.rules = rules;
        this.relatives = relatives;
        this.lists = lists;
    }

    /** All criteria of a case, as at a day; the day the cell met where it has met. */
    List<Criterion> of(AdmissionCase one, LocalDate day) {
        var voted = one.milestones().votedOn();
        var judgedOn = voted == null ? day : voted;
        var book = rules.of(one, judgedOn);
        var criteria = new ArrayList<Criterion>();
        criteria.add(citizenship(one, book));
        youngest(one, book, judgedOn).ifPresent(criteria::add);
        oldest(one, book, judgedOn, day).ifPresent(criteria::add);
        criteria.addAll(education(one, book, judgedOn, day));
        certificate(one, book, judgedOn).ifPresent(criteria::add);
        union(one, book, judgedOn).ifPresent(criteria::add);
        relatives.listed(one, book).ifPresent(criteria::add);
        verification(one, book, judgedOn).ifPresent(criteria::add);
        examined(book, "political-standard", true).ifPresent(criteria::add);
        examined(book, "believer", !one.candidate().religion().equals("NONE")).ifPresent(criteria::add);
        examined(book, "married-to-a-foreigner", one.candidate().foreignSpouse())
                .ifPresent(criteria::add);
        placed(one, book).ifPresent(criteria::add);
        again(one, book, day).ifPresent(criteria::add);
        return criteria;
    }

    private Criterion citizenship(AdmissionCase one, Book book) {
        var rule = book.about("citizenship").text("citizenship");
        return Criterion.of("citizenship", one.citizenNumberEnd() == null ? UNKNOWN : MET, null, rule.source());
    }

    private Optional<Criterion> youngest(AdmissionCase one, Book book, LocalDate day) {
        var known = book.about("minimum-age-to-join");
        if (!known.know("minimum-age-to-join")) {
            return Optional.empty();
        }
        var rule = known.minimumAgeToJoin();
        return Optional.of(Criterion.of(
                "age-least",
                one.candidate().age(day) >= rule.value() ? MET : NOT_MET,
                Stage.CELL_VOTED,
                rule.source(),
                rule.value(),
                one.candidate().born().toString(),
                Dates.write(day)));
    }

    /** Above the age, by the month, only with consent that was given before the decision. */
    private Optional<Criterion> oldest(AdmissionCase one, Book book, LocalDate day, LocalDate asAt) {
        var known = book.about("maximum-age-to-join-without-leave");
        if (!known.know("maximum-age-to-join-without-leave")) {
            return Optional.empty();
        }
        var rule = known.maximumAgeToJoinWithoutLeave();
        var above = YearMonth.from(day)
                .isAfter(YearMonth.from(one.candidate().bornEarliest()).plusYears(rule.value()));
        return Optional.of(Criterion.of(
                "age-most",
                !above ? MET : consent(one, Paper.OVER_AGE, asAt),
                Stage.DECIDED,
                rule.source(),
                rule.value(),
                one.candidate().born().toString(),
                Dates.write(day)));
    }

    private List<Criterion> education(AdmissionCase one, Book book, LocalDate day, LocalDate asAt) {
        var known = book.about("education-to-join");
        if (!known.know("education-to-join")) {
            return List.of();
        }
        var criteria = new ArrayList<Criterion>();
        var candidate = one.candidate();
        var exception = candidate.educationException();
        var general = known.educationToJoin();
        var special = exception == null
                ? null
                : book.about("education-exception")
                        .ofGroups("education-exception")
                        .get(exception);
        var least = special == null ? general : special;
        criteria.add(Criterion.of(
                "education",
                candidate.generalEducation() == null
                        ? UNKNOWN
                        : enough(one, book, candidate.generalEducation(), least.value()),
                Stage.CELL_VOTED,
                least.source(),
                lists.label("general-education", least.value()),
                candidate.generalEducation() == null
                        ? "?"
                        : lists.label("general-education", candidate.generalEducation()) + proof(one)));
        if (special != null && exception != null) {
            var consent = book.about("education-exception-consent")
                    .ofGroups("education-exception-consent")
                    .get(exception);
            if (consent != null) {
                criteria.add(Criterion.of(
                        "education-consent",
                        consent(one, Paper.EDUCATION, asAt),
                        Stage.DECIDED,
                        consent.source(),
                        lists.label("education-exception", exception)));
            }
        }
        return criteria;
    }

    private String proof(AdmissionCase one) {
        var proof = one.candidate().educationProof();
        return proof == null ? "" : " (" + lists.label("education-proof", proof) + ")";
    }

    /** More than the least is enough whatever shows it; for the least itself the rule says what does. */
    private State enough(AdmissionCase one, Book book, String has, String least) {
        var order =
                lists.of("general-education").stream().map(code -> code.code()).toList();
        var more = Integer.compare(order.indexOf(has), order.indexOf(least));
        if (more != 0) {
            return more > 0 ? MET : NOT_MET;
        }
        var proofs = book.about("education-proof-to-join").ofGroups("education-proof-to-join");
        var rule = proofs.get(
                one.candidate().educationProof() == null ? "" : one.candidate().educationProof());
        if (one.candidate().educationException() != null || proofs.isEmpty()) {
            return MET;
        }
        return rule == null ? UNKNOWN : rule.value().equals("ACCEPTED") ? MET : NOT_MET;
    }

    private Optional<Criterion> certificate(AdmissionCase one, Book book, LocalDate day) {
        var known = book.about("awareness-certificate-validity");
        if (!known.know("awareness-certificate-validity")) {
            return Optional.empty();
        }
        var rule = known.period("awareness-certificate-validity");
        var on = one.milestones().certificateOn();
        var until = on == null ? null : on.plus(rule.value());
        return Optional.of(Criterion.of(
                "certificate",
                until == null ? UNKNOWN : day.isAfter(until) ? NOT_MET : MET,
                Stage.CELL_VOTED,
                rule.source(),
                on == null ? "?" : Dates.write(on),
                until == null ? "?" : Dates.write(until),
                Dates.write(day)));
    }

    /** Who is of the age of the youth union belongs to it where there is one: whether there is, only the cell knows. */
    private Optional<Criterion> union(AdmissionCase one, Book book, LocalDate day) {
        var rules = book.about("youth-union-age");
        if (!rules.know("youth-union-age")) {
            return Optional.empty();
        }
        var rule = rules.amount("youth-union-age");
        var young = one.candidate().age(day) <= rule.value();
        var member = !one.candidate().massOrganisation().equals("NEITHER");
        return Optional.of(Criterion.of("union", !young || member ? MET : UNKNOWN, null, rule.source(), rule.value()));
    }

    private Optional<Criterion> verification(AdmissionCase one, Book book, LocalDate day) {
        var known = book.about("biography-validity");
        var verified = one.live(Stage.BIO_VERIFIED).map(Step::day).orElse(null);
        if (!known.know("biography-validity")) {
            return Optional.empty();
        }
        var rule = known.period("biography-validity");
        var state = verified == null ? UNKNOWN : day.isAfter(verified.plus(rule.value())) ? NOT_MET : MET;
        return Optional.of(
                Criterion.of("biography", state, null, rule.source(), verified == null ? "?" : Dates.write(verified)));
    }

    private Optional<Criterion> examined(Book book, String key, boolean applies) {
        var known = book.about(key);
        return applies && known.know(key)
                ? Optional.of(Criterion.of(key, UNKNOWN, null, known.text(key).source()))
                : Optional.empty();
    }

    /** Where there is no member yet the superior sends somebody: whether that was done is for the committee to say. */
    private Optional<Criterion> placed(AdmissionCase one, Book book) {
        var known = book.about(WITHOUT_MEMBERS);
        var place = one.sourcePlace();
        return place == null || !known.know(WITHOUT_MEMBERS)
                ? Optional.empty()
                : Optional.of(Criterion.of(
                        WITHOUT_MEMBERS,
                        UNKNOWN,
                        null,
                        known.text(WITHOUT_MEMBERS).source(),
                        place));
    }

    private Optional<Criterion> again(AdmissionCase one, Book book, LocalDate asAt) {
        var known = book.about("again-consent");
        var former = one.again();
        return former == null
                        || !known.know("again-consent")
                        || formerMembers
                                .left(former, one.ruleDay())
                                .filter(Left::neverWasAMember)
                                .isPresent()
                ? Optional.empty()
                : Optional.of(Criterion.of(
                        "again-consent",
                        consent(one, Paper.AGAIN, asAt),
                        Stage.DECIDED,
                        known.text("again-consent").source()));
    }

    /** Whether a consent was given by a day. */
    private static State consent(AdmissionCase one, String kind, LocalDate day) {
        return one.paper(kind).filter(paper -> !paper.day().isAfter(day)).isPresent() ? MET : NOT_MET;
    }
}
