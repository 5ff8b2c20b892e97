package vn.partyregister.membership;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.partyregister.exchange.ImportId;
import vn.partyregister.platform.RegisterProperties;
import vn.partyregister.platform.Scope;
import vn.partyregister.reference.Rulebook;

/**
 * Judges the rows of a file of members: whom a row means, what it would change, what stands against it. Everything is
 * one statement per question over all rows; the answers stand in {@code exchange}, and what the row will do, beside
 * its values, for {@link MemberCommit}.
 */
@Component
class MemberJudgement {
    private static final String READABLE = """
            not exists (select from exchange.problem p
                        where p.upload_id = :upload and p.row_number = r.row_number and p.weight = 'REJECTS')\
            """;

    /** What an earlier judgement may have written beside the values of a row. */
    private static final String DECIDED = """
            '{to.organisation,from.organisation,first.kind,first.on,first.status,recognised.on,end.kind,end.on,exempt.from,exempt.until}'\
            """;

    private final JdbcClient jdbc;
    private final RegisterProperties register;
    private final Rulebook rulebook;

    MemberJudgement(JdbcClient jdbc, RegisterProperties register, Rulebook rulebook) {
        this.jdbc = jdbc;
        this.register = register;
        this.rulebook = rulebook;
    }

    void judge(ImportId batch, Scope scope, LocalDate day) {
        var question = new Question(batch, scope, day);
        question.read(READABLE);
        question.look("false");
        new MemberProblems(jdbc, rulebook, scope, day, question.params).tell();
        new MemberDifferences(jdbc, scope, question.params).tell();
        question.pass();
    }

    /** Whom the rows mean and where they say otherwise; a row with a cell that cannot be read means somebody all the same. */
    void compare(ImportId batch, Scope scope, LocalDate day) {
        var question = new Question(batch, scope, day);
        question.read("true");
        question.look("j.joined_on is null");
        new MemberProblems(jdbc, rulebook, scope, day, question.params).tellWhoIsMeant();
        new MemberDifferences(jdbc, scope, question.params).tell();
        question.pass();
    }

    void findAbsent(ImportId batch, Scope scope, LocalDate day) {
        jdbc.sql("""
                        insert into exchange.absent (upload_id, target_id, label, detail)
                        select :upload, m.id, m.full_name, v.name
                        from membership.standing s
                        join member.member m on m.id = s.member_id
                        left join organisation.organisation_version v
                            on v.organisation_id = s.organisation_id and v.valid @> cast(:asAt as date)
                        where s.valid @> cast(:asAt as date) and %s
                        and not exists (select from exchange.staged_row r where r.upload_id = :upload and r.target_id = m.id)
                        on conflict do nothing
                        """.formatted(scope.condition("s.organisation_id")))
                .param("upload", batch.id())
                .params(scope.params(day))
                .update();
    }

    /** The day that opens the journal: who was a member then has an OPENING movement. */
    private LocalDate openingDay(LocalDate day) {
        var held = register.held();
        return held == null ? day : held.openingDay();
    }

    /** One judging: the tables {@code judged}, {@code place} and {@code here} live as long as its transaction. */
    private final class Question {
        private final Scope scope;
        private final Map<String, Object> params = new HashMap<>();

        private Question(ImportId batch, Scope scope, LocalDate day) {
            this.scope = scope;
            params.putAll(scope.params(day));
            params.put("upload", batch.id());
            params.put("opening", openingDay(day));
        }

        private void run(String sql) {
            jdbc.sql(sql).params(params).update();
        }

        /** @param byBirth which rows mean somebody by name and birth alone */
        private void look(String byBirth) {
            findPlaces();
            findTargets(byBirth);
            findWhatIsHere();
            decide();
        }

        private void read(String which) {
            run("drop table if exists judged, place, target, here, act, outcome");
            run("""
                    create temp table judged on commit drop as
                    select r.row_number, given.*,
                           split_part(platform.folded(full_name), ' | ', 1) as name_folded,
                           %s as born_earliest, %s as born_precision,
                           decode(citizen_number, 'hex') as citizen_hash, decode(former_identity, 'hex') as former_hash,
                           coalesce(case when activity_status = 'ACTIVE' and exempt_from is not null then 'EXEMPT'
                                         when activity_status in ('STRUCK_OFF', 'EXPELLED') then 'LEFT'
                                         else activity_status end,
                                    case when exempt_from is not null then 'EXEMPT' end) as activity,
                           case when activity_status in ('STRUCK_OFF', 'EXPELLED') then activity_status end as way,
                           case when activity_status in ('MOVED_OUT', 'DIED', 'LEFT', 'STRUCK_OFF', 'EXPELLED') then ended_on end as left_on,
                           case when activity_status = 'EXEMPT' then coalesce(exempt_from, ended_on)
                                else exempt_from end as exempt_since
                    from exchange.staged_row r
                    cross join lateral jsonb_to_record(r.value) as given(%s)
                    where r.upload_id = :upload and not r.committed and %s
                    """.formatted(MemberFields.BORN_EARLIEST, MemberFields.BORN_PRECISION, MemberFields.GIVEN, which));
            run(
                    "analyze judged (row_number, organisation, name_folded, official_id, citizen_hash, card_number, file_number)");
        }

        /** What each written organisation means: its id, its code, its name as written or folded; within the scope. */
        private void findPlaces() {
            run("""
                    create temp table place on commit drop as
                    with written as (
                        select distinct organisation as written, platform.folded(organisation) as folded
                        from judged where organisation is not null
                    ), candidate as (
                        select w.written, o.id as organisation_id, 0 as likeness
                        from written w
                        join organisation.organisation o on cast(o.id as text) = w.written
                        union all
                        select w.written, c.organisation_id, 1
                        from written w
                        join organisation.organisation_code c on c.code = w.written and c.valid @> cast(:asAt as date)
                        union all
                        select w.written, v.organisation_id, case when v.name = w.written then 2 else 3 end
                        from written w
                        join organisation.organisation_version v
                            on v.name_folded = w.folded and v.valid @> cast(:asAt as date)
                    ), ranked as (
                        select c.*, v.name, t.tier = 'CELL' or t.code = 'CB_CS' as holds_members,
                               rank() over (partition by c.written
                                            order by t.tier = 'CELL' or t.code = 'CB_CS' desc, c.likeness) as place
                        from candidate c
                        join organisation.organisation_version v
                            on v.organisation_id = c.organisation_id and v.valid @> cast(:asAt as date)
                        join organisation.organisation_type t on t.code = v.type
                        where %s
                    )
                    select w.written, count(distinct r.organisation_id) as many,
                           (array_agg(r.organisation_id))[1] as organisation_id,
                           array_agg(r.organisation_id) as organisation_ids, min(r.name) as name,
                           bool_and(r.holds_members) as holds_members
                    from written w
                    left join ranked r on r.written = w.written and r.place = 1
                    group by w.written
                    """.formatted(scope.condition("c.organisation_id")));
            run("analyze place");
        }

        /** Whom a row means: by its id, its citizen number, its card, or else its name, birth and entry together. */
        private void findTargets(String byBirth) {
            run("""
                    create temp table target on commit drop as
                    with alike as (
                        select split_part(names_folded, ' | ', 1) as name_folded, born_earliest, born_precision, joined_on,
                               count(*) as many, (array_agg(id))[1] as id
                        from member.member
                        group by 1, 2, 3, 4
                    ), born_alike as (
                        select name_folded, born_earliest, born_precision, sum(many) as many, (array_agg(id))[1] as id
                        from alike group by 1, 2, 3
                    )
                    select j.row_number, o.id as by_official_id, c.id as by_citizen_number, k.id as by_card, f.id as by_file,
                           coalesce(a.many, b.many, 0) as many_alike,
                           case when coalesce(a.many, b.many) = 1
                                and (j.official_id is null or m.official_id is null or j.official_id = m.official_id)
                                and (j.citizen_hash is null or m.citizen_number_hash is null or j.citizen_hash = m.citizen_number_hash)
                                and (j.card_number is null or m.card_number is null or j.card_number = m.card_number)
                                then m.id end as by_name
                    from judged j
                    left join member.member o on o.official_id = j.official_id
                    left join member.member c on c.citizen_number_hash = j.citizen_hash
                    left join member.member k on k.card_number = j.card_number
                    left join member.member f on f.file_number = j.file_number
                    left join alike a on (a.name_folded, a.born_earliest, a.born_precision, a.joined_on)
                                       = (j.name_folded, j.born_earliest, j.born_precision, j.joined_on)
                    left join born_alike b on %s and (b.name_folded, b.born_earliest, b.born_precision)
                                                   = (j.name_folded, j.born_earliest, j.born_precision)
                    left join member.member m on m.id = coalesce(a.id, b.id)
                    """.formatted(byBirth));
            run("""
                    alter table target add column id uuid generated always as
                        (coalesce(by_official_id, by_citizen_number, by_card, by_name)) stored
                    """);
            run("create index on target (row_number)");
            run("analyze target");
        }

        /** Where those people stand, and what the journal rests on. */
        private void findWhatIsHere() {
            run("""
                    create temp table here on commit drop as
                    with known as (select distinct id from target where id is not null)
                    select k.id, s.organisation_id as stands_in, coalesce(s.organisation_id, l.organisation_id) as organisation_id,
                           s.status, lower(s.valid) as since, o.kind as first_kind, o.effective_on as first_on,
                           o.status as first_status, l.kind as last_kind, l.last_on, lower(e.valid) as exempt_since,
                           case when s.member_id is null then case l.kind when 'DIED' then 'DIED'
                                                                          when 'TRANSFERRED_OUT' then 'MOVED_OUT' else 'LEFT' end
                                when e.member_id is null then 'ACTIVE' else 'EXEMPT' end as activity,
                           case when s.member_id is null then l.last_on end as left_on
                    from known k
                    left join membership.standing s on s.member_id = k.id and s.valid @> cast(:asAt as date)
                    left join membership.exemption e on e.member_id = k.id and e.valid @> cast(:asAt as date)
                    left join lateral (select kind, effective_on, status from membership.told t where t.member_id = k.id
                                       order by effective_on, recorded limit 1) o on true
                    left join lateral (select kind, effective_on as last_on, coalesce(to_organisation_id, from_organisation_id) as organisation_id
                                       from membership.told t where t.member_id = k.id and kind <> 'RECOGNISED'
                                       order by effective_on desc, recorded desc limit 1) l on true
                    """);
            run("create index on here (id)");
            run("analyze here");
        }

        /** What each row will do, if nothing stands against it. */
        private void decide() {
            run("""
                    create temp table act on commit drop as
                    with first as (
                        select j.row_number, t.id is null as new, p.organisation_id,
                               case when t.id is not null then null
                                    when j.joined_on <= cast(:opening as date) then 'OPENING' else 'ADMITTED' end as first_kind,
                               case when t.id is not null then null
                                    when j.joined_on <= cast(:opening as date) then least(cast(:opening as date), j.left_on)
                                    else j.joined_on end as first_on
                        from judged j
                        join target t using (row_number)
                        left join place p on p.written = j.organisation
                    )
                    select f.*,
                           case when f.first_kind = 'OPENING'
                                then case when j.official_on <= f.first_on then 'OFFICIAL' else 'PROBATIONARY' end end as first_status,
                           case when f.new and j.official_on > f.first_on then j.official_on
                                when not f.new and m.official_on is null and h.status = 'PROBATIONARY' then j.official_on
                                end as recognised_on,
                           case when j.activity in ('MOVED_OUT', 'DIED', 'LEFT')
                                and (f.new or h.activity in ('ACTIVE', 'EXEMPT'))
                                then case j.activity when 'MOVED_OUT' then 'TRANSFERRED_OUT' when 'DIED' then 'DIED' else coalesce(j.way, 'RESIGNED') end
                                end as end_kind,
                           case when f.new or h.activity in ('ACTIVE', 'EXEMPT') then j.left_on end as end_on,
                           case when f.new or h.activity = 'ACTIVE' then j.exempt_since end as exempt_from,
                           case when f.new or h.activity = 'ACTIVE' then j.left_on end as exempt_until,
                           h.stands_in
                    from first f
                    join judged j using (row_number)
                    join target t using (row_number)
                    left join member.member m on m.id = t.id
                    left join here h on h.id = t.id
                    """);
            run("create index on act (row_number)");
            run("analyze act");
        }

        private void pass() {
            run("""
                    create temp table outcome on commit drop as
                    select j.row_number, t.id,
                           j.row_number in (select row_number from exchange.difference where upload_id = :upload) as differs,
                           j.row_number in (select row_number from exchange.problem
                                            where upload_id = :upload and weight = 'REJECTS') as rejected
                    from judged j
                    join target t using (row_number)
                    """);
            run("create index on outcome (row_number)");
            run("analyze outcome");
            run("""
                    update exchange.staged_row r
                    set verdict = case when w.rejected then 'REJECTED' when w.id is null then 'NEW'
                                       when w.differs then 'CHANGED' else 'UNCHANGED' end,
                        target_id = case when w.rejected then w.id else coalesce(w.id, uuidv7()) end,
                        value = (r.value - cast(%s as text[]))
                                || case when w.rejected or (w.id is not null and not w.differs) then '{}'
                                        else jsonb_strip_nulls(w.act) end
                    from (
                        select o.*,
                               jsonb_build_object('to.organisation', a.organisation_id, 'from.organisation', a.stands_in,
                                   'first.kind', a.first_kind, 'first.on', a.first_on, 'first.status', a.first_status,
                                   'recognised.on', a.recognised_on, 'end.kind', a.end_kind, 'end.on', a.end_on,
                                   'exempt.from', a.exempt_from, 'exempt.until', a.exempt_until) as act
                        from outcome o
                        join act a using (row_number)
                    ) w
                    where r.upload_id = :upload and r.row_number = w.row_number
                    """.formatted(DECIDED));
            run("update exchange.staged_row set verdict = 'REJECTED' where upload_id = :upload and verdict is null");
        }
    }
}
