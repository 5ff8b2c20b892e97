package vn.partyregister.planning;

/**
 * Who belongs to a target group, by what was true of them on the day they were admitted: the birth date and sex, ethnicity
 * and religion of the file, the occupation on joining (nghề nghiệp khi vào Đảng), which is the one of that day, and the kind
 * of the organisation they were admitted in, as it was then.
 */
public enum Criterion {
    EVERYBODY("true"),
    WOMEN("m.sex = 'FEMALE'"),
    /** Every ethnicity but Kinh and people of foreign origin. */
    ETHNIC_MINORITY("m.ethnicity not in ('KINH', 'FOREIGN_ORIGIN')"),
    RELIGIOUS("m.religion <> 'NONE'"),
    STUDENTS("m.occupation_at_entry in ('UNIVERSITY_STUDENT', 'PUPIL')"),
    WORKERS("m.occupation_at_entry = 'ENTERPRISE_WORKER'"),
    ENTERPRISE_MANAGERS("m.occupation_at_entry = 'ENTERPRISE_MANAGER'"),
    /** Of an enterprise, unless the nearest organisation that has a kind (loại hình) has one of the state's. */
    PRIVATE_SECTOR("""
            (m.occupation_at_entry = 'NON_PUBLIC_UNIT'
                or m.occupation_at_entry in ('ENTERPRISE_MANAGER', 'ENTERPRISE_STAFF', 'ENTERPRISE_WORKER')
                    and not exists (
                        select from planning.state_kind s
                        where s.valid @> h.day and s.kind = (
                            select v.kind from organisation.ancestry b
                            join organisation.organisation_version v
                                on v.organisation_id = b.ancestor_id and v.valid @> h.day and v.kind is not null
                            where b.descendant_id = h.place and b.valid @> h.day
                            order by b.depth limit 1)))"""),
    YOUTH("m.born_earliest > h.day - make_interval(years => :youthAge + 1)");

    private final String condition;

    Criterion(String condition) {
        this.condition = condition;
    }

    /** As a condition on the member {@code m} admitted on the day {@code h.day} in {@code h.place}; null counts as no. */
    String condition() {
        return condition;
    }
}
