package vn.partyregister.oversight;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.VietnameseText;

/** Finds the organisation a role is granted on, by a part of its name: a province has thousands. */
@Component
public class OrganisationChoice {
    private static final int MOST = 20;

    private final JdbcClient jdbc;
    private final BusinessDay businessDay;

    OrganisationChoice(JdbcClient jdbc, BusinessDay businessDay) {
        this.jdbc = jdbc;
        this.businessDay = businessDay;
    }

    /** The first twenty that fit, the highest in the tree first. */
    public List<Choice> named(String q) {
        var sought = VietnameseText.folded(q);
        if (sought.isBlank()) {
            return List.of();
        }
        return choices("v.name_folded like :sought", "%" + sought.replaceAll("[\\\\%_]", "\\\\$0") + "%");
    }

    private List<Choice> choices(String condition, String sought) {
        return jdbc.sql("""
                        select v.organisation_id, v.name, p.name as parent,
                            (select count(*) from organisation.ancestry a
                             where a.descendant_id = v.organisation_id and a.valid @> cast(:day as date)) as depth
                        from organisation.organisation_version v
                        left join organisation.organisation_version p
                            on p.organisation_id = v.parent_id and p.valid @> cast(:day as date)
                        where %s and v.valid @> cast(:day as date)
                        order by depth, v.name collate "vi-x-icu", v.organisation_id
                        limit %d
                        """.formatted(condition, MOST))
                .param("sought", sought)
                .param("day", day())
                .query((row, _) -> new Choice(
                        new OrganisationId(row.getObject("organisation_id", UUID.class)),
                        row.getString("name"),
                        row.getString("parent")))
                .list();
    }

    private LocalDate day() {
        return businessDay.today();
    }

    /** An organisation with the one above it, which tells it from others of the same name. */
    public record Choice(
            OrganisationId id, String name, @Nullable String parent) {}
}
