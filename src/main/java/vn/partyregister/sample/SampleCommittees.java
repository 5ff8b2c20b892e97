package vn.partyregister.sample;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.partyregister.committee.Body;
import vn.partyregister.committee.NewTerm;
import vn.partyregister.committee.TermLoad;
import vn.partyregister.committee.TermLoad.KnownTerm;
import vn.partyregister.committee.TermLoad.Seat;
import vn.partyregister.member.MemberId;
import vn.partyregister.organisation.Decision;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.platform.RegisterProperties;
import vn.partyregister.reference.Rulebook;

/**
 * Committees for a sample: every organisation gets a term with its holders, all of them official members there; a few
 * terms have ended, soon end or were never entered, and a few posts are vacant, so that the lists of gaps are not empty.
 */
@Component
class SampleCommittees {
    /** One organisation in so many lacks something. */
    private static final int WITHOUT_TERM = 40;

    private static final int ENDED = 23;
    private static final int ENDING = 11;
    private static final int WITH_A_VACANCY = 17;

    private final JdbcClient jdbc;
    private final TermLoad terms;
    private final Rulebook rulebook;
    private final SampleTexts texts;

    SampleCommittees(JdbcClient jdbc, TermLoad terms, Rulebook rulebook, SampleTexts texts) {
        this.jdbc = jdbc;
        this.terms = terms;
        this.rulebook = rulebook;
        this.texts = texts;
    }

    /** Elects those of organisations that have no term yet, and tells how many. */
    int elect(RegisterProperties.Sample days) {
        var known = new ArrayList<KnownTerm>();
        var number = 0;
        for (var candidates : candidates(days)) {
            number++;
            if (number % WITHOUT_TERM != 0) {
                known.add(term(candidates, number, days.businessDay()));
            }
        }
        var decision =
                new Decision(texts.get("committees.issuer"), texts.get("committees.number"), days.openingDay(), null);
        terms.load(known, decision);
        return known.size();
    }

    private KnownTerm term(List<Candidate> candidates, int number, LocalDate today) {
        var one = candidates.getFirst();
        var length = length(one, today);
        var left = number % ENDED == 0
                ? -2
                : number % ENDING == 0 ? 3 : (one.tier().equals("CELL") ? 12 : 37) + number % 7;
        var lastDay = today.plusMonths(left);
        var from = lastDay.plusDays(1).minus(length);
        var posts = posts(
                one, rulebook.on(today).officialMembersToElectACellCommittee().value());
        var seats = IntStream.range(0, Math.min(posts.size(), candidates.size()))
                .filter(place -> number % WITH_A_VACANCY != 0 || place != number % posts.size())
                .mapToObj(place -> new Seat(candidates.get(place).member(), posts.get(place), place + 1))
                .toList();
        var label = from.getYear() + "–" + lastDay.getYear();
        return new KnownTerm(new NewTerm(one.organisation(), label, body(posts), from, lastDay, posts.size()), seats);
    }

    private Period length(Candidate one, LocalDate today) {
        return rulebook.on(today)
                .period(one.tier().equals("CELL") ? "term-of-a-cell" : "term-of-a-committee")
                .value();
    }

    private static Body body(List<String> posts) {
        return posts.size() == 1
                ? Body.SECRETARY_ALONE
                : posts.contains("CELL_MEMBER") ? Body.CELL_COMMITTEE : Body.COMMITTEE;
    }

    /** The posts of a committee of this size, in the order in which they are filled. */
    private static List<String> posts(Candidate one, int officialForACommittee) {
        if (one.tier().equals("CELL") || one.type().equals("CB_CS")) {
            return one.official() < officialForACommittee
                    ? List.of("SECRETARY")
                    : List.of("SECRETARY", "DEPUTY", "CELL_MEMBER");
        }
        return switch (one.tier()) {
            case "PROVINCE" -> committee(14, 34);
            case "DIRECT" -> committee(8, 22);
            case "BASE" -> committee(0, 7);
            default -> committee(0, 3);
        };
    }

    private static List<String> committee(int standing, int members) {
        var posts = new ArrayList<>(List.of("SECRETARY"));
        posts.addAll(standing > 0 ? List.of("STANDING_DEPUTY", "DEPUTY") : List.of("DEPUTY"));
        posts.addAll(Collections.nCopies(standing, "STANDING_MEMBER"));
        posts.addAll(Collections.nCopies(members, "MEMBER"));
        return posts;
    }

    /** Of each organisation, who may lead it: the first of its own, or of its cells. */
    private Iterable<List<Candidate>> candidates(RegisterProperties.Sample days) {
        return jdbc
                .sql("""
                        with stood as materialized (
                            select s.organisation_id, s.member_id, m.card_number,
                                row_number() over (partition by s.organisation_id
                                    order by abs(extract(year from m.born_earliest) - :ripe), m.card_number, m.id) as rank
                            from membership.standing s join member.member m on m.id = s.member_id
                            where s.status = 'OFFICIAL' and s.valid @> cast(:opening as date) and s.valid @> cast(:today as date)
                        ), official as materialized (
                            select organisation_id, count(*) as number from membership.standing
                            where status = 'OFFICIAL' and valid @> cast(:today as date) group by organisation_id
                        ), ranked as (
                            select v.organisation_id as organisation, v.type, t.tier, stood.member_id as member,
                                coalesce(official.number, 0) as official, c.code,
                                row_number() over (partition by v.organisation_id
                                    order by stood.rank, stood.card_number, stood.member_id) as place
                            from stood
                            join organisation.ancestry a
                                on a.descendant_id = stood.organisation_id and a.valid @> cast(:today as date)
                            join organisation.organisation_version v
                                on v.organisation_id = a.ancestor_id and v.valid @> cast(:today as date)
                            join organisation.organisation_type t on t.code = v.type and t.tier <> 'GROUP'
                            left join official on official.organisation_id = v.organisation_id
                            left join organisation.organisation_code c
                                on c.organisation_id = v.organisation_id and c.valid @> cast(:today as date)
                            where stood.rank <= 3
                            and not exists (select from committee.term known where known.organisation_id = v.organisation_id))
                        select organisation, type, tier, member, official from ranked where place <= 60
                        order by code, organisation, place
                        """)
                .param("opening", days.openingDay())
                .param("today", days.businessDay())
                .param("ripe", days.businessDay().getYear() - 47)
                .query(new RecordRows<>(Candidate.class))
                .list()
                .stream()
                .collect(groupingBy(Candidate::organisation, LinkedHashMap::new, toList()))
                .values();
    }

    private record Candidate(OrganisationId organisation, String type, String tier, MemberId member, int official) {}
}
