package vn.partyregister.supplement;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.audit.AuditTrail.Subject;
import vn.partyregister.member.Amendments;
import vn.partyregister.member.Amendments.Amendment;
import vn.partyregister.member.MemberId;
import vn.partyregister.platform.Listing;
import vn.partyregister.platform.Refusal.NotFound;
import vn.partyregister.platform.Scope;

/** Supplements as they are printed: only what changed since the one before. */
@Service
@Transactional
public class SupplementSheets {
    private final SupplementList list;
    private final Amendments amendments;
    private final JdbcClient jdbc;
    private final AuditTrail audit;

    SupplementSheets(SupplementList list, Amendments amendments, JdbcClient jdbc, AuditTrail audit) {
        this.list = list;
        this.amendments = amendments;
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** The supplement of somebody who is expected; who may see them is asked before. */
    @Transactional(readOnly = true)
    public SupplementSheet of(CampaignId campaign, MemberId member, boolean sensitive) {
        var row = list.find(campaign, member).orElseThrow(() -> new NotFound("supplement.not-asked"));
        return sheets(campaign, List.of(row), sensitive).getFirst();
    }

    /** The same of a page of a list; whoever reads them is noted. */
    public Listing<SupplementSheet> page(SupplementFilter filter, Scope scope, boolean sensitive, int page) {
        audit.read(
                "supplement.sheets-read",
                new Subject(
                        "supplement",
                        filter.campaign().id(),
                        filter.organisation() == null
                                ? null
                                : filter.organisation().id()),
                filter.parts());
        var rows = list.page(filter, scope, SupplementList.STANDARD_ORDER, page, filter.address("sheets"));
        return rows.with(sheets(filter.campaign(), rows.rows(), sensitive));
    }

    private List<SupplementSheet> sheets(CampaignId campaign, List<SupplementRow> rows, boolean sensitive) {
        var members = rows.stream().map(SupplementRow::member).toList();
        if (members.isEmpty()) {
            return List.of();
        }
        var reaches = reaches(campaign, members);
        var changes = amendments.of(members, sensitive);
        return rows.stream()
                .map(row -> new SupplementSheet(
                        row, within(reaches.get(row.member()), changes.getOrDefault(row.member(), List.of()))))
                .toList();
    }

    private static List<Amendment> within(@Nullable Reach reach, List<Amendment> changes) {
        return changes.stream()
                .filter(amendment -> reach != null && reach.holds(amendment))
                .sorted(Comparator.comparing(Amendment::recorded))
                .toList();
    }

    private Map<MemberId, Reach> reaches(CampaignId campaign, Collection<MemberId> members) {
        return jdbc
                .sql("""
                        select member_id, opens_on, after, until from supplement.reach
                        where campaign_id = :campaign and member_id in (:members)
                        """)
                .param("campaign", campaign.id())
                .param("members", members.stream().map(MemberId::id).toList())
                .query((row, _) -> Map.entry(
                        new MemberId(row.getObject("member_id", UUID.class)),
                        new Reach(
                                row.getObject("opens_on", LocalDate.class),
                                row.getObject("after", OffsetDateTime.class),
                                row.getObject("until", OffsetDateTime.class))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * Which amendments belong to a supplement.
     *
     * @param after the moment of the supplement before; null for a first one, which reaches back to the opening day
     * @param until the moment it was taken; null before
     */
    private record Reach(
            LocalDate opensOn,
            @Nullable OffsetDateTime after,
            @Nullable OffsetDateTime until) {
        boolean holds(Amendment amendment) {
            var begun = after == null
                    ? !amendment.recordedFor().isBefore(opensOn)
                    : amendment.recorded().isAfter(after);
            return begun && (until == null || !amendment.recorded().isAfter(until));
        }
    }
}
