package vn.partyregister.reference;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.VietnameseText;

/** The directives (văn bản) that values rest on: chosen from the list, or entered when a new one arrives. */
@Component
class Directives {
    private final JdbcClient jdbc;

    Directives(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What stands against a source for a value that begins on a day. */
    List<RuleProblem> problems(WrittenSource source, @Nullable LocalDate starts) {
        var chosen = source.directive();
        if (chosen == null) {
            return source.number() == null
                            || source.issuer() == null
                            || source.issuedOn() == null
                            || source.subject() == null
                            || source.kind() == null
                    ? List.of(RuleProblem.of("directive", "reference.wrong.no-directive"))
                    : List.of();
        }
        var inForce = jdbc.sql("""
                        select cast(:day as date) is null or in_force @> cast(:day as date) from reference.directive where id = :id
                        """)
                .param("id", chosen)
                .param("day", starts, java.sql.Types.DATE)
                .query(Boolean.class)
                .optional();
        if (inForce.isEmpty()) {
            return List.of(RuleProblem.of("directive", "reference.wrong.no-directive"));
        }
        return inForce.get() || starts == null
                ? List.of()
                : List.of(RuleProblem.of("directive", "reference.wrong.not-in-force", Dates.write(starts)));
    }

    /** The id of a source without problems; a new directive is written down, one that was entered before is found again. */
    String known(WrittenSource source, @Nullable LocalDate starts) {
        var chosen = source.directive();
        return chosen != null ? chosen : find(source).orElseGet(() -> enter(source, starts));
    }

    private Optional<String> find(WrittenSource source) {
        return jdbc.sql("""
                        select id from reference.directive
                        where number = :number and issuer = :issuer and issued_on is not distinct from cast(:issuedOn as date)
                        """)
                .param("number", source.number())
                .param("issuer", source.issuer())
                .param("issuedOn", source.issuedOn())
                .query(String.class)
                .optional();
    }

    /** In force from its day, or from the earlier day that it reaches back to. */
    private String enter(WrittenSource source, @Nullable LocalDate starts) {
        return jdbc.sql("""
                        insert into reference.directive (id, kind, number, issuer, issued_on, issued_year, in_force, subject_vi, subject_en, certainty)
                        select :slug || case when exists (select from reference.directive where id = :slug)
                                then '-' || (select count(*) from reference.directive) else '' end,
                            :kind, :number, :issuer, cast(:issuedOn as date), extract(year from cast(:issuedOn as date)),
                            daterange(least(cast(:issuedOn as date), cast(:starts as date)), null), :subject, :subject, :certainty
                        returning id
                        """)
                .param("slug", slug(source))
                .param("kind", source.kind())
                .param("number", source.number())
                .param("issuer", source.issuer())
                .param("issuedOn", source.issuedOn())
                .param("starts", starts, java.sql.Types.DATE)
                .param("subject", source.subject())
                .param("certainty", source.certainty().name())
                .query(String.class)
                .single();
    }

    /** {@code 45-QĐ/TW} of 2026 is {@code 45-qd-tw-2026}. */
    private static String slug(WrittenSource source) {
        var year = source.issuedOn() == null ? "" : "-" + source.issuedOn().getYear();
        return VietnameseText.folded(String.valueOf(source.number())).replaceAll("[^a-z0-9]+", "-") + year;
    }
}
