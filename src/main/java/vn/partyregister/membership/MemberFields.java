package vn.partyregister.membership;

import java.util.List;
import java.util.stream.Collectors;

/** How the columns of a member's row stand in the staged row and in {@code member.member}, written once as SQL. */
final class MemberFields {
    /** Texts, codes and numbers that lie open: the column is named like the key. */
    static final List<String> TEXTS = List.of(
            "official_id",
            "full_name",
            "alias",
            "birth_name",
            "sex",
            "ethnicity",
            "religion",
            "card_number",
            "card_place",
            "old_card_number",
            "birthplace_country",
            "birthplace_province",
            "birthplace_detail",
            "native_province",
            "native_commune",
            "native_detail",
            "residence_province",
            "residence_commune",
            "residence_detail",
            "file_number",
            "occupation_at_entry",
            "occupation",
            "general_education",
            "qualification",
            "academic_title",
            "political_theory");

    static final List<String> DAYS = List.of("card_issued_on", "joined_on", "official_on", "decided_on");

    /** What a staged row gives: {@code jsonb_to_record(value) as given(…)}. */
    static final String GIVEN = TEXTS.stream().map(key -> key + " text").collect(Collectors.joining(", ")) + ", "
            + DAYS.stream().map(key -> key + " date").collect(Collectors.joining(", "))
            + """
            , born text, organisation text, activity_status text, ended_on date, exempt_from date,
            citizen_number text, "citizen_number.sealed" text, "citizen_number.end" text,
            former_identity text, "former_identity.sealed" text\
            """;

    /**
     * What {@link MemberJudgement} decided, and what {@link Openings} adds, beside it: {@code jsonb_to_record(value) as
     * decided(…)}.
     */
    static final String DECIDED = """
            "to.organisation" uuid, "from.organisation" uuid, "first.kind" text, "first.on" date, "first.status" text, "recognised.on" date,
            "end.kind" text, "end.on" date, "exempt.from" date, "exempt.until" date,
            "first.decision" uuid, "first.source" text\
            """;

    /** The first day a partial date may mean, and how much of it is known. */
    static final String BORN_EARLIEST = "cast(born || right('-01-01', 10 - length(born)) as date)";

    static final String BORN_PRECISION = "case length(born) when 10 then 'DAY' when 7 then 'MONTH' else 'YEAR' end";

    /** A birth date of {@code member.member} in its canonical text. */
    static final String BORN_HERE = "left(cast(m.born_earliest as text), "
            + "case m.born_precision when 'DAY' then 10 when 'MONTH' then 7 else 4 end)";

    /** A name in its three parts. */
    static final String FAMILY_NAME = "coalesce(substring(full_name from '^([^ ]+) '), '')";

    static final String MIDDLE_NAME = "coalesce(substring(full_name from '^[^ ]+ (.*) [^ ]+$'), '')";
    static final String GIVEN_NAME = "substring(full_name from '[^ ]+$')";

    private MemberFields() {}
}
