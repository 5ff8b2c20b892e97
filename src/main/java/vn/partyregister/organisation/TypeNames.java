package vn.partyregister.organisation;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.partyregister.platform.VietnameseText;

/** How people write types and kinds of organisations: by code, name, short name or synonym. */
@Component
class TypeNames {
    private final JdbcClient jdbc;
    private final PermittedPairs pairs;

    TypeNames(JdbcClient jdbc, PermittedPairs pairs) {
        this.jdbc = jdbc;
        this.pairs = pairs;
    }

    Known on(LocalDate day) {
        var types = new HashMap<String, Set<String>>();
        jdbc.sql("""
                        select platform.folded(written) as written, code from (
                            select name_vi as written, code, valid from organisation.organisation_type
                            union select name_en, code, valid from organisation.organisation_type
                            union select short_vi, code, valid from organisation.organisation_type
                            union select code, code, valid from organisation.organisation_type) known
                        where valid @> cast(:day as date)
                        union
                        select s.written_folded, s.type from organisation.type_synonym s
                        join organisation.organisation_type t on t.code = s.type and t.valid @> cast(:day as date)
                        order by 1, 2
                        """).param("day", day).query(row -> {
            types.computeIfAbsent(row.getString("written"), _ -> new LinkedHashSet<>())
                    .add(row.getString("code"));
        });
        var kinds = new HashMap<String, String>();
        jdbc.sql("""
                        select platform.folded(written) as written, code from (
                            select name_vi as written, code, valid from organisation.organisation_kind
                            union select name_en, code, valid from organisation.organisation_kind
                            union select code, code, valid from organisation.organisation_kind) known
                        where valid @> cast(:day as date)
                        """).param("day", day).query(row -> {
            kinds.put(row.getString("written"), row.getString("code"));
        });
        return new Known(types, kinds, pairs.on(day));
    }

    /** What is written how on a day. */
    record Known(Map<String, Set<String>> types, Map<String, String> kinds, PermittedPairs.Pairs pairs) {
        /** The type that is meant; of several of that name the one that may stand under its parent. */
        Optional<String> type(@Nullable String written, @Nullable String parentType) {
            var meant = types.getOrDefault(VietnameseText.folded(written == null ? "" : written), Set.of());
            return meant.size() == 1
                    ? meant.stream().findFirst()
                    : meant.stream()
                            .filter(type -> parentType != null && pairs.find(parentType, type) != null)
                            .findFirst();
        }

        Optional<String> kind(String written) {
            return Optional.ofNullable(kinds.get(VietnameseText.folded(written)));
        }
    }
}
