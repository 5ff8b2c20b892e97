package vn.partyregister.member;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.partyregister.platform.Seal;

/** The sheets of the sections as they are kept: open, or sealed where the section is sensitive. */
@Component
class SheetStore {
    private static final TypeReference<List<Map<String, String>>> ROWS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Seal seal;

    SheetStore(JdbcClient jdbc, JsonMapper json, Seal seal) {
        this.jdbc = jdbc;
        this.json = json;
        this.seal = seal;
    }

    /** The rows of every section that has any; those of sensitive sections only where they are asked for. */
    Map<Section, List<Map<String, String>>> read(MemberId member, boolean sensitive) {
        var sheets = new EnumMap<Section, List<Map<String, String>>>(Section.class);
        jdbc.sql(
                        "select section, content, sealed from member.sheet where member_id = :member and (:sensitive or sealed is null)")
                .param("member", member.id())
                .param("sensitive", sensitive)
                .query(row -> {
                    sheets.put(
                            Section.valueOf(row.getString("section")),
                            rows(row.getString("content"), row.getBytes("sealed")));
                });
        return sheets;
    }

    void write(MemberId member, Section section, List<Map<String, String>> rows) {
        var text = json.writeValueAsString(rows);
        jdbc.sql("""
                        insert into member.sheet (member_id, section, content, sealed)
                        values (:member, :section, cast(:content as jsonb), :sealed)
                        on conflict (member_id, section) do update set content = excluded.content, sealed = excluded.sealed
                        """)
                .param("member", member.id())
                .param("section", section.name())
                .param("content", section.sensitive() ? null : text, java.sql.Types.VARCHAR)
                .param("sealed", section.sensitive() ? seal.seal(text) : null, java.sql.Types.BINARY)
                .update();
    }

    private List<Map<String, String>> rows(@Nullable String open, byte @Nullable [] sealed) {
        return json.readValue(sealed == null ? open : seal.openText(sealed), ROWS);
    }
}
