package vn.partyregister;

import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.partyregister.member.MemberId;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.PersonName;
import vn.partyregister.platform.Seal;
import vn.partyregister.platform.Uuids;

/** Members for tests, written straight into the database: there since 31/12/2018, or admitted later. */
@NullMarked
public class People {
    private static final AtomicInteger PEOPLE = new AtomicInteger();
    private static final LocalDate OPENING = LocalDate.of(2018, 12, 31);

    private final JdbcClient jdbc;
    private final Seal seal;

    People(JdbcClient jdbc, Seal seal) {
        this.jdbc = jdbc;
        this.seal = seal;
    }

    /** An official member since long, as {@code different} from the ordinary as the test wants. */
    public MemberId add(OrganisationId cell, UnaryOperator<Person> different) {
        var person = different.apply(Person.ordinary());
        var id = Uuids.next();
        var name = PersonName.of(person.name());
        jdbc.sql("""
                        insert into member.member (id, version, full_name, family_name, middle_name, given_name, alias,
                            birth_name, sex, born_earliest, born_precision, ethnicity, religion, joined_on, official_on,
                            card_number, old_card_number, file_number, official_id, citizen_number_hash,
                            citizen_number_sealed, citizen_number_end, general_education, qualification, political_theory)
                        values (:id, 0, :name, :family, :middle, :given, :alias, :birthName, :sex, :born, 'DAY',
                            :ethnicity, :religion, :joined, :official, :card, :oldCard, :file, :officialId, :hash, :sealed,
                            :end, :education, :qualification, :theory)
                        """)
                .param("id", id)
                .param("name", person.name())
                .param("family", name.family())
                .param("middle", name.middle())
                .param("given", name.given())
                .param("alias", person.alias())
                .param("birthName", person.birthName())
                .param("sex", person.sex())
                .param("born", person.born())
                .param("ethnicity", person.ethnicity())
                .param("religion", person.religion())
                .param("joined", person.joined())
                .param("official", person.official())
                .param("card", person.card())
                .param("oldCard", person.oldCard())
                .param("file", person.file())
                .param("officialId", null)
                .param(
                        "hash",
                        person.citizenNumber() == null ? null : seal.hash(person.citizenNumber()),
                        java.sql.Types.BINARY)
                .param(
                        "sealed",
                        person.citizenNumber() == null ? null : seal.seal(person.citizenNumber()),
                        java.sql.Types.BINARY)
                .param("end", person.citizenNumber() == null ? null : end(person.citizenNumber()))
                .param("education", person.education())
                .param("qualification", person.qualification())
                .param("theory", person.theory())
                .update();
        var opening = !person.joined().isAfter(OPENING);
        move(
                id,
                opening ? "OPENING" : "ADMITTED",
                opening ? OPENING : person.joined(),
                null,
                cell,
                opening ? (person.official() == null ? "PROBATIONARY" : "OFFICIAL") : null);
        if (!opening && person.official() != null) {
            move(id, "RECOGNISED", person.official(), null, null, null);
        }
        if (person.exemptFrom() != null) {
            jdbc.sql("""
                            insert into membership.exemption (member_id, valid, ground, recorded_by)
                            values (:id, daterange(:from, null), 'OLD_AND_WEAK', 'test')
                            """).param("id", id).param("from", person.exemptFrom()).update();
        }
        return new MemberId(id);
    }

    /** Died: stands nowhere from that day on. */
    public void died(MemberId member, OrganisationId cell, LocalDate day) {
        move(member.id(), "DIED", day, cell, null, null);
    }

    private void move(
            UUID member,
            String kind,
            LocalDate day,
            @Nullable OrganisationId from,
            @Nullable OrganisationId to,
            @Nullable String status) {
        jdbc.sql("""
                        insert into membership.movement (id, member_id, kind, effective_on, from_organisation_id,
                            to_organisation_id, status, recorded_by)
                        values (:id, :member, :kind, :day, :from, :to, :status, 'test')
                        """)
                .param("id", Uuids.next())
                .param("member", member)
                .param("kind", kind)
                .param("day", day)
                .param("from", from == null ? null : from.id(), java.sql.Types.OTHER)
                .param("to", to == null ? null : to.id(), java.sql.Types.OTHER)
                .param("status", status)
                .update();
    }

    private static String end(String number) {
        return number.substring(number.length() - 3);
    }

    /** What a test says of somebody; the rest is ordinary. */
    public record Person(
            String name,
            @Nullable String alias,
            @Nullable String birthName,
            String sex,
            LocalDate born,
            String ethnicity,
            String religion,
            LocalDate joined,
            @Nullable LocalDate official,
            String card,
            @Nullable String oldCard,
            String file,
            @Nullable String citizenNumber,
            @Nullable String education,
            @Nullable String qualification,
            @Nullable String theory,
            @Nullable LocalDate exemptFrom) {
        static Person ordinary() {
            var number = PEOPLE.incrementAndGet();
            return new Person(
                    "Nguyễn Văn An",
                    null,
                    null,
                    "MALE",
                    LocalDate.of(1970, 2, 1),
                    "KINH",
                    "NONE",
                    LocalDate.of(1995, 2, 3),
                    LocalDate.of(1996, 2, 3),
                    "9%07d".formatted(number),
                    null,
                    "%06d TV".formatted(number),
                    null,
                    null,
                    null,
                    null,
                    null);
        }

        public Person named(String other) {
            return new Person(
                    other,
                    alias,
                    birthName,
                    sex,
                    born,
                    ethnicity,
                    religion,
                    joined,
                    official,
                    card,
                    oldCard,
                    file,
                    citizenNumber,
                    education,
                    qualification,
                    theory,
                    exemptFrom);
        }

        public Person alsoKnownAs(String otherAlias, String otherBirthName) {
            return new Person(
                    name,
                    otherAlias,
                    otherBirthName,
                    sex,
                    born,
                    ethnicity,
                    religion,
                    joined,
                    official,
                    card,
                    oldCard,
                    file,
                    citizenNumber,
                    education,
                    qualification,
                    theory,
                    exemptFrom);
        }

        public Person woman() {
            return new Person(
                    name,
                    alias,
                    birthName,
                    "FEMALE",
                    born,
                    ethnicity,
                    religion,
                    joined,
                    official,
                    card,
                    oldCard,
                    file,
                    citizenNumber,
                    education,
                    qualification,
                    theory,
                    exemptFrom);
        }

        public Person born(LocalDate day) {
            return new Person(
                    name,
                    alias,
                    birthName,
                    sex,
                    day,
                    ethnicity,
                    religion,
                    joined,
                    official,
                    card,
                    oldCard,
                    file,
                    citizenNumber,
                    education,
                    qualification,
                    theory,
                    exemptFrom);
        }

        public Person of(String otherEthnicity, String otherReligion) {
            return new Person(
                    name,
                    alias,
                    birthName,
                    sex,
                    born,
                    otherEthnicity,
                    otherReligion,
                    joined,
                    official,
                    card,
                    oldCard,
                    file,
                    citizenNumber,
                    education,
                    qualification,
                    theory,
                    exemptFrom);
        }

        /** On probation where {@code recognised} is null. */
        public Person joined(LocalDate day, @Nullable LocalDate recognised) {
            return new Person(
                    name,
                    alias,
                    birthName,
                    sex,
                    born,
                    ethnicity,
                    religion,
                    day,
                    recognised,
                    card,
                    oldCard,
                    file,
                    citizenNumber,
                    education,
                    qualification,
                    theory,
                    exemptFrom);
        }

        public Person numbered(String otherCard, String otherOldCard, String otherFile, String otherCitizenNumber) {
            return new Person(
                    name,
                    alias,
                    birthName,
                    sex,
                    born,
                    ethnicity,
                    religion,
                    joined,
                    official,
                    otherCard,
                    otherOldCard,
                    otherFile,
                    otherCitizenNumber,
                    education,
                    qualification,
                    theory,
                    exemptFrom);
        }

        public Person educated(@Nullable String general, @Nullable String highest, @Nullable String political) {
            return new Person(
                    name,
                    alias,
                    birthName,
                    sex,
                    born,
                    ethnicity,
                    religion,
                    joined,
                    official,
                    card,
                    oldCard,
                    file,
                    citizenNumber,
                    general,
                    highest,
                    political,
                    exemptFrom);
        }

        public Person exempt(LocalDate from) {
            return new Person(
                    name,
                    alias,
                    birthName,
                    sex,
                    born,
                    ethnicity,
                    religion,
                    joined,
                    official,
                    card,
                    oldCard,
                    file,
                    citizenNumber,
                    education,
                    qualification,
                    theory,
                    from);
        }
    }
}
