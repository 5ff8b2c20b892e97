package vn.partyregister;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The data dictionary, written from the schema and its comments. */
@RegisterTest
class SchemaDocsTests {
    @Autowired
    JdbcClient jdbc;

    @Test
    void theDataDictionaryIsThatOfTheSchema() throws IOException {
        var page = new StringBuilder("""
                # Data dictionary

                Written from the schema by `SchemaDocsTests`. A constraint's name is the rule it keeps.
                """);
        for (var table : tables()) {
            page.append("\n## %s.%s\n".formatted(table.schema(), table.name()));
            if (table.comment() != null) {
                page.append("\n%s\n".formatted(table.comment()));
            }
            page.append("\n| Column | Type | | Meaning |\n| --- | --- | --- | --- |\n");
            for (var column : columns(table)) {
                page.append("| `%s` | %s | %s | %s |\n"
                        .formatted(
                                column.name(),
                                column.type(),
                                column.required() ? "required" : "",
                                column.comment() == null ? "" : column.comment()));
            }
            var rules = rules(table);
            if (!rules.isEmpty()) {
                page.append("\n");
                rules.forEach(rule -> page.append("- %s\n".formatted(rule)));
            }
        }
        GeneratedDocs.check("data-dictionary.md", page.toString());
    }

    private List<Table> tables() {
        return jdbc.sql("""
                        select c.oid, n.nspname as schema, c.relname as name, obj_description(c.oid, 'pg_class') as comment
                        from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema', 'public')
                        order by n.nspname, c.relname
                        """).query(new SimplePropertyRowMapper<>(Table.class)).list();
    }

    private List<Column> columns(Table table) {
        return jdbc.sql("""
                        select a.attname as name, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as required,
                               col_description(a.attrelid, a.attnum) as comment
                        from pg_attribute a where a.attrelid = :table and a.attnum > 0 and not a.attisdropped
                        order by a.attnum
                        """)
                .param("table", table.oid())
                .query(new SimplePropertyRowMapper<>(Column.class))
                .list();
    }

    /** The constraints that are sentences; keys and references speak for themselves. */
    private List<@Nullable String> rules(Table table) {
        return jdbc.sql("""
                        select replace(conname, '_', ' ') from pg_constraint
                        where conrelid = :table and contype in ('c', 'x', 'u')
                        and conname not like '%\\_key' and conname not like '%\\_check'
                        union
                        select replace(relname, '_', ' ') from pg_index i join pg_class c on c.oid = i.indexrelid
                        where i.indrelid = :table and i.indisunique and i.indpred is not null
                        order by 1
                        """).param("table", table.oid()).query(String.class).list();
    }

    private record Table(
            long oid, String schema, String name, @Nullable String comment) {}

    private record Column(
            String name,
            String type,
            boolean required,
            @Nullable String comment) {}
}
