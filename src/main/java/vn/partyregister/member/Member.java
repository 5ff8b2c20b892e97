package vn.partyregister.member;

import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.jspecify.annotations.Nullable;
import vn.partyregister.platform.PartialDate;
import vn.partyregister.platform.PersonName;
import vn.partyregister.platform.VietnameseText;

/** The person: who they are. Where they belong is told by the journal alone. */
@Entity
@Table(schema = "member")
public class Member {
    @EmbeddedId
    private MemberId id;

    @Version
    private @Nullable Integer version;

    private @Nullable String officialId;
    private String fullName;
    private String familyName;
    private String middleName;
    private String givenName;
    private @Nullable String birthName;
    private @Nullable String alias;
    private String sex;

    @Embedded
    @EmbeddedColumnNaming("born_%s")
    private PartialDate born;

    private String ethnicity;
    private String religion;

    @SuppressWarnings("UnusedVariable") // opened by Members alone
    private byte @Nullable [] citizenNumberSealed;

    @SuppressWarnings("UnusedVariable")
    private byte @Nullable [] citizenNumberHash;

    private @Nullable String citizenNumberEnd;

    @Embedded
    @EmbeddedColumnNaming("card_%s")
    private @Nullable Card card;

    private @Nullable String oldCardNumber;
    private @Nullable String fileNumber;

    @Embedded
    @EmbeddedColumnNaming("birthplace_%s")
    private @Nullable Birthplace birthplace;

    @Embedded
    @EmbeddedColumnNaming("native_%s")
    private @Nullable Address nativePlace;

    @Embedded
    @EmbeddedColumnNaming("residence_%s")
    private @Nullable Address residence;

    private @Nullable LocalDate decidedOn;
    private LocalDate joinedOn;
    private @Nullable LocalDate officialOn;
    private @Nullable String occupationAtEntry;
    private @Nullable String occupation;
    private @Nullable String occupationDetail;

    @Embedded
    private @Nullable Education education;

    @SuppressWarnings("NullAway.Init")
    protected Member() {}

    private Member(MemberId id, NewMember person) {
        var name = PersonName.of(person.fullName());
        this.id = id;
        this.fullName = VietnameseText.tidy(person.fullName());
        this.familyName = name.family();
        this.middleName = name.middle();
        this.givenName = name.given();
        this.alias = person.alias();
        this.sex = person.sex();
        this.born = person.born();
        this.ethnicity = person.ethnicity();
        this.religion = person.religion();
        this.decidedOn = person.decidedOn();
        this.joinedOn = person.joinedOn();
        this.occupationAtEntry = person.occupation();
        this.occupation = person.occupation();
        this.education = person.generalEducation() == null ? null : Education.general(person.generalEducation());
    }

    static Member enter(NewMember person) {
        return new Member(MemberId.next(), person);
    }

    Member seal(byte[] sealed, byte[] hash, String end) {
        citizenNumberSealed = sealed;
        citizenNumberHash = hash;
        citizenNumberEnd = end;
        return this;
    }

    byte @Nullable [] citizenNumberSealed() {
        return citizenNumberSealed;
    }

    public MemberId id() {
        return id;
    }

    public @Nullable String officialId() {
        return officialId;
    }

    public String fullName() {
        return fullName;
    }

    /** The parts of the name as lists order them. */
    public PersonName name() {
        return new PersonName(familyName, middleName, givenName);
    }

    public @Nullable String birthName() {
        return birthName;
    }

    public @Nullable String alias() {
        return alias;
    }

    public String sex() {
        return sex;
    }

    public PartialDate born() {
        return born;
    }

    public String ethnicity() {
        return ethnicity;
    }

    public String religion() {
        return religion;
    }

    /** The last three digits: what everybody may see of it. */
    public @Nullable String citizenNumberEnd() {
        return citizenNumberEnd;
    }

    public @Nullable Card card() {
        return card;
    }

    public @Nullable String oldCardNumber() {
        return oldCardNumber;
    }

    public @Nullable String fileNumber() {
        return fileNumber;
    }

    public @Nullable Birthplace birthplace() {
        return birthplace;
    }

    public @Nullable Address nativePlace() {
        return nativePlace;
    }

    public @Nullable Address residence() {
        return residence;
    }

    public @Nullable LocalDate decidedOn() {
        return decidedOn;
    }

    public LocalDate joinedOn() {
        return joinedOn;
    }

    public @Nullable LocalDate officialOn() {
        return officialOn;
    }

    public @Nullable String occupationAtEntry() {
        return occupationAtEntry;
    }

    public @Nullable String occupation() {
        return occupation;
    }

    public @Nullable String occupationDetail() {
        return occupationDetail;
    }

    public @Nullable Education education() {
        return education;
    }
}
