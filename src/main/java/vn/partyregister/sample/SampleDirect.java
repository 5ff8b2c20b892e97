package vn.partyregister.sample;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.partyregister.organisation.OrganisationId;

/**
 * A committee right below the province, as its papers call it.
 *
 * @param number its part of the codes
 * @param issuer who signs its decisions
 * @param sign of its papers
 */
record SampleDirect(String number, OrganisationId id, String name, String place, String issuer, String sign) {
    /** All of them by their numbers; the province, too. */
    static Map<String, SampleDirect> read(JdbcClient jdbc, SampleFolder folder, SampleFigures figures) {
        var directs = new HashMap<String, SampleDirect>();
        for (var line : folder.table("directs")) {
            var number = told(line, "number");
            directs.put(
                    number,
                    new SampleDirect(
                            number,
                            id(jdbc, "%s.%s.000.000.000".formatted(figures.code(), number)),
                            told(line, "name"),
                            told(line, "place"),
                            told(line, "issuer"),
                            told(line, "sign")));
        }
        return directs;
    }

    private static String told(Map<String, String> line, String column) {
        return Objects.requireNonNull(line.get(column), column);
    }

    private static OrganisationId id(JdbcClient jdbc, String code) {
        return jdbc.sql("select organisation_id from organisation.organisation_code where code = :code")
                .param("code", code)
                .query((row, _) -> new OrganisationId(row.getObject(1, UUID.class)))
                .single();
    }
}
