package vn.partyregister.admission;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.partyregister.member.MemberId;
import vn.partyregister.member.Sought;
import vn.partyregister.membership.LookAlikes;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.organisation.OrganisationTree;
import vn.partyregister.platform.Author;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Seal;
import vn.partyregister.reference.Rulebook;

/** What is asked before a case is opened: whether the register knows the candidate as a member, or from another case. */
@Component
class Opening {
    private static final int SHOWN_DIGITS = 3;

    private final CaseChoices choices;
    private final Joining joining;
    private final LookAlikes lookAlikes;
    private final OrganisationTree tree;
    private final Rulebook rulebook;
    private final Seal seal;
    private final JdbcClient jdbc;
    private final BusinessDay businessDay;

    Opening(
            CaseChoices choices,
            Joining joining,
            LookAlikes lookAlikes,
            OrganisationTree tree,
            Rulebook rulebook,
            Seal seal,
            JdbcClient jdbc,
            BusinessDay businessDay) {
        this.choices = choices;
        this.joining = joining;
        this.lookAlikes = lookAlikes;
        this.tree = tree;
        this.rulebook = rulebook;
        this.seal = seal;
        this.jdbc = jdbc;
        this.businessDay = businessDay;
    }

    /** Somebody is nominated who is no member, nor in another case. */
    AdmissionCase open(NewCase told, Scope scope) {
        var today = businessDay.today();
        tree.get(told.cell(), scope, told.day());
        requireCell(told.cell(), told.day());
        requireChoices(told.candidate());
        if (told.again() != null) {
            joining.requireAgain(told.again(), told, scope);
        } else if (told.citizenNumber() != null) {
            requireNoMember(told.citizenNumber(), null, scope, today);
        }
        var opened = AdmissionCase.open(told, Author.current().username());
        if (told.again() != null) {
            requireNoOtherAgain(opened.id(), told.again());
        }
        var number = told.citizenNumber();
        if (number != null) {
            requireForm(number, told.day());
            requireNoOtherCase(opened.id(), seal.hash(number), scope, today);
            opened.known(sealed(number));
        }
        return opened;
    }

    /** The same is asked of what is told of a candidate later: the number as it is kept, null where no other one was told. */
    @Nullable
    SealedNumber judge(AdmissionCase one, Candidate told, @Nullable String number, Scope scope) {
        requireChoices(told);
        var known = one.citizenNumber();
        if (number == null || (known != null && Arrays.equals(known.hash(), seal.hash(number)))) {
            return null;
        }
        requireForm(number, one.ruleDay());
        requireNoMember(number, one.again(), scope, businessDay.today());
        requireNoOtherCase(one.id(), seal.hash(number), scope, businessDay.today());
        return sealed(number);
    }

    private void requireForm(String number, LocalDate day) {
        var form = rulebook.on(day).citizenNumber();
        if (!form.value().matcher(number).matches()) {
            throw new RuleBroken(form.source(), "admission.citizen-number");
        }
    }

    /** What would be under way again must not be so beside another case of the same person. */
    void requireNoOther(AdmissionCase one, Scope scope) {
        var number = one.citizenNumber();
        if (number != null) {
            requireNoOtherCase(one.id(), number.hash(), scope, businessDay.today());
        }
        var former = one.again();
        if (former != null) {
            requireNoOtherAgain(one.id(), former);
        }
    }

    private void requireNoOtherAgain(AdmissionCaseId id, MemberId former) {
        var another = jdbc.sql("""
                        select exists (select from admission.admission_case
                            where again_id = :former and ended_on is null and id <> :id)
                        """)
                .param("former", former.id())
                .param("id", id.id())
                .query(Boolean.class)
                .single();
        if (another) {
            throw new RuleBroken("admission.again-in-another-case");
        }
    }

    SealedNumber sealed(String number) {
        return new SealedNumber(seal.seal(number), seal.hash(number), number.substring(number.length() - SHOWN_DIGITS));
    }

    /** Cases are of cells, or of base organisations that are one. */
    void requireCell(OrganisationId cell, LocalDate day) {
        if (!holdsMembers(cell, day)) {
            throw new RuleBroken("admission.no-cell");
        }
    }

    private boolean holdsMembers(OrganisationId cell, LocalDate day) {
        return jdbc.sql("""
                        select t.tier = 'CELL' or t.tier = 'BASE' and not exists (select from organisation.ancestry a
                            where a.ancestor_id = v.organisation_id and a.depth > 0 and a.valid @> cast(:day as date))
                        from organisation.organisation_version v
                        join organisation.organisation_type t on t.code = v.type
                        where v.organisation_id = :cell and v.valid @> cast(:day as date)
                        """)
                .param("cell", cell.id())
                .param("day", day)
                .query(Boolean.class)
                .single();
    }

    private void requireChoices(Candidate candidate) {
        CaseChoices.legible(candidate.fullName());
        choices.require("sex", candidate.sex());
        choices.require("ethnicity", candidate.ethnicity());
        choices.require("religion", candidate.religion());
        choices.require("candidate-category", candidate.category());
        choices.require("candidate-union", candidate.massOrganisation());
        choices.require("general-education", candidate.generalEducation());
        choices.require("education-proof", candidate.educationProof());
        choices.require("education-exception", candidate.educationException());
    }

    /** @param former who the candidate once was: their number is no other member's */
    private void requireNoMember(String number, @Nullable MemberId former, Scope scope, LocalDate today) {
        var sought = new Sought(null, null, null, number, null);
        lookAlikes.find(sought, scope, today).stream()
                .filter(known -> former == null || !former.equals(known.id()))
                .findFirst()
                .ifPresent(known -> {
                    throw known.organisation() == null
                            ? new RuleBroken("admission.known-elsewhere")
                            : new RuleBroken(
                                    "admission.known",
                                    Objects.requireNonNullElse(known.fullName(), ""),
                                    known.organisation(),
                                    Objects.requireNonNull(known.id()).toString());
                });
    }

    /** The same citizen number in two live cases; where the other one is, is told whom its cell is open to. */
    private void requireNoOtherCase(AdmissionCaseId id, byte[] hash, Scope scope, LocalDate today) {
        jdbc.sql("""
                        select c.full_name, v.name, %s as mine from admission.admission_case c
                        left join organisation.organisation_version v
                            on v.organisation_id = c.organisation_id and v.valid @> cast(:asAt as date)
                        where c.citizen_number_hash = :hash and c.ended_on is null and c.id <> :id
                        """.formatted(scope.condition("c.organisation_id")))
                .params(scope.params(today))
                .param("hash", hash)
                .param("id", id.id())
                .query((row, _) -> row.getBoolean("mine")
                        ? new RuleBroken("admission.in-another-case", row.getString("full_name"), row.getString("name"))
                        : new RuleBroken("admission.in-another-case-elsewhere"))
                .optional()
                .ifPresent(refused -> {
                    throw refused;
                });
    }
}
