package vn.partyregister.admission;

import java.time.LocalDate;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
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
        } else {
            requireNoMember(told, scope, today);
        }
        var opened = AdmissionCase.open(told, Author.current().username());
        var number = told.citizenNumber();
        if (number != null) {
            var form = rulebook.on(told.day()).citizenNumber();
            if (!form.value().matcher(number).matches()) {
                throw new RuleBroken(form.source(), "admission.citizen-number");
            }
            requireNoOtherCase(seal.hash(number), scope, today);
            opened.known(sealed(number));
        }
        return opened;
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

    private void requireNoMember(NewCase told, Scope scope, LocalDate today) {
        if (told.citizenNumber() == null) {
            return;
        }
        var sought = new Sought(null, null, null, told.citizenNumber(), null);
        lookAlikes.find(sought, scope, today).stream().findFirst().ifPresent(known -> {
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
    private void requireNoOtherCase(byte[] hash, Scope scope, LocalDate today) {
        jdbc.sql("""
                        select c.full_name, v.name, %s as mine from admission.admission_case c
                        left join organisation.organisation_version v
                            on v.organisation_id = c.organisation_id and v.valid @> cast(:asAt as date)
                        where c.citizen_number_hash = :hash and c.ended_on is null
                        """.formatted(scope.condition("c.organisation_id")))
                .params(scope.params(today))
                .param("hash", hash)
                .query((row, _) -> row.getBoolean("mine")
                        ? new RuleBroken("admission.in-another-case", row.getString("full_name"), row.getString("name"))
                        : new RuleBroken("admission.in-another-case-elsewhere"))
                .optional()
                .ifPresent(refused -> {
                    throw refused;
                });
    }
}
