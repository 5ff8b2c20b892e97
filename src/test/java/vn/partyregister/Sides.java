package vn.partyregister;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.partyregister.Endpoints.Endpoint;
import vn.partyregister.access.Role;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.Seal;
import vn.partyregister.platform.Uuids;

/**
 * Something of everything, twice: inside the eastern district and outside of it. Fills the variables of a path; a
 * variable that it does not know fails the test that asks: add it to {@link #KNOWN}.
 */
@NullUnmarked
final class Sides {
    /**
     * How a path's variable is filled, by its name, or by the first word of the path, or the word before it, and its name,
     * and where that says more by the word behind it too.
     */
    private static final Map<String, Function<Side, Object>> KNOWN = Map.ofEntries(
            Map.entry("format", _ -> "csv"),
            Map.entry("list", _ -> "sex"),
            Map.entry("kind", _ -> "members"),
            Map.entry("movements/kind", _ -> "DIED"),
            Map.entry("new/kind", _ -> "ABROAD"),
            Map.entry("fact", Side::fact),
            Map.entry("guest", Side::guest),
            Map.entry("movement", Side::movement),
            Map.entry("key", _ -> "probation"),
            Map.entry("sections/section", _ -> "CAREER"),
            Map.entry("sensitive/section", _ -> "FAMILY"),
            Map.entry("check", _ -> "missing-citizen_number"),
            Map.entry("account", Side::account),
            Map.entry("grant", Side::grant),
            Map.entry("organisation", side -> side.organisation().id()),
            Map.entry("organisations/id", side -> side.organisation().id()),
            Map.entry("member", Side::member),
            Map.entry("members/id", Side::member),
            Map.entry("campaign", Side::campaign),
            Map.entry("closing", Side::closing),
            Map.entry("term", Side::term),
            Map.entry("post", Side::post),
            Map.entry("saved", Side::savedList),
            Map.entry("work", Side::bulkWork),
            Map.entry("import", Side::upload),
            Map.entry("upload", Side::upload),
            Map.entry("imports/id", Side::judged),
            Map.entry("imports/id/", Side::upload),
            Map.entry("imports/id/encoding", Side::upload),
            Map.entry("imports/id/sheet", Side::upload),
            Map.entry("imports/id/reading", Side::upload),
            Map.entry("comparisons/id", Side::upload),
            Map.entry("scan", Side::scan),
            Map.entry("batch", Side::batch),
            Map.entry("row", _ -> 1),
            Map.entry("handOver", Side::handOver),
            Map.entry("count", Side::count),
            Map.entry("interruption", Side::interruption),
            Map.entry("badgeBatch", Side::badgeBatch),
            Map.entry("cardCheck", Side::cardCheck),
            Map.entry("receipt", Side::receipt),
            Map.entry("transfers/id", Side::transfer),
            Map.entry("trainingClass", Side::trainingClass),
            Map.entry("participant", Side::participant),
            Map.entry("certificate", Side::certificate),
            Map.entry("plan", Side::plan),
            Map.entry("place", Side::place),
            Map.entry("placePost", Side::placePost),
            Map.entry("admissions/id", Side::admission),
            Map.entry("admissions/stage", _ -> "SYMPATHISER"),
            Map.entry("admissions/scan", Side::caseScan),
            Map.entry("admissions/form", _ -> "9-knd"),
            Map.entry("reorganisation", Side::reorganisation),
            Map.entry("splits/id", Side::begun),
            Map.entry("steps/act", _ -> "MERGE"),
            Map.entry("steps/number", _ -> 1),
            Map.entry("accounts/id", Side::account));

    /** Variables that belong to nobody: there is no inside and no outside. */
    private static final java.util.Set<String> EVERYBODYS =
            java.util.Set.of("format", "list", "kind", "key", "check", "row", "section", "number", "stage", "form");

    final Orgs.Tree tree;
    final Side inside;
    final Side outside;

    private final JdbcClient jdbc;
    private final Seal seal;

    Sides(Orgs orgs, SignIn signIn, JdbcClient jdbc, Seal seal) {
        this.jdbc = jdbc;
        this.seal = seal;
        tree = orgs.tree();
        inside = side(signIn, tree.east(), tree.eastCell(), "Đông Công Khai");
        outside = side(signIn, tree.west(), tree.westCell(), "Tây Bí Mật");
    }

    static boolean isSomebodys(Endpoint endpoint) {
        return endpoint.variables().stream().anyMatch(variable -> !EVERYBODYS.contains(variable));
    }

    /** The variables of the path, in its order. */
    static Object[] fill(Endpoint endpoint, Side side) {
        return endpoint.variables().stream()
                .map(variable -> {
                    var listed = endpoint.listed(variable);
                    var known = Stream.of(
                                    endpoint.area() + "/" + variable + "/" + endpoint.after(variable),
                                    endpoint.area() + "/" + variable,
                                    endpoint.before(variable) + "/" + variable,
                                    variable)
                            .filter(KNOWN::containsKey)
                            .map(KNOWN::get)
                            .findFirst()
                            .orElse(null);
                    if (listed == null && known == null) {
                        throw new AssertionError("%s: nobody knows what to put for {%s}; register it in %s"
                                .formatted(endpoint, variable, Sides.class.getSimpleName()));
                    }
                    return listed == null || isATable(endpoint, variable) ? known.apply(side) : listed;
                })
                .toArray();
    }

    /** A table is asked for as CSV: of a list that leaves in several forms it is the one that reads as it is. */
    private static boolean isATable(Endpoint endpoint, String variable) {
        return variable.equals("format") && endpoint.pattern().contains("{format:xlsx|csv");
    }

    /** A name on the outside that nobody inside may ever read. */
    String secret() {
        return "Tây Bí Mật " + outside.mark();
    }

    private Side side(SignIn signIn, OrganisationId district, OrganisationId cell, String name) {
        var account = signIn.account(Role.CELL_SECRETARY, cell).id();
        var grant = jdbc.sql("select id from access.grant_of_role where account_id = :account")
                .param("account", account)
                .query((row, _) -> row.getObject("id", UUID.class))
                .list()
                .getFirst();
        var mark = Long.toString(System.nanoTime(), 36);
        var member = member(cell, name + " " + mark);
        rename(cell, mark);
        var term = term(cell, mark);
        var campaign = campaign(cell, member, mark);
        var begun = begun();
        var trainingClass = trainingClass(cell, mark);
        var participant = participant(trainingClass, cell, name + " " + mark);
        var place = place(cell, mark);
        var admission = admission(cell, name + " " + mark);
        return new Side(
                cell,
                member,
                jdbc.sql("select id from membership.movement where member_id = :member")
                        .param("member", member)
                        .query(UUID.class)
                        .single(),
                fact(member),
                term,
                post(term, member),
                campaign,
                scan(member),
                batch(cell),
                upload(signIn.account(Role.CLERK, district).id(), district),
                judged(signIn.account(Role.CLERK, district).id(), district),
                savedList(account, mark),
                bulkWork(account, cell, member),
                account,
                grant,
                handOver(cell, mark),
                count(cell),
                interruption(member, mark),
                badgeBatch(cell, member),
                cardCheck(cell, member, mark),
                receipt(cell, mark),
                closing(cell, mark),
                transfer(cell, member, mark),
                admission,
                caseScan(admission),
                reorganisation(cell, begun, mark),
                begun,
                trainingClass,
                participant,
                certificate(participant, cell),
                plan(cell, term, mark),
                place,
                placePost(place, name + " " + mark),
                guest(cell, name + " " + mark),
                mark);
    }

    private void rename(OrganisationId cell, String mark) {
        jdbc.sql(
                        "update organisation.organisation_version set name = name || ' ' || :mark where organisation_id = :cell")
                .param("mark", mark)
                .param("cell", cell.id())
                .update();
    }

    private UUID trainingClass(OrganisationId organiser, String mark) {
        var id = Uuids.next();
        jdbc.sql("""
                        insert into training.class (id, version, organisation_id, kind, name, audience, place, from_on, to_on,
                            expected, recorded_by)
                        values (:id, 0, :organiser, 'AWARENESS', 'Lớp thử ' || :mark, 'MIXED', 'Hội trường', '2022-04-01', '2022-04-05',
                            50, 'test')
                        """)
                .param("id", id)
                .param("organiser", organiser.id())
                .param("mark", mark)
                .update();
        return id;
    }

    private UUID participant(UUID trainingClass, OrganisationId sentBy, String name) {
        var id = Uuids.next();
        jdbc.sql("""
                        insert into training.participant (id, class_id, organisation_id, seen_on, full_name, family_name,
                            middle_name, given_name, born_earliest, born_precision, registered_by)
                        values (:id, :class, :sentBy, '2022-04-01', :name, '', '', :name, '2000-01-01', 'YEAR', 'test')
                        """)
                .param("id", id)
                .param("class", trainingClass)
                .param("sentBy", sentBy.id())
                .param("name", name)
                .update();
        jdbc.sql("insert into training.outcome (participant_id, outcome, recorded_by) values (:id, 'FINISHED', 'test')")
                .param("id", id)
                .update();
        return id;
    }

    private UUID certificate(UUID participant, OrganisationId issuer) {
        var id = Uuids.next();
        jdbc.sql("""
                        insert into training.certificate
                            (id, participant_id, organisation_id, kind, year, number, issued_on, form_code, issued_by)
                        values (:id, :participant, :issuer, 'AWARENESS', 2022, 1, '2022-04-05', 'CN-NTVĐ', 'test')
                        """)
                .param("id", id)
                .param("participant", participant)
                .param("issuer", issuer.id())
                .update();
        return id;
    }

    /** By the decision of the term, which bears its id. */
    private UUID plan(OrganisationId organiser, UUID decision, String mark) {
        var id = Uuids.next();
        jdbc.sql("""
                        insert into planning.plan
                            (id, version, organisation_id, kind, name, from_on, to_on, decision_id, recorded_by)
                        values (:id, 0, :organiser, 'YEAR', 'Kế hoạch thử ' || :mark, '2022-01-01', '2022-12-31', :decision, 'test')
                        """)
                .param("id", id)
                .param("organiser", organiser.id())
                .param("decision", decision)
                .param("mark", mark)
                .update();
        return id;
    }

    private UUID place(OrganisationId organisation, String mark) {
        var id = Uuids.next();
        jdbc.sql("insert into planning.place (id, kind, name, recorded_by) values (:id, 'HAMLET', :name, 'test')")
                .param("id", id)
                .param("name", "Ấp thử " + mark)
                .update();
        jdbc.sql("""
                        insert into planning.place_state (place_id, valid, organisation_id, has_members, recorded_by)
                        values (:id, '[2022-01-01,)', :organisation, true, 'test')
                        """).param("id", id).param("organisation", organisation.id()).update();
        return id;
    }

    private UUID placePost(UUID place, String holder) {
        var id = Uuids.next();
        jdbc.sql("""
                        insert into planning.place_post (id, place_id, post, holder, valid, recorded_by)
                        values (:id, :place, 'HEAD', :holder, '[2022-01-01,)', 'test')
                        """)
                .param("id", id)
                .param("place", place)
                .param("holder", holder)
                .update();
        return id;
    }

    private UUID interruption(UUID member, String mark) {
        var id = Uuids.next();
        jdbc.sql("""
                        insert into membership.interruption (id, member_id, valid, ground, paper, recorded_by)
                        values (:id, :member, '[2016-06-01,2016-07-01)', 'LOST_CONTACT', 'Biên bản ' || :mark, 'test')
                        """)
                .param("id", id)
                .param("member", member)
                .param("mark", mark)
                .update();
        return id;
    }

    private UUID badgeBatch(OrganisationId cell, UUID member) {
        var id = Uuids.next();
        jdbc.sql("""
                        insert into recognition.batch (id, organisation_id, award_day, recorded_by)
                        values (:id, :cell, '2022-05-19', 'test')
                        """).param("id", id).param("cell", cell.id()).update();
        jdbc.sql("""
                        insert into recognition.proposal
                            (batch_id, member_id, level, basis, organisation_id, begins, left_out, full_on, recorded_by)
                        values (:id, :member, 'YEARS_30', 'FULL', :cell, '1992-05-19', 0, '2022-05-19', 'test')
                        """)
                .param("id", id)
                .param("member", member)
                .param("cell", cell.id())
                .update();
        return id;
    }

    private UUID cardCheck(OrganisationId cell, UUID member, String mark) {
        var id = Uuids.next();
        jdbc.sql("""
                        insert into recognition.card_check (id, organisation_id, name, begun_on, opened_by)
                        values (:id, :cell, 'Đợt thử ' || :mark, '2022-04-01', 'test')
                        """)
                .param("id", id)
                .param("cell", cell.id())
                .param("mark", mark)
                .update();
        jdbc.sql("""
                        insert into recognition.card_check_line (check_id, member_id, organisation_id)
                        values (:id, :member, :cell)
                        """)
                .param("id", id)
                .param("member", member)
                .param("cell", cell.id())
                .update();
        return id;
    }

    private UUID receipt(OrganisationId cell, String mark) {
        var id = Uuids.next();
        jdbc.sql("""
                        insert into recognition.receipt
                            (id, organisation_id, kind, series, serials, digits, received_on, paper, recorded_by)
                        values (:id, :cell, 'CARD', :mark, '[1,11)', 6, '2022-04-01', 'PNK', 'test')
                        """)
                .param("id", id)
                .param("cell", cell.id())
                .param("mark", mark)
                .update();
        return id;
    }

    private UUID closing(OrganisationId organisation, String mark) {
        var id = Uuids.next();
        jdbc.sql("""
                        insert into statistics.closing (id, organisation_id, name, kind, from_on, to_on, form, code, title_vi,
                            title_en, directive, entries, fingerprint, closed_by)
                        values (:id, :organisation, 'Chi bộ ' || :mark, 'MONTH', '2019-01-01', '2019-01-31', '1', 'Biểu số 1', 'Tăng, giảm',
                            'Increase', '11-HD/BTCTW', 0, '', 'test')
                        """)
                .param("id", id)
                .param("organisation", organisation.id())
                .param("mark", mark)
                .update();
        jdbc.sql("""
                        insert into statistics.closed_figure (closing_id, code, position, side, sums, official, symbol, label_vi,
                            label_en, directive, certainty, depth, figure, before)
                        values (:id, 'D', 50, 'CLOSING', true, true, 'D', 'Cuối kỳ', 'Closing', '11-HD/BTCTW', 'SECONDARY', 0, 0, 0)
                        """).param("id", id).update();
        return id;
    }

    private UUID begun() {
        var id = Uuids.next();
        jdbc.sql("insert into organisation.organisation (id, version) values (:id, 0)")
                .param("id", id)
                .update();
        return id;
    }

    private UUID reorganisation(OrganisationId cell, UUID begun, String mark) {
        var id = Uuids.next();
        jdbc.sql("""
                        insert into organisation.reorganisation
                            (id, version, organisation_id, name, effective_on, state, drafted_by, changed_by)
                        values (:id, 0, :cell, :mark, '2022-04-20', 'DRAFT', 'test', 'test')
                        """)
                .param("id", id)
                .param("cell", cell.id())
                .param("mark", "Phương án " + mark)
                .update();
        jdbc.sql("""
                        insert into organisation.reorganisation_step
                            (reorganisation_id, number, act, organisation_id, source_id, target_id, name, type)
                        values (:id, 1, 'SPLIT', :begun, :cell, :cell, 'Chi bộ tách', 'CB_TT')
                        """)
                .param("id", id)
                .param("begun", begun)
                .param("cell", cell.id())
                .update();
        return id;
    }

    private UUID handOver(OrganisationId from, String mark) {
        var id = Uuids.next();
        jdbc.sql("""
                        insert into paperfile.hand_over
                            (id, number, handed_over_on, from_organisation_id, to_name, recorded_by)
                        values (:id, :mark, '2022-04-01', :from, 'Đảng bộ xã khác', 'test')
                        """)
                .param("id", id)
                .param("mark", mark)
                .param("from", from.id())
                .update();
        return id;
    }

    private UUID transfer(OrganisationId from, UUID member, String mark) {
        var id = Uuids.next();
        jdbc.sql("""
                        insert into transfer.transfer (id, version, code, kind, direction, stage, member_id, from_id,
                            elsewhere, ground, decided_on, requested_on, recorded_by)
                        values (:id, 0, :mark, 'OFFICIAL', 'OUT', 'REQUESTED', :member, :from, 'Đảng bộ tỉnh khác', 'WORK',
                            '2022-04-01', '2022-04-01', 'test')
                        """)
                .param("id", id)
                .param("mark", mark)
                .param("member", member)
                .param("from", from.id())
                .update();
        jdbc.sql("""
                        insert into transfer.box (transfer_id, position, side, level, organisation_id, name)
                        values (:id, 0, 'FROM', 'CELL', :from, 'Chi bộ'), (:id, 1, 'TO', 'ELSEWHERE', null, 'Đảng bộ tỉnh khác')
                        """).param("id", id).param("from", from.id()).update();
        return id;
    }

    private UUID guest(OrganisationId cell, String mark) {
        var id = Uuids.next();
        jdbc.sql("""
                        with letter as (
                            insert into organisation.decision (id, issuer_name, number, issued_on)
                            values (:id, 'Tỉnh ủy khác', cast(:id as text), '2022-03-01') returning id)
                        insert into transfer.guest (id, full_name, born_earliest, born_precision, joined_on, home,
                            organisation_id, ground, letter_id, arrived_on, until_on, recorded_by)
                        select :id, :name, '1990-02-03', 'DAY', '2015-02-03', 'Đảng bộ tỉnh khác', :cell, 'STUDY', letter.id,
                            '2022-03-02', '2022-09-01', 'test' from letter
                        """)
                .param("id", id)
                .param("name", "Khách " + mark)
                .param("cell", cell.id())
                .update();
        return id;
    }

    private UUID admission(OrganisationId cell, String name) {
        var id = Uuids.next();
        jdbc.sql("""
                        insert into admission.admission_case (id, version, organisation_id, full_name, family_name, middle_name,
                            given_name, sex, born_earliest, born_precision, ethnicity, religion, category, mass_organisation,
                            foreign_spouse, rule_day, stage, since, recorded_by)
                        values (:id, 0, :cell, :name, 'Họ', 'Đệm', 'Tên', 'FEMALE', '1999-02-03', 'DAY', 'KINH', 'NONE', 'WORKER',
                            'NEITHER', false, '2022-04-01', 'SOURCE', '2022-04-01', 'test')
                        """)
                .param("id", id)
                .param("cell", cell.id())
                .param("name", name)
                .update();
        jdbc.sql("""
                        insert into admission.step (case_id, position, kind, stage, day, organisation_id, recorded_by)
                        values (:id, 0, 'REACHED', 'SOURCE', '2022-04-01', :cell, 'test')
                        """).param("id", id).param("cell", cell.id()).update();
        jdbc.sql("""
                        insert into admission.relative (case_id, position, relation, full_name, place)
                        values (:id, 0, 'PARENT', 'Cha', 'Đảng ủy xã')
                        """).param("id", id).update();
        return id;
    }

    private UUID count(OrganisationId organisation) {
        var id = Uuids.next();
        jdbc.sql("""
                        insert into paperfile.count (id, organisation_id, counted_on, opened_by)
                        values (:id, :organisation, '2022-04-01', 'test')
                        """).param("id", id).param("organisation", organisation.id()).update();
        return id;
    }

    /** A file whose headings are still to be explained. */
    private UUID upload(UUID account, OrganisationId district) {
        var id = Uuids.next();
        jdbc.sql("""
                        with uploaded as (
                            insert into exchange.upload (id, kind, purpose, file_name, file_sealed, format, encoding, sheet,
                                header_row, first_row, state, account_id, username, everything, organisations)
                            values (:id, 'members', 'LOAD', 'dang-vien.csv', :file, 'CSV', 'UTF_8', '', 1, 2, 'UPLOADED',
                                :account, 'somebody', false, array[cast(:district as uuid)]) returning id)
                        insert into exchange.upload_column (upload_id, position, heading, column_key)
                        select id, position, heading, column_key from uploaded cross join (values
                            (0, 'Họ và tên', 'full_name'), (1, 'Sinh ngày', 'born'), (2, 'Ghi chú', null))
                            as c(position, heading, column_key)
                        """)
                .param("id", id)
                .param(
                        "file",
                        seal.seal("Họ và tên;Sinh ngày;Ghi chú\nNguyễn Văn Thử;31/02/1970;\n"
                                .getBytes(StandardCharsets.UTF_8)))
                .param("account", account)
                .param("district", district.id())
                .update();
        return id;
    }

    /** A file that is read and may be written: a row that is wrong, and one that changes nothing. */
    private UUID judged(UUID account, OrganisationId district) {
        var id = upload(account, district);
        jdbc.sql("update exchange.upload set state = 'JUDGED' where id = :id")
                .param("id", id)
                .update();
        jdbc.sql("""
                        insert into exchange.staged_row (upload_id, row_number, given, value, verdict)
                        values (:id, 2, '{"born": "31/02/1970"}', '{}', 'REJECTED'), (:id, 3, '{}', '{}', 'UNCHANGED')
                        """).param("id", id).update();
        jdbc.sql("""
                        insert into exchange.problem (upload_id, row_number, column_key, weight, value, reason, while_reading)
                        values (:id, 2, 'born', 'REJECTS', '31/02/1970', 'exchange.cell.no-such-day', true)
                        """).param("id", id).update();
        return id;
    }

    /** Makes the files inside those of somebody who may import everywhere. */
    void giveImports(UUID account) {
        jdbc.sql("""
                        update exchange.upload set account_id = :account, everything = true, organisations = '{}'
                        where id in (:upload, :judged)
                        """)
                .param("account", account)
                .param("upload", inside.upload())
                .param("judged", inside.judged())
                .update();
    }

    private UUID batch(OrganisationId organisation) {
        var id = Uuids.next();
        jdbc.sql("insert into dossier.batch (id, organisation_id, uploaded_by) values (:id, :organisation, 'test')")
                .param("id", id)
                .param("organisation", organisation.id())
                .update();
        return id;
    }

    private UUID scan(UUID member) {
        var id = Uuids.next();
        jdbc.sql("""
                        insert into dossier.scan
                            (id, member_id, kind, format, pages, bytes, content_sealed, recorded_by)
                        values (:id, :member, 'APPLICATION', 'PDF', 1, 4, :sealed, 'test')
                        """)
                .param("id", id)
                .param("member", member)
                .param("sealed", seal.seal("%PDF"))
                .update();
        return id;
    }

    private UUID caseScan(UUID admission) {
        var id = Uuids.next();
        jdbc.sql("""
                        insert into dossier.scan
                            (id, case_id, form, kind, format, pages, bytes, content_sealed, recorded_by)
                        values (:id, :case, 'admission-application', 'APPLICATION', 'PDF', 1, 4, :sealed, 'test')
                        """)
                .param("id", id)
                .param("case", admission)
                .param("sealed", seal.seal("%PDF"))
                .update();
        return id;
    }

    private UUID savedList(UUID account, String mark) {
        var id = Uuids.next();
        jdbc.sql("""
                        insert into membership.saved_list (id, account_id, name, query)
                        values (:id, :account, 'Đảng viên nữ ' || :mark, '?sex=FEMALE')
                        """)
                .param("id", id)
                .param("account", account)
                .param("mark", mark)
                .update();
        return id;
    }

    private UUID bulkWork(UUID account, OrganisationId cell, UUID member) {
        var id = Uuids.next();
        jdbc.sql("""
                        insert into membership.bulk_work (id, act, state, terms, account_id, username, everything,
                            organisations, chosen, written, finished_at)
                        values (:id, 'item', 'DONE', '{"item": "occupation", "value": "FARMER"}', :account, 'somebody', false,
                            array[cast(:cell as uuid)], 1, 1, now())
                        """)
                .param("id", id)
                .param("account", account)
                .param("cell", cell.id())
                .update();
        jdbc.sql("""
                        insert into membership.bulk_person (work_id, member_id, organisation_id, verdict)
                        values (:id, :member, :cell, 'WRITTEN')
                        """)
                .param("id", id)
                .param("member", member)
                .param("cell", cell.id())
                .update();
        return id;
    }

    private UUID term(OrganisationId cell, String mark) {
        var id = Uuids.next();
        jdbc.sql("""
                        with decided as (
                            insert into organisation.decision (id, issuer_name, number, issued_on)
                            values (:id, 'Đảng ủy xã', cast(:id as text), '2020-05-20') returning id)
                        insert into committee.term (id, version, organisation_id, label, body, valid, members, decision_id,
                            recorded_by)
                        select :id, 0, :cell, '2020–2025 ' || :mark, 'SECRETARY_ALONE', '[2020-06-01,2025-06-01)', 1, id, 'test'
                        from decided
                        """)
                .param("id", id)
                .param("cell", cell.id())
                .param("mark", mark)
                .update();
        return id;
    }

    private UUID fact(UUID member) {
        var id = Uuids.next();
        jdbc.sql("""
                        insert into membership.dated_fact (id, member_id, kind, valid, recorded_by)
                        values (:id, :member, 'RETIRED', '[2020-01-01,)', 'test')
                        """).param("id", id).param("member", member).update();
        return id;
    }

    private UUID post(UUID term, UUID member) {
        var id = Uuids.next();
        jdbc.sql("""
                        insert into committee.holding (id, term_id, member_id, post, manner, place, valid, decision_id,
                            recorded_by)
                        values (:id, :term, :member, 'SECRETARY', 'ELECTED', 1, '[2020-06-01,2025-06-01)', :term, 'test')
                        """)
                .param("id", id)
                .param("term", term)
                .param("member", member)
                .update();
        return id;
    }

    private UUID campaign(OrganisationId cell, UUID member, String mark) {
        var id = Uuids.next();
        jdbc.sql("""
                        insert into supplement.campaign
                            (id, version, organisation_id, year, opens_on, due_on, guidance, recorded_by)
                        values (:id, 0, :cell, 2022, '2022-04-01', '2022-06-30', '5-CV/HU ' || :mark, 'test')
                        """)
                .param("id", id)
                .param("cell", cell.id())
                .param("mark", mark)
                .update();
        jdbc.sql("""
                        insert into supplement.expected (campaign_id, member_id, organisation_id, since)
                        values (:id, :member, :cell, '2022-04-01')
                        """)
                .param("id", id)
                .param("member", member)
                .param("cell", cell.id())
                .update();
        return id;
    }

    private UUID member(OrganisationId cell, String name) {
        var id = Uuids.next();
        var parts = name.split(" ");
        jdbc.sql("""
                        insert into member.member (id, version, full_name, family_name, middle_name, given_name, sex,
                            born_earliest, born_precision, ethnicity, religion, joined_on, official_on)
                        values (:id, 0, :name, :family, :middle, :given, 'FEMALE', '1980-02-03', 'DAY', 'KINH', 'NONE',
                            '2015-05-19', '2016-05-19')
                        """)
                .param("id", id)
                .param("name", name)
                .param("family", parts[0])
                .param("middle", parts[1])
                .param("given", parts[parts.length - 1])
                .update();
        jdbc.sql("""
                        insert into membership.movement
                            (id, member_id, kind, effective_on, to_organisation_id, status, recorded_by)
                        values (:id, :member, 'OPENING', '2018-12-31', :cell, 'OFFICIAL', 'test')
                        """)
                .param("id", Uuids.next())
                .param("member", id)
                .param("cell", cell.id())
                .update();
        return id;
    }

    /** What there is on one side. */
    record Side(
            OrganisationId organisation,
            UUID member,
            UUID movement,
            UUID fact,
            UUID term,
            UUID post,
            UUID campaign,
            UUID scan,
            UUID batch,
            UUID upload,
            UUID judged,
            UUID savedList,
            UUID bulkWork,
            UUID account,
            UUID grant,
            UUID handOver,
            UUID count,
            UUID interruption,
            UUID badgeBatch,
            UUID cardCheck,
            UUID receipt,
            UUID closing,
            UUID transfer,
            UUID admission,
            UUID caseScan,
            UUID reorganisation,
            UUID begun,
            UUID trainingClass,
            UUID participant,
            UUID certificate,
            UUID plan,
            UUID place,
            UUID placePost,
            UUID guest,
            String mark) {
        /** The same kinds of ids, of which none exists. */
        static Side nowhere() {
            return new Side(
                    OrganisationId.next(),
                    Uuids.next(),
                    Uuids.next(),
                    Uuids.next(),
                    Uuids.next(),
                    Uuids.next(),
                    Uuids.next(),
                    Uuids.next(),
                    Uuids.next(),
                    Uuids.next(),
                    Uuids.next(),
                    Uuids.next(),
                    Uuids.next(),
                    Uuids.next(),
                    Uuids.next(),
                    Uuids.next(),
                    Uuids.next(),
                    Uuids.next(),
                    Uuids.next(),
                    Uuids.next(),
                    Uuids.next(),
                    Uuids.next(),
                    Uuids.next(),
                    Uuids.next(),
                    Uuids.next(),
                    Uuids.next(),
                    Uuids.next(),
                    Uuids.next(),
                    Uuids.next(),
                    Uuids.next(),
                    Uuids.next(),
                    Uuids.next(),
                    Uuids.next(),
                    Uuids.next(),
                    "nowhere");
        }
    }
}
