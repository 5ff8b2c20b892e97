package vn.partyregister;

import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.partyregister.organisation.OrganisationId;

/**
 * Small trees for tests, written straight into the database: the root of the register (made once), two district
 * committees below it, a base committee below each, cells below those. Names are new in each tree.
 */
@NullMarked
public class Orgs {
    private static final AtomicInteger TREES = new AtomicInteger();
    private static final LocalDate SINCE = LocalDate.of(2010, 1, 1);

    private final JdbcClient jdbc;

    Orgs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A new tree: two districts that know nothing of each other, below the one root. */
    public synchronized Tree tree() {
        var number = TREES.incrementAndGet();
        var root = root();
        var east = add("Đảng bộ huyện Đông " + number, "DB_HUYEN", null, root);
        var west = add("Đảng bộ huyện Tây " + number, "DB_HUYEN", null, root);
        var eastBase = add("Đảng bộ xã Đông " + number, "DB_CS", "XA", east);
        var westBase = add("Đảng bộ xã Tây " + number, "DB_CS", "XA", west);
        return new Tree(
                root,
                east,
                eastBase,
                add("Chi bộ ấp Đông 1 (%d)".formatted(number), "CB_TT", null, eastBase),
                add("Chi bộ ấp Đông 2 (%d)".formatted(number), "CB_TT", null, eastBase),
                west,
                westBase,
                add("Chi bộ ấp Tây 1 (%d)".formatted(number), "CB_TT", null, westBase));
    }

    /** The root of this register; made when there is none yet. */
    public synchronized OrganisationId root() {
        return jdbc.sql("select id from organisation.organisation where is_root")
                .query((row, _) -> new OrganisationId(row.getObject("id", UUID.class)))
                .optional()
                .orElseGet(() -> add("Đảng bộ tỉnh Thử", "DB_TINH", null, null));
    }

    /** One more organisation, open since 2010 or since its parent. */
    public OrganisationId add(String name, String type, @Nullable String kind, @Nullable OrganisationId parent) {
        var id = OrganisationId.next();
        jdbc.sql("insert into organisation.organisation (id, version, is_root) values (:id, 0, :root)")
                .param("id", id.id())
                .param("root", parent == null)
                .update();
        jdbc.sql("""
                        insert into organisation.organisation_version
                            (organisation_id, valid, name, type, kind, parent_id, act)
                        select :id, daterange(greatest(:since, min(lower(p.valid))), null), :name, :type, :kind, :parent,
                            'OPENED'
                        from (select) as one left join organisation.organisation_version p on p.organisation_id = :parent
                        """)
                .param("id", id.id())
                .param("since", SINCE)
                .param("name", name)
                .param("type", type)
                .param("kind", kind)
                .param("parent", parent == null ? null : parent.id(), java.sql.Types.OTHER)
                .update();
        jdbc.sql("""
                        insert into organisation.ancestry (ancestor_id, descendant_id, valid, depth)
                        select :id, :id, valid, 0 from organisation.organisation_version where organisation_id = :id
                        union all
                        select a.ancestor_id, :id, a.valid * v.valid, a.depth + 1
                        from organisation.organisation_version v
                        join organisation.ancestry a on a.descendant_id = v.parent_id and a.valid && v.valid
                        where v.organisation_id = :id
                        """).param("id", id.id()).update();
        jdbc.sql("""
                        insert into organisation.act
                            (organisation_id, kind, day, after_name, after_type, after_kind, after_parent_id)
                        select organisation_id, act, lower(valid), name, type, kind, parent_id
                        from organisation.organisation_version where organisation_id = :id
                        """).param("id", id.id()).update();
        return id;
    }

    /** Ends an organisation without members or children: it exists until the day before. */
    public void end(OrganisationId id, LocalDate day) {
        for (var table : new String[] {"organisation_version", "ancestry"}) {
            jdbc.sql("""
                            update organisation.%1$s set valid = daterange(lower(valid), :day)
                            where %2$s = :id and upper_inf(valid)
                            """.formatted(table, table.equals("ancestry") ? "descendant_id" : "organisation_id"))
                    .param("id", id.id())
                    .param("day", day)
                    .update();
        }
        jdbc.sql("insert into organisation.closing (organisation_id, last_day) values (?, ?)")
                .params(id.id(), day.minusDays(1))
                .update();
    }

    /** What an organisation is called on its last day. */
    public String name(OrganisationId id) {
        return jdbc.sql(
                        "select name from organisation.organisation_version where organisation_id = ? order by valid desc limit 1")
                .param(id.id())
                .query((row, _) -> row.getString(1))
                .single();
    }

    /** Two districts: whoever holds a role on the east sees nothing of the west. */
    public record Tree(
            OrganisationId root,
            OrganisationId east,
            OrganisationId eastBase,
            OrganisationId eastCell,
            OrganisationId otherEastCell,
            OrganisationId west,
            OrganisationId westBase,
            OrganisationId westCell) {}
}
