package vn.partyregister.member;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.PartialDate;
import vn.partyregister.platform.PersonName;
import vn.partyregister.platform.Refusal.NotFound;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.Seal;

/** The items that stand with the person, in the columns of {@code member.member} that lists and counts read. */
@Component
class PersonColumns {
    /** Stands in the place of each digit that is not shown. */
    static final char HIDDEN_DIGIT = '•';

    private static final String HIDDEN = String.valueOf(HIDDEN_DIGIT).repeat(9);
    private static final String CITIZEN_NUMBER = "citizen_number";
    private static final int SHOWN_DIGITS = 3;
    private static final List<String> UNIQUE = List.of("card_number", "file_number", "official_id");

    private final JdbcClient jdbc;
    private final Seal seal;

    PersonColumns(JdbcClient jdbc, Seal seal) {
        this.jdbc = jdbc;
        this.seal = seal;
    }

    /** The values of the items in canonical text, secret numbers by their last digits. */
    Map<String, String> read(MemberId member, List<Item> items) {
        return jdbc.sql("select * from member.member where id = :id")
                .param("id", member.id())
                .query((row, _) -> values(row, items))
                .optional()
                .orElseThrow(() -> new NotFound("member.unknown"));
    }

    /** A whole number as it is shown; one that is hidden already stays so. */
    static String hidden(Item item, String number) {
        var shown =
                item.key().equals(CITIZEN_NUMBER) ? number.substring(Math.max(0, number.length() - SHOWN_DIGITS)) : "";
        return HIDDEN + shown.replace(String.valueOf(HIDDEN_DIGIT), "");
    }

    /** The number behind a hidden one. */
    Optional<String> open(MemberId member, String key) {
        return jdbc.sql("select %s_sealed from member.member where id = :id".formatted(key))
                .param("id", member.id())
                .query((row, _) -> row.getBytes(1))
                .optional()
                .map(seal::openText);
    }

    /** Holds the person until the transaction ends, so that two savings come one after the other. */
    void hold(MemberId member) {
        var held = jdbc.sql("select 1 from member.member where id = :id for no key update")
                .param("id", member.id())
                .query()
                .optionalValue();
        if (held.isEmpty()) {
            throw new NotFound("member.unknown");
        }
    }

    /** Nobody is born after joining; the table refuses it without words. */
    void requireOrder(MemberId member, List<Map<String, String>> rows) {
        var joined = jdbc.sql("select joined_on from member.member where id = :id")
                .param("id", member.id())
                .query(LocalDate.class)
                .single();
        for (var row : rows) {
            if (earliest(row, "born").filter(born -> !born.isBefore(joined)).isPresent()) {
                throw new RuleBroken("member.born-after-joining", Dates.write(joined));
            }
        }
    }

    private static Optional<LocalDate> earliest(Map<String, String> row, String key) {
        return Optional.ofNullable(row.get(key)).flatMap(Canonical::read).map(PartialDate::earliest);
    }

    /** Writes the items that changed; one that has no value any more is emptied. */
    void write(MemberId member, List<Item> changed, Map<String, String> values) {
        var columns = new Columns();
        for (var item : changed) {
            var value = values.get(item.key());
            refuseAnothers(member, item, value);
            columns.set(item, value);
        }
        jdbc.sql("update member.member set version = version + 1, %s where id = :id"
                        .formatted(String.join(", ", columns.assignments)))
                .params(columns.params)
                .param("id", member.id())
                .update();
    }

    private void refuseAnothers(MemberId member, Item item, @Nullable String value) {
        var secret = item.key().equals(CITIZEN_NUMBER);
        if (value == null || !secret && !UNIQUE.contains(item.key())) {
            return;
        }
        var taken = jdbc.sql("select exists (select from member.member where %s = :value and id <> :id)"
                        .formatted(secret ? "citizen_number_hash" : item.key()))
                .param("value", secret ? seal.hash(value) : value)
                .param("id", member.id())
                .query(Boolean.class)
                .single();
        if (taken) {
            throw new RuleBroken("member.number-of-another", item.label());
        }
    }

    private static Map<String, String> values(ResultSet row, List<Item> items) throws SQLException {
        var values = new HashMap<String, String>();
        for (var item : items) {
            var value = value(row, item);
            if (value != null) {
                values.put(item.key(), value);
            }
        }
        return values;
    }

    private static @Nullable String value(ResultSet row, Item item) throws SQLException {
        return switch (item.form()) {
            case SECRET_NUMBER -> {
                var there = row.getBytes(item.key() + "_hash") != null;
                yield there ? HIDDEN + Optional.ofNullable(end(row, item)).orElse("") : null;
            }
            case PARTIAL_DATE ->
                Canonical.of(new PartialDate(
                        row.getObject(item.key() + "_earliest", LocalDate.class),
                        PartialDate.Precision.valueOf(row.getString(item.key() + "_precision"))));
            case DAY -> {
                var day = row.getObject(item.key(), LocalDate.class);
                yield day == null ? null : day.toString();
            }
            case TEXT, NOTE, NAME, CODE, PLACE, NUMBER, AMOUNT -> row.getString(item.key());
        };
    }

    private static @Nullable String end(ResultSet row, Item item) throws SQLException {
        return item.key().equals(CITIZEN_NUMBER) ? row.getString("citizen_number_end") : null;
    }

    /** Columns and what they are set to. */
    private final class Columns {
        private final List<String> assignments = new ArrayList<>();
        private final Map<String, @Nullable Object> params = new HashMap<>();

        private void set(Item item, @Nullable String value) {
            switch (item.form()) {
                case SECRET_NUMBER -> secret(item.key(), value);
                case PARTIAL_DATE -> partialDate(item.key(), value);
                case DAY -> set(item.key(), value == null ? null : LocalDate.parse(value), Types.DATE);
                case TEXT, NOTE, NAME, CODE, PLACE, NUMBER, AMOUNT -> {
                    set(item.key(), value, Types.VARCHAR);
                    if (item.key().equals("full_name") && value != null) {
                        name(PersonName.of(value));
                    }
                }
            }
        }

        private void name(PersonName name) {
            set("family_name", name.family(), Types.VARCHAR);
            set("middle_name", name.middle(), Types.VARCHAR);
            set("given_name", name.given(), Types.VARCHAR);
        }

        private void partialDate(String key, @Nullable String value) {
            var date = value == null ? null : Canonical.read(value).orElseThrow();
            set(key + "_earliest", date == null ? null : date.earliest(), Types.DATE);
            set(key + "_precision", date == null ? null : date.precision().name(), Types.VARCHAR);
        }

        private void secret(String key, @Nullable String value) {
            set(key + "_sealed", value == null ? null : seal.seal(value), Types.BINARY);
            set(key + "_hash", value == null ? null : seal.hash(value), Types.BINARY);
            if (key.equals(CITIZEN_NUMBER)) {
                set(key + "_end", value == null ? null : value.substring(value.length() - SHOWN_DIGITS), Types.VARCHAR);
            }
        }

        private void set(String column, @Nullable Object value, int type) {
            assignments.add(column + " = :" + column);
            params.put(column, new SqlParameterValue(type, value));
        }
    }
}
