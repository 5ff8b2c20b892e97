package vn.partyregister.membership;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.audit.AuditTrail.Subject;
import vn.partyregister.member.MemberId;
import vn.partyregister.organisation.Decisions;
import vn.partyregister.platform.Author;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.RuleSource;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Uuids;
import vn.partyregister.reference.Rulebook;

/**
 * Keeps with which party body working members are in touch where they live (giữ mối liên hệ nơi cư trú, 213-QĐ/TW): the
 * letter that introduced them, and the written comment of each year.
 */
@Service
@Transactional
public class ResidenceLinks {
    private static final MonthDay YEARS_END = MonthDay.of(12, 31);
    private static final String LINKS = """
            select l.id, l.mode, lower(l.valid) as starts, upper(l.valid) - 1 as until, coalesce(l.place, v.name) as body,
                l.responsible, d.number as letter_number, d.issued_on as letter_on, d.issuer_name as issuer, l.recorded_by
            from membership.residence_link l
            left join organisation.decision d on d.id = l.letter_id
            left join organisation.organisation_version v on v.organisation_id = l.organisation_id and v.valid @> lower(l.valid)
            where l.member_id = :member and l.withdrawn_at is null
            """;

    private final JdbcClient jdbc;
    private final Standings standings;
    private final Decisions decisions;
    private final Rulebook rulebook;
    private final BusinessDay businessDay;
    private final AuditTrail audit;

    ResidenceLinks(
            JdbcClient jdbc,
            Standings standings,
            Decisions decisions,
            Rulebook rulebook,
            BusinessDay businessDay,
            AuditTrail audit) {
        this.jdbc = jdbc;
        this.standings = standings;
        this.decisions = decisions;
        this.rulebook = rulebook;
        this.businessDay = businessDay;
        this.audit = audit;
    }

    /** Somebody is introduced, or excused, from a day on which they stand. */
    public void introduce(MemberId member, NewResidenceLink link, Scope scope) {
        standings.hold(List.of(member));
        var here = standings.requireStanding(member, scope, businessDay.today());
        notInTheFuture(link.from());
        if (!standings.standsOn(member, link.from())) {
            throw new RuleBroken("membership.fact-outside-membership", Dates.write(link.from()));
        }
        requireFree(member, link.from());
        var organisation = link.organisation();
        if (organisation != null) {
            standings.notThere(organisation, link.from(), businessDay.today()).ifPresent(refused -> {
                throw refused;
            });
        }
        var letter = link.letter();
        if (letter != null) {
            notInTheFuture(letter.day());
        }
        jdbc.sql("""
                        insert into membership.residence_link
                            (id, member_id, valid, mode, organisation_id, place, responsible, letter_id, recorded_by)
                        values (:id, :member, daterange(:from, null), :mode, :organisation, :place, :responsible, :letter, :username)
                        """)
                .param("id", Uuids.next())
                .param("member", member.id())
                .param("from", link.from())
                .param("mode", link.mode().name())
                .param("organisation", organisation == null ? null : organisation.id(), java.sql.Types.OTHER)
                .param("place", link.place())
                .param("responsible", link.responsible())
                .param(
                        "letter",
                        letter == null ? null : decisions.note(letter, here.organisation()),
                        java.sql.Types.OTHER)
                .param("username", Author.current().username())
                .update();
        note("member.introduced-at-residence", member, here, Map.of("mode", link.mode(), "from", link.from()));
    }

    private void requireFree(MemberId member, LocalDate from) {
        of(member).stream()
                .filter(other -> other.until() == null || !other.until().isBefore(from))
                .findFirst()
                .ifPresent(other -> {
                    throw new RuleBroken("membership.residence.already", Dates.write(other.starts()));
                });
    }

    /** It holds until this day and no longer. */
    public void end(MemberId member, LocalDate lastDay, Scope scope) {
        standings.hold(List.of(member));
        var here = standings.requireKnown(member, scope, businessDay.today());
        var link = requireLink(member);
        notInTheFuture(lastDay);
        if (lastDay.isBefore(link.starts())) {
            throw new RuleBroken("membership.fact-ends-before-it-begins", Dates.write(link.starts()));
        }
        jdbc.sql("""
                        update membership.residence_link
                        set valid = daterange(lower(valid), :last, '[]'), ended_at = now(), ended_by = :username where id = :id
                        """)
                .param("id", link.id())
                .param("last", lastDay)
                .param("username", Author.current().username())
                .update();
        note("member.residence-link-ended", member, here, Map.of("to", lastDay));
    }

    /** The signed comment of a year is there. */
    public void comment(MemberId member, ResidenceComment comment, Scope scope) {
        standings.hold(List.of(member));
        var here = standings.requireKnown(member, scope, businessDay.today());
        var link = linkOf(member, comment.year())
                .orElseThrow(() -> new RuleBroken("membership.residence.none-in", String.valueOf(comment.year())));
        notInTheFuture(comment.commentedOn());
        if (comment.commentedOn().isBefore(link.starts())
                || comment.commentedOn().getYear() < comment.year()) {
            throw new RuleBroken("membership.residence.comment-too-early", Dates.write(comment.commentedOn()));
        }
        if (comments(member).stream()
                .anyMatch(other -> other.year() == comment.year() && other.withdrawnWhy() == null)) {
            throw new RuleBroken("membership.residence.commented-already", String.valueOf(comment.year()));
        }
        jdbc.sql("""
                        insert into membership.residence_comment (id, link_id, year, text, commented_on, signed_by, recorded_by)
                        values (:id, :link, :year, :text, :on, :signedBy, :username)
                        """)
                .param("id", Uuids.next())
                .param("link", link.id())
                .param("year", comment.year())
                .param("text", comment.text())
                .param("on", comment.commentedOn())
                .param("signedBy", comment.signedBy())
                .param("username", Author.current().username())
                .update();
        note("member.residence-commented", member, here, Map.of("year", comment.year()));
    }

    /** The comment of a year was wrongly recorded; it stays, with the reason. */
    public void withdrawComment(MemberId member, int year, String why, Scope scope) {
        standings.hold(List.of(member));
        var here = standings.requireKnown(member, scope, businessDay.today());
        var withdrawn = jdbc.sql("""
                        update membership.residence_comment c
                        set withdrawn_at = now(), withdrawn_by = :username, withdrawn_why = :why
                        from membership.residence_link l
                        where l.id = c.link_id and l.member_id = :member and c.year = :year and c.withdrawn_at is null
                        """)
                .param("member", member.id())
                .param("year", year)
                .param("why", why)
                .param("username", Author.current().username())
                .update();
        if (withdrawn == 0) {
            throw new RuleBroken("membership.residence.no-comment", String.valueOf(year));
        }
        note("member.residence-comment-withdrawn", member, here, Map.of("year", year, "why", why));
    }

    /** All of a member, the latest first; whoever asks has made sure that the member may be seen. */
    @Transactional(readOnly = true)
    public List<ResidenceLink> of(MemberId member) {
        return jdbc.sql(LINKS + " order by l.valid desc, l.id")
                .param("member", member.id())
                .query(new RecordRows<>(ResidenceLink.class))
                .list();
    }

    /** The comments of all years, the latest first, with those that were withdrawn. */
    @Transactional(readOnly = true)
    public List<ResidenceComment> comments(MemberId member) {
        return jdbc.sql("""
                        select c.year, c.text, c.commented_on, c.signed_by, c.recorded_by, c.withdrawn_why
                        from membership.residence_comment c join membership.residence_link l on l.id = c.link_id
                        where l.member_id = :member order by c.year desc, c.recorded_at desc
                        """)
                .param("member", member.id())
                .query(new RecordRows<>(ResidenceComment.class))
                .list();
    }

    /** The link that holds today, whose letter is printed and whose end is recorded. */
    @Transactional(readOnly = true)
    public ResidenceLink requireLink(MemberId member) {
        return of(member).stream()
                .filter(link -> link.holdsOn(businessDay.today()))
                .findFirst()
                .orElseThrow(() -> new RuleBroken("membership.residence.none"));
    }

    private Optional<ResidenceLink> linkOf(MemberId member, int year) {
        var first = Year.of(year).atDay(1);
        var last = Year.of(year).atMonthDay(YEARS_END);
        return of(member).stream()
                .filter(link -> !link.starts().isAfter(last)
                        && (link.until() == null || !link.until().isBefore(first)))
                .findFirst();
    }

    /** When the comment of a year is due, by the rule of the year's end; nothing where there was no such rule. */
    @Transactional(readOnly = true)
    public Optional<Due> due(int year) {
        var end = Year.of(year).atMonthDay(YEARS_END);
        var rules = rulebook.on(end);
        return rules.know("residence-comment-before-year-end")
                ? Optional.of(new Due(
                        end.minusDays(rules.residenceCommentBeforeYearEnd().value()),
                        rules.residenceCommentBeforeYearEnd().source()))
                : Optional.empty();
    }

    /** The last year whose comment is due by a day. */
    @Transactional(readOnly = true)
    public int lastYearDue(LocalDate day) {
        return due(day.getYear()).filter(due -> !day.isBefore(due.on())).isPresent()
                ? day.getYear()
                : day.getYear() - 1;
    }

    private void notInTheFuture(LocalDate day) {
        if (day.isAfter(businessDay.today())) {
            throw new RuleBroken("membership.in-the-future", Dates.write(day));
        }
    }

    private void note(String act, MemberId member, Standings.Place here, Map<String, Object> what) {
        audit.changed(
                act, new Subject("member", member.id(), here.organisation().id()), null, what);
    }

    /** The last day for a comment, and who says so. */
    public record Due(LocalDate on, @Nullable RuleSource source) {}
}
