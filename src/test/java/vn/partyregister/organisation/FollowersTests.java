package vn.partyregister.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.partyregister.RegisterTest;

/**
 * Every column of the schema that names an organisation has an answer to what becomes of it when that organisation ends:
 * a follower that speaks of its table, or a reason why nothing is to become of it. A new column has none until it is
 * written here.
 */
@RegisterTest
class FollowersTests {
    private static final Path PROGRAM = Path.of("src", "main", "java", "vn", "partyregister");

    /** Who follows with which table. */
    private static final String FOLLOWED = """
            access.grant_of_role.organisation_id RolesEndAlong
            admission.admission_case.organisation_id CasesMoveAlong
            admission.split_choice.organisation_id CasesMoveAlong
            committee.term.organisation_id TermsEndAlong
            membership.dated_fact.organisation_id StaysMoveAlong
            membership.movement.from_organisation_id MembersMoveAlong
            membership.movement.to_organisation_id MembersMoveAlong
            membership.residence_link.organisation_id StaysMoveAlong
            membership.split_choice.organisation_id MembersMoveAlong
            membership.standing.organisation_id MembersMoveAlong
            paperfile.count.organisation_id FilesOfEnded
            paperfile.whereabouts.organisation_id FilesOfEnded
            planning.plan.organisation_id PlansMoveAlong
            planning.target.organisation_id PlansMoveAlong
            recognition.batch.organisation_id BatchesMoveAlong
            recognition.card_check.organisation_id BatchesMoveAlong
            recognition.receipt.organisation_id StockMovesAlong
            supplement.campaign.organisation_id CampaignsFirst
            training.class.organisation_id ClassesFirst
            transfer.box.organisation_id LettersUnderWay
            transfer.guest.organisation_id GuestsMoveAlong
            transfer.transfer.from_id LettersUnderWay
            transfer.transfer.to_id LettersUnderWay
            """;

    /** What stays where it is, and why. */
    private static final String STAYS = """
            admission.step.organisation_id where the case was when it was taken
            audit.entry.organisation_id where it was done; a trail is never changed
            dossier.batch.organisation_id scans waiting for their place: gone within days
            membership.bulk_person.organisation_id where they stood when the work was judged; judged anew before it is written
            membership.headcount.organisation_id counted from standings as they change
            membership.late_entry.organisation_id whose closed period it came too late for
            membership.saved_list.shared_with below whom a list is offered; its owner keeps it and shares it anew
            organisation.act.after_parent_id what was done, and to what
            organisation.act.before_parent_id what was done, and to what
            organisation.act.organisation_id what was done, and to what
            organisation.ancestry.ancestor_id the tree itself
            organisation.ancestry.descendant_id the tree itself
            organisation.closing.organisation_id the tree itself
            organisation.decision.issuer_id who issued it then
            organisation.organisation_code.organisation_id the tree itself
            organisation.organisation_version.organisation_id the tree itself
            organisation.organisation_version.parent_id the tree itself
            organisation.reorganisation.organisation_id within whose subtree it happens
            organisation.reorganisation_step.organisation_id the plan itself
            organisation.reorganisation_step.source_id the plan itself
            organisation.reorganisation_step.target_id the plan itself
            organisation.reorganised.after_parent_id the annex of the decision
            organisation.reorganised.before_parent_id the annex of the decision
            organisation.reorganised.organisation_id the annex of the decision
            organisation.succession.predecessor_id the annex of the decision
            organisation.succession.successor_id the annex of the decision
            paperfile.event.organisation_id where it was recorded
            paperfile.hand_over.from_organisation_id who handed over then
            paperfile.hand_over.to_organisation_id who took over then
            planning.known_figure.organisation_id a figure of its day
            planning.place_state.cell_id what a place was and when: whoever follows opens its next state
            planning.place_state.organisation_id what a place was and when: whoever follows opens its next state
            quality.day.organisation_id a figure of its day
            quality.day_of_check.organisation_id a figure of its day
            recognition.card_check_line.organisation_id where they belonged on the first day of the check
            recognition.card_event.organisation_id where they belonged when it was recorded
            recognition.carried_batch.from_id what went along with which reorganisation
            recognition.carried_batch.into_id what went along with which reorganisation
            recognition.proposal.organisation_id where they belonged when they were proposed
            statistics.closed_child.part_id a frozen figure
            statistics.closed_stock.part_id a frozen figure
            statistics.closing.organisation_id a frozen figure
            statistics.paper_count.organisation_id a figure of its day
            statistics.reconciliation_signature.organisation_id who signed then
            statistics.reconciliation_signature.signed_as who signed then
            statistics.reported_figure.organisation_id a figure of its period
            supplement.expected.organisation_id where they stood when the campaign opened
            training.certificate.organisation_id who signed it then
            training.participant.organisation_id who sent them then
            transfer.carried_guest.from_id what went along with which reorganisation
            transfer.carried_guest.into_id what went along with which reorganisation
            """;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private List<FollowsReorganisation> followers;

    @Test
    void everyColumnThatNamesAnOrganisationIsFollowedOrStaysForAReason() {
        var answered = new TreeMap<>(answers(FOLLOWED));
        answered.putAll(answers(STAYS));
        assertThat(answered.keySet()).containsExactlyElementsOf(columns());
        assertThat(answers(STAYS).values())
                .allSatisfy(reason -> assertThat(reason).isNotBlank());
    }

    @Test
    void whoeverIsSaidToFollowSpeaksOfTheTable() throws IOException {
        var there = followers.stream()
                .map(one -> AopUtils.getTargetClass(one).getSimpleName())
                .toList();
        for (var answer : answers(FOLLOWED).entrySet()) {
            assertThat(there).as(answer.getKey()).contains(answer.getValue());
            var table = answer.getKey().substring(0, answer.getKey().lastIndexOf('.'));
            var module = table.substring(0, table.indexOf('.'));
            assertThat(Files.readString(PROGRAM.resolve(module).resolve(answer.getValue() + ".java")))
                    .as(answer.getKey())
                    .contains(table);
        }
    }

    /** The columns that refer to an organisation by a key of theirs, or are called as if they did. */
    private List<String> columns() {
        return jdbc.sql("""
                        select distinct n.nspname || '.' || t.relname || '.' || a.attname
                        from pg_attribute a
                        join pg_class t on t.oid = a.attrelid and t.relkind in ('r', 'p') and not t.relispartition
                        join pg_namespace n on n.oid = t.relnamespace and n.nspname not in ('pg_catalog', 'information_schema')
                        where a.attnum > 0 and not a.attisdropped and ((a.attname = 'organisation_id' or a.attname like '%\\_organisation_id')
                            or exists (select from pg_constraint c where c.conrelid = t.oid and c.contype = 'f'
                                and c.confrelid = 'organisation.organisation'::regclass and a.attnum = any(c.conkey)))
                        order by 1
                        """).query((row, _) -> row.getString(1)).list().stream()
                .sorted()
                .toList();
    }

    private static Map<String, String> answers(String written) {
        return written.lines()
                .map(String::strip)
                .collect(Collectors.toMap(
                        line -> line.split(" ", 2)[0], line -> line.split(" ", 2)[1], (one, _) -> one, TreeMap::new));
    }
}
