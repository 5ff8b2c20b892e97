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
        var person = different.apply(new Person());
        var id = Uuids.next();
        var name = PersonName.of(person.name);
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
                .param("name", person.name)
                .param("family", name.family())
                .param("middle", name.middle())
                .param("given", name.given())
                .param("alias", person.alias)
                .param("birthName", person.birthName)
                .param("sex", person.sex)
                .param("born", person.born)
                .param("ethnicity", person.ethnicity)
                .param("religion", person.religion)
                .param("joined", person.joined)
                .param("official", person.official)
                .param("card", person.card)
                .param("oldCard", person.oldCard)
                .param("file", person.file)
                .param("officialId", null)
                .param(
                        "hash",
                        person.citizenNumber == null ? null : seal.hash(person.citizenNumber),
                        java.sql.Types.BINARY)
                .param(
                        "sealed",
                        person.citizenNumber == null ? null : seal.seal(person.citizenNumber),
                        java.sql.Types.BINARY)
                .param("end", person.citizenNumber == null ? null : end(person.citizenNumber))
                .param("education", person.education)
                .param("qualification", person.qualification)
                .param("theory", person.theory)
                .update();
        var opening = !person.joined.isAfter(OPENING);
        move(
                id,
                opening ? "OPENING" : "ADMITTED",
                opening ? OPENING : person.joined,
                null,
                cell,
                opening ? (person.official == null ? "PROBATIONARY" : "OFFICIAL") : null);
        if (!opening && person.official != null) {
            move(id, "RECOGNISED", person.official, null, null, null);
        }
        if (person.exemptFrom != null) {
            jdbc.sql("""
                            insert into membership.exemption (member_id, valid, ground, recorded_by)
                            values (:id, daterange(:from, null), 'OLD_AND_WEAK', 'test')
                            """).param("id", id).param("from", person.exemptFrom).update();
        }
        return new MemberId(id);
    }

    /** Died: stands nowhere from that day on. */
    public void died(MemberId member, OrganisationId cell, LocalDate day) {
        move(member.id(), "DIED", day, cell, null, null);
    }

    /** Stands elsewhere from that day on. */
    public void moved(MemberId member, OrganisationId from, OrganisationId to, LocalDate day) {
        move(member.id(), "TRANSFERRED", day, from, to, null);
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
    public static final class Person {
        private final int number = PEOPLE.incrementAndGet();
        private String name = "Nguyễn Văn An";
        private @Nullable String alias;
        private @Nullable String birthName;
        private String sex = "MALE";
        private LocalDate born = LocalDate.of(1970, 2, 1);
        private String ethnicity = "KINH";
        private String religion = "NONE";
        private LocalDate joined = LocalDate.of(1995, 2, 3);
        private @Nullable LocalDate official = LocalDate.of(1996, 2, 3);
        private @Nullable String card = "9%07d".formatted(number);
        private @Nullable String oldCard;
        private @Nullable String file = "%06d TV".formatted(number);
        private @Nullable String citizenNumber;
        private @Nullable String education;
        private @Nullable String qualification;
        private @Nullable String theory;
        private @Nullable LocalDate exemptFrom;

        private Person() {}

        public Person named(String other) {
            name = other;
            return this;
        }

        public Person alsoKnownAs(String otherAlias, String otherBirthName) {
            alias = otherAlias;
            birthName = otherBirthName;
            return this;
        }

        public Person woman() {
            sex = "FEMALE";
            return this;
        }

        public Person born(LocalDate day) {
            born = day;
            return this;
        }

        public Person of(String otherEthnicity, String otherReligion) {
            ethnicity = otherEthnicity;
            religion = otherReligion;
            return this;
        }

        /** On probation where {@code recognised} is null. */
        public Person joined(LocalDate day, @Nullable LocalDate recognised) {
            joined = day;
            official = recognised;
            return this;
        }

        public Person numbered(
                @Nullable String otherCard,
                @Nullable String otherOldCard,
                @Nullable String otherFile,
                @Nullable String otherCitizenNumber) {
            card = otherCard;
            oldCard = otherOldCard;
            file = otherFile;
            citizenNumber = otherCitizenNumber;
            return this;
        }

        /** Their biography has no number: it was not declared. */
        public Person withoutBiography() {
            file = null;
            return this;
        }

        public Person educated(@Nullable String general, @Nullable String highest, @Nullable String political) {
            education = general;
            qualification = highest;
            theory = political;
            return this;
        }

        public Person exempt(LocalDate from) {
            exemptFrom = from;
            return this;
        }
    }
}
