package vn.partyregister.reference;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.platform.VietnameseText;

/**
 * Suggests places (tỉnh, huyện, xã) while an address is typed: those of the day in the two-level form, all that ever
 * were in the old three-level one. What has ended is offered as what it became. Addresses are kept as text: names are
 * Vietnamese whatever the language of the page.
 */
@Service
public class Places {
    private static final int MOST = 20;

    private final JdbcClient jdbc;
    private final CodeLists lists;

    Places(JdbcClient jdbc, CodeLists lists) {
        this.jdbc = jdbc;
        this.lists = lists;
    }

    /** What matches, at most twenty; nothing where the province or district around it is not in the lists. */
    public List<Suggestion> suggest(Asked asked, LocalDate day) {
        var province = lists.match("province", asked.province());
        var district = lists.match("district", asked.district());
        if (province.isEmpty() && !asked.province().isBlank()
                || district.isEmpty() && !asked.district().isBlank()) {
            return List.of();
        }
        return jdbc.sql("""
                        with place as (
                            select c.list, c.code, c.position, c.valid, c.part_of_list,
                                   c.name_vi as name, platform.folded(c.name_vi) as folded,
                                   concat_ws(', ', p.name_vi, g.name_vi) as around,
                                   case when p.list = 'province' then p.code else g.code end as province,
                                   case when p.list = 'district' then p.code end as district
                            from reference.code c
                            left join reference.code p on p.list = c.part_of_list and p.code = c.part_of
                            left join reference.code g on g.list = p.part_of_list and g.code = p.part_of
                            where c.list = :list),
                        found as (
                            select name, around, null as formerly, position, folded, province, district from place
                            where case when :old then list <> 'commune' or part_of_list = 'district'
                                else valid @> cast(:day as date) end
                            union all
                            select n.name, n.around, e.name, n.position, e.folded, n.province, n.district
                            from place e
                            join reference.code_successor s on s.list = e.list and s.code = e.code
                            join place n on n.code = s.successor and n.valid @> cast(:day as date)
                            where not :old and upper(e.valid) <= :day)
                        select name, around, formerly from found
                        where folded like :typed and (cast(:province as text) is null or province = :province)
                            and (cast(:district as text) is null or district = :district)
                        order by formerly is not null, position limit %d
                        """.formatted(MOST))
                .param("list", asked.list())
                .param("old", asked.old())
                .param("day", day)
                .param("typed", VietnameseText.sought(asked.typed()))
                .param("province", asked.list().equals("province") ? null : province.orElse(null))
                .param("district", asked.list().equals("commune") ? district.orElse(null) : null)
                .query(new RecordRows<>(Suggestion.class))
                .list();
    }

    /**
     * What stands in the fields of an address.
     *
     * @param list the code list of the field that is typed in
     * @param old whether the address is in the three-level form that ended
     */
    public record Asked(String list, String typed, String province, String district, boolean old) {}

    /**
     * A place.
     *
     * @param around the district and the province it is part of
     * @param formerly what it was called before, where that was typed
     */
    public record Suggestion(
            String name, @Nullable String around, @Nullable String formerly) {}
}
