package vn.partyregister.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.partyregister.organisation.IssuersTerms.Term;
import vn.partyregister.platform.Asides;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.Uuids;
import vn.partyregister.platform.VietnameseText;
import vn.partyregister.reference.Rulebook;

/**
 * The decisions the register refers to: one paper, many acts. Where the issuer is an organisation of the register, a
 * number of a type is given once while the issuer's numbers run.
 */
@Service
public class Decisions {
    private static final MonthDay NEW_YEAR = MonthDay.of(1, 1);
    private static final MonthDay YEARS_END = MonthDay.of(12, 31);

    private final JdbcClient jdbc;
    private final Rulebook rulebook;
    private final ObjectProvider<IssuersTerms> terms;
    private final Issuers issuers;

    Decisions(JdbcClient jdbc, Rulebook rulebook, ObjectProvider<IssuersTerms> terms) {
        this.jdbc = jdbc;
        this.rulebook = rulebook;
        this.terms = terms;
        issuers = new Issuers(jdbc);
    }

    /** The identity of a decision whose issuer is written by name alone; noted when it was not known yet. */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID note(Decision decision) {
        return note(new Noted(decision, null));
    }

    /**
     * The identity of a decision about somebody of an organisation. Where its issuer is that organisation or one above
     * it, the decision is refused when its number is another decision's.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID note(Decision decision, OrganisationId about) {
        return note(new Noted(decision, issuer(decision, List.of(about)).orElse(null)));
    }

    /**
     * The identity of a decision whose issuer is recognised already, refused when its number is another decision's.
     *
     * @param issuer the organisation whose committee issued it; null where it is known only by name
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID noteBy(Decision decision, @Nullable OrganisationId issuer) {
        return note(new Noted(decision, issuer));
    }

    /** Refuses a decision whose number is another decision's; nothing is noted, so that no number is taken by a preview. */
    @Transactional(readOnly = true)
    public void requireFree(Decision decision, @Nullable OrganisationId issuer) {
        var noted = new Noted(decision, issuer);
        if (issuer != null && find(noted).isEmpty() && isHeld(noted)) {
            throw held(noted);
        }
        say(noted);
    }

    /**
     * Whose decision it is about people of some organisations: the one of these, or above any of them, whose name the issuer
     * bears or whose committee's; else the one of the whole tree; else the one above them whose committee is called so without
     * a name. Nothing where none is, or several.
     */
    @Transactional(readOnly = true)
    public Optional<OrganisationId> issuer(Decision decision, Collection<OrganisationId> about) {
        return issuers.meant(decision, about);
    }

    /** Says on the page whose decision it is taken for, before it is noted: nothing is written. */
    @Transactional(readOnly = true)
    public void announce(Decision decision, OrganisationId about) {
        say(new Noted(decision, issuer(decision, List.of(about)).orElse(null)));
    }

    /** Who may decide on somebody of an organisation: the one that usually does first, itself last. */
    @Transactional(readOnly = true)
    public List<OrganisationTree.Named> issuersFor(OrganisationId organisation, LocalDate day) {
        return issuersFor(List.of(organisation), day);
    }

    /** Who may decide on people of all of these organisations at once, in the same order. */
    @Transactional(readOnly = true)
    public List<OrganisationTree.Named> issuersFor(Collection<OrganisationId> organisations, LocalDate day) {
        return jdbc.sql("""
                        select v.organisation_id, v.name
                        from (select ancestor_id, count(distinct descendant_id) as below, min(depth) as depth
                            from organisation.ancestry
                            where descendant_id = any(:organisations) and valid @> cast(:day as date)
                            group by ancestor_id) a
                        join organisation.organisation_version v
                            on v.organisation_id = a.ancestor_id and v.valid @> cast(:day as date)
                        join organisation.organisation_type t on t.code = v.type
                        where a.below = :all
                        order by t.tier = 'DIRECT' desc, a.depth = 0, a.depth
                        """)
                .param("organisations", Issuers.ids(organisations))
                .param("day", day)
                .param("all", organisations.size())
                .query((row, _) -> named(row))
                .list();
    }

    private static OrganisationTree.Named named(ResultSet row) throws SQLException {
        return new OrganisationTree.Named(
                new OrganisationId(row.getObject("organisation_id", UUID.class)), row.getString("name"));
    }

    private UUID note(Noted noted) {
        var id = find(noted).or(() -> insert(noted)).or(() -> find(noted)).orElseThrow(() -> held(noted));
        say(noted);
        return id;
    }

    /** Wherever a number is entered: that it is not guarded, or whose it was taken for where the paper does not say it. */
    private void say(Noted noted) {
        if (!Asides.areHeard()) {
            return;
        }
        var paper = "%s %s".formatted(noted.number(), noted.decision().day());
        var by = noted.by();
        if (by == null) {
            Asides.say(paper, "organisation.number-unguarded", noted.number(), noted.issuer());
        } else {
            issuers.understood(noted.decision(), by)
                    .ifPresentOrElse(
                            name -> Asides.say(paper, "organisation.issuer-understood", noted.issuer(), name),
                            () -> Asides.keepSilent(paper));
        }
    }

    private Optional<UUID> find(Noted noted) {
        return ask("""
                        select id from organisation.decision
                        where issued_on = :day and case when cast(:by as uuid) is null
                            then issuer_id is null and issuer_name = :issuer and number = :number
                            else issuer_id = :by and type = organisation.type_in_number(:number)
                                and running = organisation.running_number(:number) end
                        """, noted)
                .query((row, _) -> row.getObject("id", UUID.class))
                .optional();
    }

    private Optional<UUID> insert(Noted noted) {
        var runs = runs(noted);
        return ask("""
                        insert into organisation.decision (id, issuer_id, issuer_name, number, issued_on, summary, runs)
                        values (:id, :by, :issuer, :number, :day, :summary,
                            case when cast(:by as uuid) is not null then daterange(:first, :last, '[]') end)
                        on conflict do nothing
                        returning id
                        """, noted)
                .param("id", Uuids.next())
                .param("summary", noted.decision().summary())
                .param("first", runs.first())
                .param("last", runs.last())
                .query((row, _) -> row.getObject("id", UUID.class))
                .optional();
    }

    /** The issuer's term where the rule says so and the term is known, else what known terms leave of the year. */
    private Term runs(Noted noted) {
        var day = noted.decision().day();
        var issuer = noted.by();
        var year = new Term(Year.from(day).atMonthDay(NEW_YEAR), Year.from(day).atMonthDay(YEARS_END));
        if (issuer == null
                || rulebook.on(day)
                        .decisionNumbers()
                        .filter(rule -> rule.value().equals("TERM"))
                        .isEmpty()) {
            return year;
        }
        var known = terms.stream().flatMap(source -> source.of(issuer).stream()).toList();
        return known.stream().filter(term -> term.holdsOn(day)).findAny().orElseGet(() -> {
            var left = year;
            for (var term : known) {
                left = left.without(term, day);
            }
            return left;
        });
    }

    private boolean isHeld(Noted noted) {
        var runs = runs(noted);
        return ask("""
                        select exists (select from organisation.decision
                            where issuer_id = :by and type = organisation.type_in_number(:number)
                            and running = organisation.running_number(:number)
                            and runs && daterange(:first, :last, '[]'))
                        """, noted)
                .param("first", runs.first())
                .param("last", runs.last())
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    private RuleBroken held(Noted noted) {
        var arguments = ask("""
                        select number, issued_on from organisation.decision
                        where issuer_id = :by and type = organisation.type_in_number(:number)
                            and running = organisation.running_number(:number)
                        order by abs(issued_on - cast(:day as date)) limit 1
                        """, noted)
                .query((row, _) -> new Object[] {
                    noted.issuer(), row.getString("number"), Dates.write(row.getObject("issued_on", LocalDate.class))
                })
                .single();
        return rulebook.on(noted.decision().day())
                .decisionNumbers()
                .map(rule -> new RuleBroken(rule.source(), "organisation.number-held", arguments))
                .orElseGet(() -> new RuleBroken("organisation.number-held", arguments));
    }

    private StatementSpec ask(String sql, Noted noted) {
        return jdbc.sql(sql)
                .param("by", noted.by() == null ? null : noted.by().id(), java.sql.Types.OTHER)
                .param("issuer", noted.issuer())
                .param("number", noted.number())
                .param("day", noted.decision().day());
    }

    /**
     * A decision on its way into the register.
     *
     * @param by the organisation whose committee issued it; null where it is known only by name
     */
    private record Noted(Decision decision, @Nullable OrganisationId by) {
        String issuer() {
            return VietnameseText.tidy(decision.issuer());
        }

        String number() {
            return VietnameseText.tidy(decision.number());
        }
    }
}
