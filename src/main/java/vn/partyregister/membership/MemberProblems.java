package vn.partyregister.membership;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.partyregister.platform.Scope;
import vn.partyregister.reference.Rulebook;

/**
 * What stands against the rows of a file of members: one statement for each reason, over all rows of {@code judged} and
 * of the tables that {@link MemberJudgement} lays beside it.
 */
final class MemberProblems {
    private final JdbcClient jdbc;
    private final Rulebook rulebook;
    private final Scope scope;
    private final LocalDate day;
    private final Map<String, Object> params;

    /** @param params those of the judging: {@code upload} and what the scope asks for */
    MemberProblems(JdbcClient jdbc, Rulebook rulebook, Scope scope, LocalDate day, Map<String, Object> params) {
        this.jdbc = jdbc;
        this.rulebook = rulebook;
        this.scope = scope;
        this.day = day;
        this.params = new HashMap<>(params);
    }

    void tell() {
        rejectWhatIsMissing();
        tellWhoIsMeant();
        rejectPlaces();
        rejectDays();
        rejectWhatBreaksARule();
        rejectWhatAnImportDoesNotDo();
        tellWhatLeavingMeans();
    }

    /** Whom a row means is asked of every file; the rest only where the rows are to be written. */
    void tellWhoIsMeant() {
        rejectRepeats();
        rejects(
                "organisation",
                "out-of-scope",
                "j.organisation",
                "t.id is not null and h.organisation_id is not null and not (%s)"
                        .formatted(scope.condition("h.organisation_id")));
    }

    private void run(String sql) {
        jdbc.sql(sql).params(params).update();
    }

    private void rejectWhatIsMissing() {
        rejects(
                "ended_on",
                "missing-end",
                "null",
                "j.activity in ('MOVED_OUT', 'DIED', 'LEFT') and j.ended_on is null and (a.new or h.activity <> j.activity)");
        rejects(
                "exempt_from",
                "missing-exemption",
                "null",
                "j.activity = 'EXEMPT' and j.exempt_since is null and (a.new or h.activity <> 'EXEMPT')");
    }

    private void rejectRepeats() {
        for (var key : new String[] {"official_id", "citizen_number", "card_number", "file_number"}) {
            repeats(key, key, shown(key), "true");
        }
        repeats(
                "full_name",
                "coalesce(cast(t.id as text), j.name_folded || '|' || j.born || '|' || j.joined_on)",
                "j.full_name",
                "r.id is not null or r.citizen_number is null or r.first_citizen_number is null");
        var others = Map.of(
                "official_id",
                "t.by_official_id",
                "citizen_number",
                "t.by_citizen_number",
                "card_number",
                "t.by_card",
                "file_number",
                "t.by_file");
        others.forEach((key, found) -> rejects(
                key, "of-another", shown(key), found + " <> t.id or (t.id is null and " + found + " is not null)"));
        rejects(
                "full_name",
                "alike",
                "j.full_name",
                "t.id is null and t.many_alike > 1 and j.official_id is null and j.citizen_hash is null and j.card_number is null",
                "cast(t.many_alike as text)");
    }

    private void repeats(String key, String sameness, String shown, String condition) {
        run("""
                insert into exchange.problem (upload_id, row_number, column_key, weight, value, reason, arguments)
                select :upload, r.row_number, '%1$s', 'REJECTS', r.shown, 'membership.import.repeated', array[cast(r.first_row as text)]
                from (select j.row_number, t.id, j.citizen_number, %3$s as shown, %2$s as same,
                             first_value(j.row_number) over same as first_row,
                             first_value(j.citizen_number) over same as first_citizen_number
                      from judged j join target t using (row_number)
                      where %2$s is not null
                      window same as (partition by %2$s order by j.row_number)) r
                where r.row_number > r.first_row and (%4$s)
                and not exists (select from exchange.problem p where p.upload_id = :upload and p.row_number = r.row_number
                                and p.reason = 'membership.import.repeated')
                """.formatted(key, sameness.startsWith("coalesce") ? sameness : "j." + sameness, shown, condition));
    }

    private void rejectPlaces() {
        var given = "j.organisation is not null and ";
        rejects("organisation", "organisation-unknown", "j.organisation", given + "p.many = 0");
        rejects(
                "organisation",
                "organisation-ambiguous",
                "j.organisation",
                given + "p.many > 1",
                "cast(p.many as text)");
        rejects(
                "organisation",
                "organisation-holds-none",
                "j.organisation",
                given + "p.many = 1 and not p.holds_members",
                "p.name");
        rejects(
                "organisation",
                "organisation-not-there-then",
                "j.organisation",
                given + """
                p.many = 1 and a.first_on is not null and not exists (
                    select from organisation.organisation_version v
                    where v.organisation_id = p.organisation_id and v.valid @> a.first_on)\
                """,
                "to_char(a.first_on, 'DD/MM/YYYY')");
    }

    private void rejectDays() {
        for (var key :
                new String[] {"joined_on", "official_on", "decided_on", "card_issued_on", "ended_on", "exempt_from"}) {
            rejects(key, "in-the-future", written("j." + key), "j." + key + " > cast(:asAt as date)");
        }
        rejects("born", "in-the-future", "j.born", "j.born_earliest > cast(:asAt as date)");
        var born = "coalesce(j.born_earliest, m.born_earliest)";
        var joined = "coalesce(j.joined_on, m.joined_on)";
        var official = "coalesce(j.official_on, m.official_on)";
        rejects("joined_on", "joined-before-birth", written("j.joined_on"), joined + " <= " + born);
        rejects(
                "official_on",
                "official-before-joining",
                written("j.official_on"),
                official + " < " + joined,
                written(joined));
        rejects(
                "decided_on",
                "decided-after-joining",
                written("j.decided_on"),
                "j.decided_on > " + joined,
                written(joined));
        rejects("ended_on", "ended-before-joining", written("j.left_on"), "j.left_on < " + joined, written(joined));
        rejects(
                "ended_on",
                "ended-before-official",
                written("j.left_on"),
                "a.new and j.left_on < j.official_on",
                written("j.official_on"));
        rejects(
                "exempt_from",
                "exempt-before-joining",
                written("j.exempt_since"),
                "j.exempt_since < " + joined,
                written(joined));
    }

    /** The rules of admission: binding for whoever was admitted since the journal opened, a warning for those before. */
    private void rejectWhatBreaksARule() {
        var rules = rulebook.on(day);
        var age = rules.minimumAgeToJoin();
        params.put("minimumAge", age.value());
        var young = "j.joined_on < coalesce(j.born_earliest, m.born_earliest) + make_interval(years => :minimumAge)";
        params.put("ageSource", age.source().directive() + ", " + age.source().clause());
        var arguments = "cast(cast(:minimumAge as integer) as text), cast(:ageSource as text)";
        says(
                "REJECTS",
                "joined_on",
                "too-young",
                written("j.joined_on"),
                "a.first_kind = 'ADMITTED' and " + young,
                arguments);
        says(
                "WARNS",
                "joined_on",
                "too-young",
                written("j.joined_on"),
                "a.first_kind is distinct from 'ADMITTED' and " + young,
                arguments);
        var probation = rules.probation();
        params.put("probation", probation.value().toString());
        params.put(
                "probationSource",
                probation.source().directive() + ", " + probation.source().clause());
        rejects(
                "official_on",
                "probation-not-over",
                written("j.official_on"),
                """
                a.recognised_on < coalesce(j.joined_on, m.joined_on) + cast(:probation as interval)
                and (a.first_kind = 'ADMITTED' or h.first_kind = 'ADMITTED')\
                """,
                written("coalesce(j.joined_on, m.joined_on)") + ", cast(:probationSource as text)");
    }

    /** What the journal rests on is changed by an act of its own, with its decision. */
    private void rejectWhatAnImportDoesNotDo() {
        rejects(
                "organisation",
                "transfer-is-an-act",
                "j.organisation",
                "t.id is not null and p.organisation_id <> h.organisation_id");
        rejects("joined_on", "journal-rests-on-it", written("j.joined_on"), """
                j.joined_on <> m.joined_on and (h.first_kind <> 'OPENING' or j.joined_on > h.first_on)""");
        rejects("official_on", "journal-rests-on-it", written("j.official_on"), """
                j.official_on is distinct from m.official_on and j.official_on is not null and t.id is not null
                and not coalesce(a.recognised_on >= h.since, false)
                and not (h.first_status = 'OFFICIAL' and j.official_on <= h.first_on)""");
        rejects("activity_status", "status-is-an-act", "j.activity_status", """
                t.id is not null and j.activity <> h.activity and not
                (h.activity = 'ACTIVE' or h.activity = 'EXEMPT' and j.activity in ('MOVED_OUT', 'DIED', 'LEFT'))
                or h.activity = 'LEFT' and j.way <> h.last_kind""");
        rejects("ended_on", "journal-rests-on-it", written("j.left_on"), """
                j.left_on is not null and (j.left_on <> h.left_on or h.left_on is null and j.left_on < h.since)""");
        rejects(
                "exempt_from",
                "exemption-is-an-act",
                written("j.exempt_since"),
                "h.activity = 'EXEMPT' and j.exempt_since <> h.exempt_since");
    }

    /** The official sheet says of whoever was struck off or expelled, too, that they left: read is that they asked for it. */
    private void tellWhatLeavingMeans() {
        says(
                "WARNS",
                "activity_status",
                "left-on-request",
                "j.activity_status",
                "a.end_kind = 'RESIGNED' and a.end_on is not null");
    }

    private void rejects(String key, String reason, String value, String condition, String... arguments) {
        says("REJECTS", key, reason, value, condition, arguments);
    }

    private void says(String weight, String key, String reason, String value, String condition, String... arguments) {
        run("""
                insert into exchange.problem (upload_id, row_number, column_key, weight, value, reason, arguments)
                select :upload, j.row_number, '%s', '%s', %s, 'membership.import.%s', cast(array[%s] as text[])
                from judged j
                join target t using (row_number)
                join act a using (row_number)
                left join place p on p.written = j.organisation
                left join here h on h.id = t.id
                left join member.member m on m.id = t.id
                where %s
                """.formatted(key, weight, value, reason, String.join(", ", arguments), condition));
    }

    private static String written(String day) {
        return "to_char(" + day + ", 'DD/MM/YYYY')";
    }

    private static String shown(String key) {
        return key.equals("citizen_number") ? "'…' || j.\"citizen_number.end\"" : "j." + key;
    }
}
