package vn.partyregister.member;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.partyregister.platform.Seal;
import vn.partyregister.platform.VietnameseText;

/** Finds people of the register by what two files of one person have in common: a number, or names and the birth date. */
@Component
class LikePeople {
    private static final int MOST = 10;

    private static final String BORN_AND_CALLED_ALIKE = """
            coalesce(born_earliest = :earliest and born_precision = :precision
                and string_to_array(names_folded, ' | ') && cast(:names as text[]), false)\
            """;

    private final JdbcClient jdbc;
    private final Seal seal;

    LikePeople(JdbcClient jdbc, Seal seal) {
        this.jdbc = jdbc;
        this.seal = seal;
    }

    /** At most ten, those whom a number tells first. Each condition has its index; none reads the whole table. */
    List<Alike> find(Sought sought) {
        var names = sought.born() == null ? List.<String>of() : names(sought);
        var conditions = new ArrayList<String>();
        if (sought.citizenNumber() != null) {
            conditions.add("citizen_number_hash = :hash");
        }
        if (sought.cardNumber() != null) {
            conditions.add("card_number = :card");
        }
        for (var i = 0; i < names.size(); i++) {
            conditions.add("names_folded like :holds%d and %s".formatted(i, BORN_AND_CALLED_ALIKE));
        }
        if (conditions.isEmpty()) {
            return List.of();
        }
        var born = sought.born();
        var query = jdbc.sql("""
                        select * from (select id, full_name, coalesce(citizen_number_hash = :hash, false) as same_citizen_number,
                               coalesce(card_number = :card, false) as same_card_number, %s as same_names,
                               split_part(names_folded, ' | ', 1) = :name as same_name
                        from member.member where %s) found
                        order by same_citizen_number or same_card_number desc, id limit %d
                        """.formatted(BORN_AND_CALLED_ALIKE, String.join(" or ", conditions), MOST))
                .param("hash", sought.citizenNumber() == null ? null : seal.hash(sought.citizenNumber()), Types.BINARY)
                .param("card", sought.cardNumber(), Types.VARCHAR)
                .param("earliest", born == null ? null : born.earliest(), Types.DATE)
                .param("precision", born == null ? null : born.precision().name(), Types.VARCHAR)
                .param("name", names.isEmpty() ? null : names.getFirst(), Types.VARCHAR)
                .param("names", names.toArray(String[]::new));
        for (var i = 0; i < names.size(); i++) {
            query = query.param("holds" + i, "%" + names.get(i).replaceAll("[%_\\\\]", "\\\\$0") + "%");
        }
        return query.query((row, _) -> alike(row)).list();
    }

    private static List<String> names(Sought sought) {
        return Stream.of(sought.fullName(), sought.alias())
                .filter(Objects::nonNull)
                .map(VietnameseText::folded)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    private static Alike alike(ResultSet row) throws SQLException {
        var why = EnumSet.noneOf(Alike.Why.class);
        if (row.getBoolean("same_citizen_number")) {
            why.add(Alike.Why.CITIZEN_NUMBER);
        }
        if (row.getBoolean("same_card_number")) {
            why.add(Alike.Why.CARD_NUMBER);
        }
        if (row.getBoolean("same_names")) {
            why.add(row.getBoolean("same_name") ? Alike.Why.NAME : Alike.Why.OTHER_NAME);
        }
        return new Alike(new MemberId(row.getObject("id", UUID.class)), row.getString("full_name"), why);
    }
}
