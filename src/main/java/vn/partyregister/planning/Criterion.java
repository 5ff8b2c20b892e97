package vn.partyregister.planning;

/**
 * Who belongs to a target group, by what was true of them on the day they were admitted: the birth date and sex, ethnicity
 * and religion of the file, and the occupation on joining (nghề nghiệp khi vào Đảng), which is the one of that day.
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
    PRIVATE_SECTOR(
            "m.occupation_at_entry in ('NON_PUBLIC_UNIT', 'ENTERPRISE_MANAGER', 'ENTERPRISE_STAFF', 'ENTERPRISE_WORKER')"),
    YOUTH("m.born_earliest > h.day - make_interval(years => :youthAge + 1)");

    private final String condition;

    Criterion(String condition) {
        this.condition = condition;
    }

    /** As a condition on the member {@code m} admitted on the day {@code h.day}; null counts as no. */
    String condition() {
        return condition;
    }
}
