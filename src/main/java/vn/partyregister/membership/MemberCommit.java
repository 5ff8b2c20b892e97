package vn.partyregister.membership;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.partyregister.exchange.ImportId;
import vn.partyregister.member.Amendments;
import vn.partyregister.member.FileForm;
import vn.partyregister.member.ImportedChange;
import vn.partyregister.member.MemberId;
import vn.partyregister.membership.ClosedPeriods.Told;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.Author;
import vn.partyregister.platform.BusinessDay;

/** Writes what {@link MemberJudgement} decided: one statement per table for the whole range of rows. */
@Component
class MemberCommit {
    /** What may not lie open in the trail, and what is no value of the file. */
    private static final String UNTOLD = """
            '{citizen_number,citizen_number.sealed,citizen_number.end,former_identity,former_identity.sealed,former_identity.end,\
            to.organisation,from.organisation,first.kind,first.on,first.status,first.decision,recognised.on,end.kind,end.on,exempt.from,exempt.until}'\
            """;

    private final JdbcClient jdbc;
    private final Amendments amendments;
    private final FileForm form;
    private final BusinessDay businessDay;
    private final LateEntries late;

    MemberCommit(JdbcClient jdbc, Amendments amendments, FileForm form, BusinessDay businessDay, LateEntries late) {
        this.jdbc = jdbc;
        this.amendments = amendments;
        this.form = form;
        this.businessDay = businessDay;
        this.late = late;
    }

    void commit(ImportId batch, int first, int last) {
        var author = Author.current();
        var params = new java.util.HashMap<String, Object>(
                Map.of("upload", batch.id(), "first", first, "last", last, "username", author.username()));
        params.put("account", author.account());
        params.put("address", author.address());
        keepWhatStood(params);
        for (var sql : List.of(newMembers(), changedMembers(), exemptions())) {
            jdbc.sql(sql).params(params).update();
        }
        late.note(tell(params));
        jdbc.sql(trail()).params(params).update();
    }

    /** What a changed row takes the place of stays in the history of the file. */
    private void keepWhatStood(Map<String, Object> params) {
        var changes = jdbc.sql("""
                        select r.target_id, f.column_key, f.here, f.there
                        from exchange.staged_row r
                        join exchange.difference f on f.upload_id = r.upload_id and f.row_number = r.row_number
                        where r.upload_id = :upload and r.row_number between :first and :last
                        and r.verdict = 'CHANGED' and not r.committed
                        order by r.row_number, f.column_key
                        """)
                .params(params)
                .query((row, _) -> new ImportedChange(
                        new MemberId(row.getObject("target_id", UUID.class)),
                        row.getString("column_key"),
                        row.getString("here"),
                        row.getString("there")))
                .list();
        if (!changes.isEmpty()) {
            amendments.noteImported(changes, form.all(businessDay.today()));
        }
    }

    private static String rows(String verdict) {
        return """
                exchange.staged_row r cross join lateral jsonb_to_record(r.value) as given(%s, %s)
                where r.upload_id = :upload and r.row_number between :first and :last
                and r.verdict %s and not r.committed\
                """.formatted(MemberFields.GIVEN, MemberFields.DECIDED, verdict);
    }

    private static String newMembers() {
        var plain = String.join(", ", MemberFields.TEXTS) + ", " + String.join(", ", MemberFields.DAYS);
        return """
                insert into member.member (id, version, family_name, middle_name, given_name, born_earliest, born_precision,
                    citizen_number_sealed, citizen_number_hash, citizen_number_end,
                    former_identity_sealed, former_identity_hash, %1$s)
                select r.target_id, 0, %2$s, %3$s, %4$s, %5$s, %6$s,
                    decode("citizen_number.sealed", 'base64'), decode(citizen_number, 'hex'), "citizen_number.end",
                    decode("former_identity.sealed", 'base64'), decode(former_identity, 'hex'), %1$s
                from %7$s
                order by r.row_number
                """.formatted(
                        plain,
                        MemberFields.FAMILY_NAME,
                        MemberFields.MIDDLE_NAME,
                        MemberFields.GIVEN_NAME,
                        MemberFields.BORN_EARLIEST,
                        MemberFields.BORN_PRECISION,
                        rows("= 'NEW'"));
    }

    /** A key that is absent was not given and never overwrites. */
    private static String changedMembers() {
        var plain = java.util.stream.Stream.concat(MemberFields.TEXTS.stream(), MemberFields.DAYS.stream())
                .map(key -> "%1$s = coalesce(g.%1$s, m.%1$s)".formatted(key))
                .collect(Collectors.joining(", "));
        return """
                update member.member m set version = m.version + 1, %1$s,
                    family_name = coalesce(g.family, m.family_name), middle_name = coalesce(g.middle, m.middle_name),
                    given_name = coalesce(g.given, m.given_name),
                    born_earliest = coalesce(g.earliest, m.born_earliest),
                    born_precision = case when g.born is null then m.born_precision else g.precision end,
                    citizen_number_sealed = coalesce(decode(g."citizen_number.sealed", 'base64'), m.citizen_number_sealed),
                    citizen_number_hash = coalesce(decode(g.citizen_number, 'hex'), m.citizen_number_hash),
                    citizen_number_end = coalesce(g."citizen_number.end", m.citizen_number_end),
                    former_identity_sealed = coalesce(decode(g."former_identity.sealed", 'base64'), m.former_identity_sealed),
                    former_identity_hash = coalesce(decode(g.former_identity, 'hex'), m.former_identity_hash)
                from (select r.target_id, given.*, %3$s as earliest, %4$s as precision,
                             case when full_name is not null then %5$s end as family,
                             case when full_name is not null then %6$s end as middle, %7$s as given
                      from %2$s) g
                where m.id = g.target_id
                """.formatted(
                        plain,
                        rows("= 'CHANGED'"),
                        MemberFields.BORN_EARLIEST,
                        MemberFields.BORN_PRECISION,
                        MemberFields.FAMILY_NAME,
                        MemberFields.MIDDLE_NAME,
                        MemberFields.GIVEN_NAME);
    }

    private static String exemptions() {
        return """
                insert into membership.exemption (member_id, valid, ground, recorded_by)
                select r.target_id, daterange("exempt.from", "exempt.until"), 'NOT_STATED', :username
                from %s and "exempt.from" is not null and ("exempt.until" is null or "exempt.from" < "exempt.until")
                """.formatted(rows("in ('NEW', 'CHANGED')"));
    }

    private Map<MovementId, Told> tell(Map<String, Object> params) {
        var told = new LinkedHashMap<MovementId, Told>();
        jdbc.sql(movements()).params(params).query(row -> {
            told.put(
                    new MovementId(row.getObject("id", UUID.class)),
                    new Told(
                            new OrganisationId(row.getObject("organisation_id", UUID.class)),
                            row.getObject("effective_on", LocalDate.class)));
        });
        return told;
    }

    /** In the order of the rows, and of the days within a row: the journal keeps the order in which it was told. */
    private static String movements() {
        return """
                with told as materialized (
                    select uuidv7() as id, r.target_id, told.*, r.row_number,
                           coalesce("from.organisation", "to.organisation") as organisation_id
                    from (select r.row_number, r.target_id, given.* from %s) r
                    cross join lateral (values
                        (1, "first.kind", "first.on", null, "to.organisation", "first.status", "first.decision", "first.source"),
                        (2, case when "recognised.on" is not null then 'RECOGNISED' end, "recognised.on", null, null, null, null, null),
                        (3, "end.kind", "end.on", coalesce("from.organisation", "to.organisation"), null, null, null, null)
                    ) as told(step, kind, effective_on, comes_from, comes_to, status, decision, source)
                    where told.kind is not null
                ), written as (
                    insert into membership.movement
                        (id, member_id, kind, effective_on, from_organisation_id, to_organisation_id, status,
                         decision_id, reason, recorded_by)
                    select id, target_id, kind, effective_on, comes_from, comes_to, status, decision, source, :username
                    from told order by row_number, step
                )
                select id, organisation_id, effective_on from told
                """.formatted(rows("in ('NEW', 'CHANGED')"));
    }

    private static String trail() {
        return """
                insert into audit.entry
                    (account_id, username, address, act, subject, subject_id, organisation_id, before, after)
                select cast(:account as uuid), :username, :address,
                       case when "first.source" is not null then 'member.opened'
                            when r.verdict = 'NEW' then 'member.imported' else 'member.changed-by-import' end,
                       'member', r.target_id, coalesce("from.organisation", "to.organisation"),
                       d.here, case r.verdict when 'NEW' then r.value - cast(%s as text[]) else d.there end
                from exchange.staged_row r
                cross join lateral jsonb_to_record(r.value) as decided(%s)
                left join lateral (select jsonb_object_agg(column_key, here) as here, jsonb_object_agg(column_key, there) as there
                                   from exchange.difference f where r.verdict = 'CHANGED'
                                   and f.upload_id = r.upload_id and f.row_number = r.row_number) d on true
                where r.upload_id = :upload and r.row_number between :first and :last
                and r.verdict in ('NEW', 'CHANGED') and not r.committed
                order by r.row_number
                """.formatted(UNTOLD, MemberFields.DECIDED);
    }
}
