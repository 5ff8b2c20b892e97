package vn.partyregister.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.OpenToAll;

/** The least a page can do: the same rows through JdbcClient on a page without a shell, a session's work or a right. */
@TestConfiguration(proxyBeanMethods = false)
class BarePages {
    /** The first fifty of the province in the order of given names. */
    static final String LIST = """
            select m.full_name, m.sex, m.born_earliest, m.ethnicity, m.card_number, m.joined_on, s.status, v.name
            from member.member m
            join membership.standing s on s.member_id = m.id and s.valid @> cast(? as date)
            join organisation.organisation_version v
                on v.organisation_id = s.organisation_id and v.valid @> cast(? as date)
            order by m.given_name, m.middle_name, m.family_name, m.id limit 50""";

    static final String COUNT = "select sum(change) from membership.headcount where day <= cast(? as date)";

    static final String SEARCH = """
            with found as materialized (
                select id from member.member where names_folded like '%nguyen van%')
            select m.full_name, m.sex, m.born_earliest, m.ethnicity, m.card_number, m.joined_on, s.status
            from found join member.member m using (id)
            join membership.standing s on s.member_id = m.id and s.valid @> cast(? as date)
            order by m.given_name, m.middle_name, m.family_name, m.id limit 50""";

    static final String ONE = "select * from member.member where id = ?";

    /** The pages that need an id, by their names in the address: of a person, of an organisation. */
    private static final Map<String, String> OF_ONE =
            Map.of("person", """
            select m.*, s.status, v.name from member.member m
            join membership.standing s on s.member_id = m.id and s.valid @> cast(:asAt as date)
            join organisation.organisation_version v
                on v.organisation_id = s.organisation_id and v.valid @> cast(:asAt as date)
            where m.id = :id""", "organisation", """
            select v.name, v.type, v.kind, v.valid, p.name as parent from organisation.organisation_version v
            left join organisation.organisation_version p on p.organisation_id = v.parent_id and p.valid @> lower(v.valid)
            where v.organisation_id = :id and cast(:asAt as date) is not null order by v.valid""", "below", """
            select v.name, v.type, v.kind, (
                select sum(h.change) from organisation.ancestry a
                join membership.headcount h on h.organisation_id = a.descendant_id and h.day <= cast(:asAt as date)
                where a.ancestor_id = v.organisation_id and a.valid @> cast(:asAt as date)) as members
            from organisation.organisation_version v
            where v.parent_id = :id and v.valid @> cast(:asAt as date) order by v.position limit 50""", "members", """
            select m.full_name, m.sex, m.born_earliest, m.ethnicity, m.card_number, m.joined_on, s.status, v.name
            from organisation.ancestry a
            join membership.standing s on s.organisation_id = a.descendant_id and s.valid @> cast(:asAt as date)
            join member.member m on m.id = s.member_id
            join organisation.organisation_version v
                on v.organisation_id = s.organisation_id and v.valid @> cast(:asAt as date)
            where a.ancestor_id = :id and a.valid @> cast(:asAt as date)
            order by m.given_name, m.middle_name, m.family_name, m.id limit 50""");

    @TestComponent
    @Controller
    @OpenToAll
    static class BarePage {
        private final JdbcClient jdbc;
        private final BusinessDay businessDay;

        BarePage(JdbcClient jdbc, BusinessDay businessDay) {
            this.jdbc = jdbc;
            this.businessDay = businessDay;
        }

        @GetMapping("/bare/list")
        String list(Model model) {
            var day = businessDay.today();
            model.addAttribute(
                    "total", jdbc.sql(COUNT).param(day).query(Long.class).single());
            return page(model, jdbc.sql(LIST).param(day).param(day).query().listOfRows());
        }

        @GetMapping("/bare/search")
        String search(Model model) {
            LocalDate day = businessDay.today();
            return page(model, jdbc.sql(SEARCH).param(day).query().listOfRows());
        }

        @GetMapping("/bare/{page}/{id}")
        String ofOne(@PathVariable String page, @PathVariable UUID id, Model model) {
            return page(
                    model,
                    jdbc.sql(Objects.requireNonNull(OF_ONE.get(page)))
                            .param("asAt", businessDay.today())
                            .param("id", id)
                            .query()
                            .listOfRows());
        }

        private static String page(Model model, List<Map<String, @Nullable Object>> rows) {
            model.addAttribute("rows", rows.stream().map(Map::values).toList());
            return "bare";
        }
    }
}
