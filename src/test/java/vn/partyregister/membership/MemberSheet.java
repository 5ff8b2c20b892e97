package vn.partyregister.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import vn.partyregister.exchange.ImportId;
import vn.partyregister.member.MemberId;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Seal;
import vn.partyregister.platform.Uuids;

/** A sheet of members as the engine stages it: rows of canonical texts, then judged and written. */
final class MemberSheet {
    static final LocalDate TODAY = LocalDate.of(2022, 4, 30);
    private static final AtomicInteger NUMBERS = new AtomicInteger(1000);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final MemberRows rows;
    private final Seal seal;
    private final ImportId id = ImportId.of(Uuids.next().toString());
    private final List<Map<String, String>> given = new ArrayList<>();
    private final List<String> headings = new ArrayList<>();
    private String purpose = "LOAD";

    MemberSheet(JdbcClient jdbc, TransactionTemplate transaction, MemberRows rows, Seal seal) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.rows = rows;
        this.seal = seal;
    }

    /** Somebody whole and without fault, whom nobody else resembles. */
    static Map<String, String> somebody(String organisation) {
        var number = NUMBERS.incrementAndGet();
        var row = new LinkedHashMap<String, String>();
        row.put("full_name", "Nguyễn Văn Số " + number);
        row.put("sex", "MALE");
        row.put("born", "1970-05-06");
        row.put("ethnicity", "KINH");
        row.put("religion", "NONE");
        row.put("organisation", organisation);
        row.put("joined_on", "2000-03-04");
        row.put("official_on", "2001-03-04");
        row.put("card_number", "%08d".formatted(number));
        return citizen(row, "084070%06d".formatted(number));
    }

    static Map<String, String> citizen(Map<String, String> row, String number) {
        row.put("citizen_number", HexFormat.of().formatHex(number.getBytes(StandardCharsets.UTF_8)));
        row.put("citizen_number.sealed", Base64.getEncoder().encodeToString(number.getBytes(StandardCharsets.UTF_8)));
        row.put("citizen_number.end", number.substring(number.length() - 3));
        return row;
    }

    MemberSheet with(Map<String, String> row) {
        var sealed = new LinkedHashMap<>(row);
        sealed.computeIfPresent(
                "citizen_number.sealed",
                (_, bare) -> Base64.getEncoder()
                        .encodeToString(seal.seal(Base64.getDecoder().decode(bare))));
        given.add(sealed);
        return this;
    }

    /** The columns that the file has, filled in or not; those of which nothing is asked need not be named. */
    MemberSheet headed(Collection<String> columns) {
        headings.addAll(columns);
        return this;
    }

    MemberSheet toCompare() {
        purpose = "COMPARE";
        return this;
    }

    MemberSheet judged() {
        return judged(Scope.EVERYTHING);
    }

    MemberSheet judged(Scope scope) {
        return judged(scope, TODAY);
    }

    MemberSheet judged(Scope scope, LocalDate day) {
        stage();
        transaction.executeWithoutResult(_ -> rows.judge(id, scope, day));
        return this;
    }

    MemberSheet written() {
        judged();
        commit();
        return this;
    }

    void commit() {
        transaction.executeWithoutResult(_ -> rows.commit(id, 1, given.size()));
    }

    /** Writes the first row alone, as the engine does where it is stopped behind it. */
    void commitFirst() {
        transaction.executeWithoutResult(_ -> {
            rows.commit(id, 1, 1);
            jdbc.sql("update exchange.staged_row set committed = true where upload_id = :id and row_number = 1")
                    .param("id", id.id())
                    .update();
        });
    }

    /** Judges the rows that are not written once more. */
    void judgeAnew() {
        transaction.executeWithoutResult(_ -> {
            jdbc.sql(
                            "update exchange.staged_row set verdict = null, target_id = null where upload_id = :id and not committed")
                    .param("id", id.id())
                    .update();
            rows.judge(id, Scope.EVERYTHING, TODAY);
        });
    }

    void stage() {
        jdbc.sql("""
                        insert into exchange.upload (id, kind, purpose, file_name, file_sealed, state, username, everything)
                        values (:id, 'members', :purpose, 'thử.xlsx', '', 'STAGING', 'thử', true)
                        """).param("id", id.id()).param("purpose", purpose).update();
        jdbc.sql("""
                        insert into exchange.upload_column (upload_id, position, heading, column_key)
                        select :id, place, key, key from unnest(:headings) with ordinality as heading (key, place)
                        """)
                .param("id", id.id())
                .param("headings", headings.toArray(String[]::new))
                .update();
        jdbc.sql("""
                        insert into exchange.staged_row (upload_id, row_number, given, value)
                        select :id, ordinality, value, value
                        from jsonb_array_elements(cast(:rows as jsonb)) with ordinality
                        """)
                .param("id", id.id())
                .param("rows", JsonMapper.shared().writeValueAsString(given))
                .update();
    }

    ImportId id() {
        return id;
    }

    String verdict(int row) {
        return jdbc.sql("select verdict from exchange.staged_row where upload_id = :id and row_number = :row")
                .param("id", id.id())
                .param("row", row)
                .query(String.class)
                .single();
    }

    /** Whom a row means, whatever is made of it. */
    @Nullable
    UUID target(int row) {
        return jdbc.sql("select target_id from exchange.staged_row where upload_id = :id and row_number = :row")
                .param("id", id.id())
                .param("row", row)
                .query((found, _) -> found.getObject(1, UUID.class))
                .list()
                .getFirst();
    }

    MemberId member(int row) {
        assertThat(verdict(row)).as(problems(row).toString()).isNotEqualTo("REJECTED");
        return new MemberId(
                jdbc.sql("select target_id from exchange.staged_row where upload_id = :id and row_number = :row")
                        .param("id", id.id())
                        .param("row", row)
                        .query(UUID.class)
                        .single());
    }

    /** Column and reason of each problem of a row, without the common beginning. */
    List<String> problems(int row) {
        return jdbc.sql("""
                        select column_key || ' ' || replace(reason, 'membership.import.', '') from exchange.problem
                        where upload_id = :id and row_number = :row order by 1
                        """)
                .param("id", id.id())
                .param("row", row)
                .query((found, _) -> found.getString(1))
                .list();
    }

    List<String> differences(int row) {
        return jdbc.sql("""
                        select column_key || ': ' || coalesce(here, '–') || ' → ' || there from exchange.difference
                        where upload_id = :id and row_number = :row order by 1
                        """)
                .param("id", id.id())
                .param("row", row)
                .query((found, _) -> found.getString(1))
                .list();
    }

    /** The entries of the journal about the member of a row: kind and day. */
    List<String> journal(int row) {
        return jdbc.sql("""
                        select kind || ' ' || effective_on from membership.movement
                        where member_id = :member order by effective_on, recorded
                        """)
                .param("member", member(row).id())
                .query((found, _) -> found.getString(1))
                .list();
    }

    /** What the member of a row was, and when. */
    List<String> standings(int row) {
        return jdbc.sql(
                        "select status || ' ' || valid from membership.standing where member_id = :member order by valid")
                .param("member", member(row).id())
                .query((found, _) -> found.getString(1))
                .list();
    }
}
