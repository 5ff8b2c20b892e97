package vn.partyregister.supplement;

import java.time.LocalDate;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.audit.AuditTrail.Subject;
import vn.partyregister.member.MemberId;
import vn.partyregister.membership.MemberFiles;
import vn.partyregister.organisation.OrganisationTree;
import vn.partyregister.platform.Author;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.ManyRows;
import vn.partyregister.platform.Refusal.NotFound;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.Scope;

/** Campaigns open, take supplements, and close; all within a scope. */
@Service
@Transactional
public class Supplements {
    private final CampaignRepository campaigns;
    private final JdbcClient jdbc;
    private final OrganisationTree tree;
    private final MemberFiles files;
    private final SupplementSheets sheets;
    private final BusinessDay businessDay;
    private final AuditTrail audit;
    private final ManyRows manyRows;

    Supplements(
            CampaignRepository campaigns,
            JdbcClient jdbc,
            OrganisationTree tree,
            MemberFiles files,
            SupplementSheets sheets,
            BusinessDay businessDay,
            AuditTrail audit,
            ManyRows manyRows) {
        this.campaigns = campaigns;
        this.jdbc = jdbc;
        this.tree = tree;
        this.files = files;
        this.sheets = sheets;
        this.businessDay = businessDay;
        this.audit = audit;
        this.manyRows = manyRows;
    }

    /** Asks everybody who stood in the subtree on the opening day. */
    public CampaignId open(NewCampaign told, Scope scope) {
        var today = businessDay.today();
        tree.get(told.organisation(), scope, today);
        var campaign = Campaign.open(told, Author.current().username(), today);
        if (campaigns.existsByOrganisationAndYearAndClosedOnIsNull(told.organisation(), told.year())) {
            throw new RuleBroken("supplement.open-already", Integer.toString(told.year()));
        }
        campaigns.saveAndFlush(campaign);
        var expected = expect(campaign, told.opensOn());
        if (expected == 0) {
            throw new RuleBroken("supplement.nobody-there", Dates.write(told.opensOn()));
        }
        note("supplement.opened", campaign, Map.of("campaign", told, "expected", expected));
        return campaign.id();
    }

    /** Asks those besides who have come to the subtree since; says how many. */
    public int addJoiners(CampaignId id, Scope scope) {
        var campaign = get(id, scope).requireOpen();
        var joiners = expect(campaign, businessDay.today());
        note("supplement.joiners-added", campaign, Map.of("expected", joiners));
        return joiners;
    }

    /**
     * Takes the supplement of a member.
     *
     * @param changed whether it tells of changes, which are entered in the sections of the file before
     */
    public void handIn(CampaignId id, MemberId member, LocalDate day, boolean changed, Scope scope) {
        var today = businessDay.today();
        var brief = files.brief(member, scope, today);
        var sheet = sheets.of(id, member, true);
        var campaign = campaigns.get(id).requireTaking(day, today);
        sheet.requireAgreeing(changed);
        var taken = jdbc.sql("""
                        insert into supplement.handing_in (campaign_id, member_id, handed_in_on, changed, recorded_by)
                        values (:campaign, :member, :day, :changed, :username) on conflict do nothing
                        """)
                .param("campaign", id.id())
                .param("member", member.id())
                .param("day", day)
                .param("changed", changed)
                .param("username", Author.current().username())
                .update();
        if (taken == 0) {
            throw new RuleBroken("supplement.handed-in-already");
        }
        audit.changed(
                "supplement.handed-in",
                new Subject("member", member.id(), brief.organisationId().id()),
                null,
                Map.of("year", campaign.year(), "day", day, "changed", changed));
    }

    /** Takes nothing any more. */
    public void close(CampaignId id, Scope scope) {
        var campaign =
                campaigns.saveAndFlush(get(id, scope).close(Author.current().username(), businessDay.today()));
        note("supplement.closed", campaign, Map.of("day", businessDay.today()));
    }

    /** Whoever is responsible for a part of a campaign alone does not lead it. */
    private Campaign get(CampaignId id, Scope scope) {
        var campaign = campaigns.get(id);
        if (tree.find(campaign.organisation(), scope, businessDay.today()).isEmpty()) {
            throw new NotFound("supplement.unknown");
        }
        return campaign;
    }

    private int expect(Campaign campaign, LocalDate day) {
        manyRows.follow();
        return jdbc.sql(ManyRows.once("""
                        insert into supplement.expected (campaign_id, member_id, organisation_id, since)
                        select :campaign, s.member_id, s.organisation_id, :day
                        from membership.standing s
                        join organisation.ancestry a
                            on a.descendant_id = s.organisation_id and a.valid @> cast(:day as date)
                        where a.ancestor_id = :organisation and s.valid @> cast(:day as date)
                        on conflict do nothing
                        """))
                .param("campaign", campaign.id().id())
                .param("organisation", campaign.organisation().id())
                .param("day", day)
                .update();
    }

    private void note(String act, Campaign campaign, Map<String, ?> after) {
        audit.changed(
                act,
                new Subject(
                        "supplement",
                        campaign.id().id(),
                        campaign.organisation().id()),
                null,
                after);
    }
}
