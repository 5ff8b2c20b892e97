package vn.partyregister.training;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.partyregister.member.MemberId;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.Author;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.ListQuery;
import vn.partyregister.platform.Listing;
import vn.partyregister.platform.PartialDate;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.platform.Refusal.NotFound;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Seal;
import vn.partyregister.platform.Uuids;
import vn.partyregister.reference.Rulebook;

/**
 * The members who may attend a class for new members: below the committee that holds it, with the status that the rule
 * asks for on one of its days.
 */
@Component
public class Probationers {
    /** {@code s}: the last standing of a member {@code m} on the days of the class that fits. */
    private static final String FIT = """
            lateral (
                select t.organisation_id, greatest(lower(t.valid), :from) as seen_on from membership.standing t
                join organisation.ancestry a on a.ancestor_id = :organiser and a.descendant_id = t.organisation_id
                    and a.valid @> greatest(lower(t.valid), cast(:from as date))
                where t.member_id = m.id and t.status = :status and t.valid && daterange(:from, :to, '[]')
                order by lower(t.valid) desc limit 1) s\
            """;

    private final Rulebook rulebook;
    private final BusinessDay businessDay;
    private final Seal seal;
    private final JdbcClient jdbc;

    Probationers(Rulebook rulebook, BusinessDay businessDay, Seal seal, JdbcClient jdbc) {
        this.seal = seal;
        this.rulebook = rulebook;
        this.businessDay = businessDay;
        this.jdbc = jdbc;
    }

    /** The names of those who may not attend; somebody outside the scope is not there at all. */
    List<String> unfit(TrainingClass held, Collection<MemberId> members, Scope scope) {
        var today = businessDay.today();
        var names = jdbc.sql("""
                        select m.full_name, s.organisation_id is not null as fit
                        from member.member m
                        cross join lateral (
                            select t.organisation_id, coalesce(least(upper(t.valid) - 1, :today), :today) as seen_on
                            from membership.standing t where t.member_id = m.id and lower(t.valid) <= :today
                            order by lower(t.valid) desc limit 1) last
                        left join %s on true
                        where m.id = any(:members) and %s
                        """.formatted(FIT, scope.condition("last.organisation_id", "last.seen_on")))
                .params(params(held.organisation(), held.fromOn(), held.toOn(), scope))
                .param("today", today)
                .param("members", ids(members))
                .query((row, _) -> row.getBoolean("fit") ? "" : row.getString("full_name"))
                .list();
        if (names.size() < members.stream().distinct().count()) {
            throw new NotFound("member.unknown");
        }
        return names.stream().filter(name -> !name.isEmpty()).sorted().toList();
    }

    int register(TrainingClass held, Collection<MemberId> members, Scope scope) {
        var chosen = ids(members);
        var fresh = new UUID[chosen.length];
        for (var at = 0; at < fresh.length; at++) {
            fresh[at] = Uuids.next();
        }
        return jdbc.sql("""
                        insert into training.participant (id, class_id, organisation_id, seen_on, member_id, full_name,
                            family_name, middle_name, given_name, born_earliest, born_precision, citizen_number_sealed,
                            citizen_number_hash, citizen_number_end, registered_by)
                        select chosen.fresh, :class, s.organisation_id, s.seen_on, m.id, m.full_name, m.family_name,
                            m.middle_name, m.given_name, m.born_earliest, m.born_precision, m.citizen_number_sealed,
                            m.citizen_number_hash, m.citizen_number_end, :username
                        from member.member m
                        cross join %s
                        join unnest(cast(:members as uuid[]), cast(:fresh as uuid[])) as chosen (member, fresh)
                            on chosen.member = m.id
                        on conflict do nothing
                        """.formatted(FIT))
                .params(params(held.organisation(), held.fromOn(), held.toOn(), scope))
                .param("class", held.id().id())
                .param("members", chosen)
                .param("fresh", fresh)
                .param("username", Author.current().username())
                .update();
    }

    /** Who is meant by the lines of a list, among those who may attend: by name and birth date, and the number where one is written. */
    List<Meant> meant(ClassRow row, List<MemberLines.Typed> lines, Scope scope) {
        return jdbc.sql("""
                        select t.line, t.name, count(found.id) as found, min(cast(found.id as text)) as id,
                            coalesce(bool_or(found.registered), false) as registered
                        from unnest(cast(:lines as integer[]), cast(:names as text[]), cast(:born as date[]),
                            cast(:precisions as text[]), cast(:numbers as text[]), cast(:hashes as text[]))
                            as t (line, name, born, precision, number, hash)
                        left join lateral (
                            select m.id, exists (select from training.attendance p
                                where p.class_id = :class and p.member_id = m.id) as registered
                            from member.member m cross join %s
                            where m.born_earliest = t.born and m.born_precision = t.precision
                                and split_part(m.names_folded, ' | ', 1) = platform.folded(t.name)
                                and (t.number = '' or m.card_number = t.number
                                    or m.citizen_number_hash = decode(t.hash, 'hex'))
                                and %s
                        ) found on true
                        group by t.line, t.name order by t.line
                        """.formatted(FIT, scope.condition("s.organisation_id", "s.seen_on")))
                .params(params(new OrganisationId(row.organisation()), row.fromOn(), row.toOn(), scope))
                .param("class", row.id())
                .param("lines", lines.stream().map(MemberLines.Typed::line).toArray(Integer[]::new))
                .param("names", lines.stream().map(MemberLines.Typed::name).toArray(String[]::new))
                .param(
                        "born",
                        lines.stream()
                                .map(line -> line.born().earliest().toString())
                                .toArray(String[]::new))
                .param(
                        "precisions",
                        lines.stream()
                                .map(line -> line.born().precision().name())
                                .toArray(String[]::new))
                .param("numbers", lines.stream().map(MemberLines.Typed::number).toArray(String[]::new))
                .param(
                        "hashes",
                        lines.stream()
                                .map(line -> HexFormat.of().formatHex(seal.hash(line.number())))
                                .toArray(String[]::new))
                .query(new RecordRows<>(Meant.class))
                .list();
    }

    /** A page of those who may attend a class and are not registered for it, who hold no certificate of such a class first. */
    public Listing<Choice> page(ClassRow row, @Nullable String q, Scope scope, int page, String here) {
        var free = """
                %s and %s and not exists (select from training.attendance p
                    where p.class_id = :class and p.member_id = m.id)\
                """.formatted(
                scope.condition("s.organisation_id", "s.seen_on"), q == null ? "true" : "m.names_folded like :q");
        return ListQuery.of(Choice.class, """
                        select m.id, m.full_name, m.born_earliest, m.born_precision, coalesce(o.name, '') as organisation,
                            exists (select from training.attendance p join training.class c on c.id = p.class_id
                                where p.member_id = m.id and c.kind = 'NEW_MEMBER' and p.certificate_id is not null) as certified
                        from member.member m
                        cross join %s
                        left join organisation.organisation_version o
                            on o.organisation_id = s.organisation_id and o.valid @> s.seen_on
                        where %s\
                        """.formatted(FIT, free))
                .counted("select count(*) from member.member m cross join %s where %s".formatted(FIT, free))
                .ordered("certified, m.given_name, m.middle_name, m.family_name, m.id")
                .with(params(new OrganisationId(row.organisation()), row.fromOn(), row.toOn(), scope))
                .with("class", row.id())
                .seeking(q)
                .page(jdbc, page, "name,asc", here);
    }

    private Map<String, Object> params(OrganisationId organiser, LocalDate from, LocalDate to, Scope scope) {
        var params = new HashMap<String, Object>(scope.params(from));
        params.put("organiser", organiser.id());
        params.put("from", from);
        params.put("to", to);
        params.put(
                "status",
                rulebook.on(from).text("status-for-a-new-member-class").value());
        return params;
    }

    private static UUID[] ids(Collection<MemberId> members) {
        return members.stream().map(MemberId::id).distinct().toArray(UUID[]::new);
    }

    /**
     * What a line means.
     *
     * @param found how many of those who may attend
     * @param id of one of them
     */
    record Meant(
            int line, String name, long found, @Nullable String id, boolean registered) {
        /** The one member; null where none is meant, or several. */
        @Nullable
        MemberId member() {
            return found != 1 || id == null ? null : MemberId.of(id);
        }

        /** Why nobody can be registered by this line; null where somebody can. */
        @Nullable
        String refusal() {
            if (found == 0) {
                return "training.line.nobody-on-probation";
            }
            if (found > 1) {
                return "training.line.several";
            }
            return registered ? "training.registered-already" : null;
        }
    }

    /**
     * Somebody who may attend.
     *
     * @param certified whether they hold a certificate of such a class
     */
    public record Choice(
            MemberId id,
            String fullName,
            LocalDate bornEarliest,
            PartialDate.Precision bornPrecision,
            String organisation,
            boolean certified) {
        public PartialDate born() {
            return new PartialDate(bornEarliest, bornPrecision);
        }
    }
}
