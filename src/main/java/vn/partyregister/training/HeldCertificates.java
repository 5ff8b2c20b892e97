package vn.partyregister.training;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.partyregister.member.MemberId;
import vn.partyregister.platform.PartialDate;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.platform.Seal;
import vn.partyregister.platform.VietnameseText;
import vn.partyregister.reference.Rulebook;
import vn.partyregister.reference.Term;

/**
 * Finds the certificates somebody holds, and until when they are valid: by the rule of the day on which it is asked, as a
 * cell judges on the day it meets. Whoever asks answers for what they may know of the person.
 */
@Component
class HeldCertificates {
    private final Rulebook rulebook;
    private final Seal seal;
    private final JdbcClient jdbc;

    HeldCertificates(Rulebook rulebook, Seal seal, JdbcClient jdbc) {
        this.rulebook = rulebook;
        this.seal = seal;
        this.jdbc = jdbc;
    }

    /** The last day of a certificate, where {@code :amount} and {@code :unit} are the term of the rule. */
    static String lastDay(String issuedOn) {
        return "reference.last_day(%s, cast(:amount as integer), cast(:unit as text))".formatted(issuedOn);
    }

    /** The term of the rule on a day; a rule that sets none leaves the last day open. */
    static Map<String, Object> term(ClassKind kind, Rulebook rulebook, LocalDate day) {
        var term = kind.validity(rulebook.on(day)).map(rule -> rule.value()).orElse(new Term(0, Term.Unit.DAYS));
        var params = new HashMap<String, Object>();
        params.put("amount", term.amount());
        params.put(
                "unit",
                kind.validity(rulebook.on(day)).isPresent() ? term.unit().name() : "");
        return params;
    }

    List<Certified> byNumber(ClassKind kind, String citizenNumber, LocalDate day) {
        return byHash(kind, seal.hash(citizenNumber.strip()), day);
    }

    List<Certified> byHash(ClassKind kind, byte[] citizenNumberHash, LocalDate day) {
        return find("p.citizen_number_hash = :hash", true, kind, day, Map.of("hash", citizenNumberHash));
    }

    List<Certified> byMember(ClassKind kind, MemberId member, LocalDate day) {
        return find("p.member_id = :member", true, kind, day, Map.of("member", member.id()));
    }

    List<Certified> byName(ClassKind kind, String fullName, PartialDate born, LocalDate day) {
        return find(
                "p.name_folded = :name and p.born_earliest = :born and p.born_precision = :precision",
                false,
                kind,
                day,
                Map.of(
                        "name",
                        VietnameseText.folded(fullName),
                        "born",
                        born.earliest(),
                        "precision",
                        born.precision().name()));
    }

    private List<Certified> find(String who, boolean sure, ClassKind kind, LocalDate day, Map<String, Object> params) {
        return jdbc.sql("""
                        select g.id, g.number || '/' || g.year as number, coalesce(o.name, '') as organisation, p.full_name,
                            g.issued_on, l.last_day, coalesce(l.last_day >= :day, true) as valid, :sure as sure
                        from training.participant p
                        join training.certificate g on g.participant_id = p.id and g.revoked_at is null and g.kind = :kind
                        cross join lateral (select %s as last_day) l
                        left join organisation.organisation_version o
                            on o.organisation_id = g.organisation_id and o.valid @> g.issued_on
                        where %s and g.issued_on <= :day
                        order by g.issued_on desc, g.id
                        """.formatted(lastDay("g.issued_on"), who))
                .params(params)
                .params(term(kind, rulebook, day))
                .param("kind", kind.name())
                .param("day", day)
                .param("sure", sure)
                .query(new RecordRows<>(Certified.class))
                .list();
    }
}
