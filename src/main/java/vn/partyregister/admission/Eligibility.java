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
import vn.partyregister.admission.Criterion.State;
import vn.partyregister.platform.Dates;
import vn.partyregister.reference.CodeLists;
import vn.partyregister.reference.Rules;

/** What a candidate has to fulfil (tiêu chuẩn, điều kiện), each with its rule: one list, shown on the page and asked by the steps. */
@Component
class Eligibility {
    private final CaseRules rules;
    private final CodeLists lists;

    Eligibility(CaseRules rules, CodeLists lists) {
        this.rules = rules;
        this.lists = lists;
    }

    /** All criteria of a case, as at a day; the day the cell met where it has met. */
    List<Criterion> of(AdmissionCase one, LocalDate day) {
        var voted = one.votedOn();
        var judgedOn = voted == null ? day : voted;
        var criteria = new ArrayList<Criterion>();
        criteria.add(citizenship(one, judgedOn));
        youngest(one, judgedOn).ifPresent(criteria::add);
        oldest(one, judgedOn, day).ifPresent(criteria::add);
        criteria.addAll(education(one, judgedOn, day));
        certificate(one, judgedOn).ifPresent(criteria::add);
        union(one, judgedOn).ifPresent(criteria::add);
        verification(one, judgedOn).ifPresent(criteria::add);
        examined(one, judgedOn, "political-standard", true).ifPresent(criteria::add);
        examined(one, judgedOn, "believer", !one.candidate().religion().equals("NONE"))
                .ifPresent(criteria::add);
        examined(one, judgedOn, "married-to-a-foreigner", one.candidate().foreignSpouse())
                .ifPresent(criteria::add);
        again(one, day).ifPresent(criteria::add);
        return criteria;
    }

    private Criterion citizenship(AdmissionCase one, LocalDate day) {
        var rule = about("citizenship", one, day).text("citizenship");
        return Criterion.of("citizenship", one.citizenNumberEnd() == null ? UNKNOWN : MET, null, rule.source());
    }

    private Optional<Criterion> youngest(AdmissionCase one, LocalDate day) {
        var known = about("minimum-age-to-join", one, day);
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
    private Optional<Criterion> oldest(AdmissionCase one, LocalDate day, LocalDate asAt) {
        var known = about("maximum-age-to-join-without-leave", one, day);
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

    private List<Criterion> education(AdmissionCase one, LocalDate day, LocalDate asAt) {
        var known = about("education-to-join", one, day);
        if (!known.know("education-to-join")) {
            return List.of();
        }
        var criteria = new ArrayList<Criterion>();
        var candidate = one.candidate();
        var exception = candidate.educationException();
        var general = known.educationToJoin();
        var special = exception == null
                ? null
                : about("education-exception", one, day)
                        .ofGroups("education-exception")
                        .get(exception);
        var least = special == null ? general : special;
        criteria.add(Criterion.of(
                "education",
                candidate.generalEducation() == null
                        ? UNKNOWN
                        : enough(one, candidate.generalEducation(), least.value(), day),
                Stage.CELL_VOTED,
                least.source(),
                lists.label("general-education", least.value()),
                candidate.generalEducation() == null
                        ? "?"
                        : lists.label("general-education", candidate.generalEducation()) + proof(one)));
        if (special != null && exception != null) {
            var consent = about("education-exception-consent", one, day)
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
    private State enough(AdmissionCase one, String has, String least, LocalDate day) {
        var order =
                lists.of("general-education").stream().map(code -> code.code()).toList();
        var more = Integer.compare(order.indexOf(has), order.indexOf(least));
        if (more != 0) {
            return more > 0 ? MET : NOT_MET;
        }
        var proofs = about("education-proof-to-join", one, day).ofGroups("education-proof-to-join");
        var rule = proofs.get(
                one.candidate().educationProof() == null ? "" : one.candidate().educationProof());
        if (one.candidate().educationException() != null || proofs.isEmpty()) {
            return MET;
        }
        return rule == null ? UNKNOWN : rule.value().equals("ACCEPTED") ? MET : NOT_MET;
    }

    private Optional<Criterion> certificate(AdmissionCase one, LocalDate day) {
        var known = about("awareness-certificate-validity", one, day);
        if (!known.know("awareness-certificate-validity")) {
            return Optional.empty();
        }
        var rule = known.period("awareness-certificate-validity");
        var on = one.certificateOn();
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
    private Optional<Criterion> union(AdmissionCase one, LocalDate day) {
        var rules = about("youth-union-age", one, day);
        if (!rules.know("youth-union-age")) {
            return Optional.empty();
        }
        var rule = rules.amount("youth-union-age");
        var young = one.candidate().age(day) < rule.value();
        var member = !one.candidate().massOrganisation().equals("NEITHER");
        return Optional.of(Criterion.of("union", !young || member ? MET : UNKNOWN, null, rule.source(), rule.value()));
    }

    private Optional<Criterion> verification(AdmissionCase one, LocalDate day) {
        var known = about("biography-validity", one, day);
        var verified = one.live(Stage.BIO_VERIFIED).map(Step::day).orElse(null);
        if (!known.know("biography-validity")) {
            return Optional.empty();
        }
        var rule = known.period("biography-validity");
        var state = verified == null ? UNKNOWN : day.isAfter(verified.plus(rule.value())) ? NOT_MET : MET;
        return Optional.of(
                Criterion.of("biography", state, null, rule.source(), verified == null ? "?" : Dates.write(verified)));
    }

    private Optional<Criterion> examined(AdmissionCase one, LocalDate day, String key, boolean applies) {
        var known = about(key, one, day);
        return applies && known.know(key)
                ? Optional.of(Criterion.of(key, UNKNOWN, null, known.text(key).source()))
                : Optional.empty();
    }

    private Optional<Criterion> again(AdmissionCase one, LocalDate asAt) {
        var known = about("again-consent", one, asAt);
        return one.again() == null || !known.know("again-consent")
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

    private Rules about(String key, AdmissionCase one, LocalDate day) {
        return rules.about(key, one.ruleDay(), day);
    }
}
