package vn.partyregister.statistics;

/**
 * What forms 2 and 2B group newly admitted members by, as it was on the day of the ceremony where the register knows that:
 * sex, ethnicity and religion of the file, the occupation on joining, the age on that day. Which of the unions somebody
 * belonged to, whether they own a business or are married to a foreigner, is told by the case of admission.
 */
enum Attribute {
    ALL("''"),
    SEX("m.sex"),
    BELIEVER("case when m.religion = 'NONE' then 'NO' else 'YES' end"),
    YOUTH_UNION("case when c.mass_organisation = 'YOUTH_UNION' then 'YES' else 'NO' end"),
    OWNER("case when c.category = 'ENTERPRISE_OWNER' then 'YES' else 'NO' end"),
    FOREIGN_SPOUSE("case when c.foreign_spouse then 'YES' else 'NO' end"),
    AGAIN("case when h.again then 'YES' else 'NO' end"),
    OCCUPATION("coalesce(m.occupation_at_entry, '?')"),
    AGE("''"),
    EDUCATION("coalesce(m.general_education, '?')"),
    QUALIFICATION("coalesce(m.qualification, '?')"),
    TITLE("coalesce(m.academic_title, '?')"),
    ETHNICITY("m.ethnicity"),
    RELIGION("m.religion"),
    /** Base organisations at the end of the period: no people. */
    BASE("null"),
    BASE_ADMITTING("null"),
    /** What the register does not keep. */
    UNKEPT("null");

    private final String value;

    Attribute(String value) {
        this.value = value;
    }

    /** Its value as SQL on the member {@code m}, the entry of the journal {@code h} and the case of admission {@code c}. */
    String value() {
        return value;
    }

    /** Whether it counts organisations. */
    boolean countsBases() {
        return this == BASE || this == BASE_ADMITTING;
    }
}
