package vn.partyregister.member;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.audit.AuditTrail.Subject;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.Author;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.Seal;
import vn.partyregister.platform.Uuids;
import vn.partyregister.platform.VietnameseText;

/** The photos of members (ảnh 3 × 4). Who may see whom is asked before, of the journal. */
@Service
@Transactional
public class Photos {
    private static final int LONGEST_REASON = 200;

    private final JdbcClient jdbc;
    private final PhotoReader reader;
    private final PersonColumns person;
    private final Seal seal;
    private final BusinessDay businessDay;
    private final AuditTrail audit;

    Photos(
            JdbcClient jdbc,
            PhotoReader reader,
            PersonColumns person,
            Seal seal,
            BusinessDay businessDay,
            AuditTrail audit) {
        this.jdbc = jdbc;
        this.reader = reader;
        this.person = person;
        this.seal = seal;
        this.businessDay = businessDay;
        this.audit = audit;
    }

    /** The photo that counts, as JPEG. */
    @Transactional(readOnly = true)
    public Optional<Photo> find(MemberId member) {
        return jdbc.sql("select id, sealed from member.photo where member_id = :member order by recorded desc limit 1")
                .param("member", member.id())
                .query((row, _) -> new Latest(row.getObject("id", UUID.class), row.getBytes("sealed")))
                .optional()
                .flatMap(latest -> Optional.ofNullable(latest.bytes())
                        .map(bytes -> new Photo(latest.id().toString(), seal.open(bytes))));
    }

    /** Whether somebody has a photo. */
    @Transactional(readOnly = true)
    public boolean has(MemberId member) {
        return jdbc.sql("""
                        select coalesce((select sealed is not null from member.photo
                            where member_id = :member order by recorded desc limit 1), false)
                        """).param("member", member.id()).query(Boolean.class).single();
    }

    /** All entries, the latest first. */
    @Transactional(readOnly = true)
    public List<Past> past(MemberId member) {
        return jdbc.sql("""
                        select sealed is not null as given, reason, recorded, recorded_by, recorded_for
                        from member.photo where member_id = :member order by recorded desc
                        """)
                .param("member", member.id())
                .query(new RecordRows<>(Past.class))
                .list();
    }

    /**
     * Takes a photo into the file.
     *
     * @param file as it is uploaded: JPEG or PNG
     * @param reason why it takes the place of another; may be blank where there is none
     */
    public void put(MemberId member, OrganisationId organisation, InputStream file, String reason) throws IOException {
        var photo = reader.read(file);
        person.hold(member);
        enter(member, organisation, seal.seal(photo), has(member) ? required(reason) : VietnameseText.tidy(reason));
    }

    public void takeAway(MemberId member, OrganisationId organisation, String reason) {
        person.hold(member);
        if (!has(member)) {
            throw new RuleBroken("member.photo.none-there");
        }
        enter(member, organisation, null, required(reason));
    }

    private static String required(String reason) {
        var why = VietnameseText.tidy(reason);
        if (why.isEmpty()) {
            throw new RuleBroken("member.photo.reason-missing");
        }
        return why;
    }

    private void enter(MemberId member, OrganisationId organisation, byte @Nullable [] photo, String reason) {
        if (reason.length() > LONGEST_REASON) {
            throw new RuleBroken("member.photo.reason-too-long", LONGEST_REASON);
        }
        jdbc.sql("""
                        insert into member.photo (id, member_id, sealed, reason, recorded_by, recorded_for)
                        values (:id, :member, :sealed, :reason, :username, :today)
                        """)
                .param("id", Uuids.next())
                .param("member", member.id())
                .param("sealed", photo, Types.BINARY)
                .param("reason", reason.isEmpty() ? null : reason, Types.VARCHAR)
                .param("username", Author.current().username())
                .param("today", businessDay.today())
                .update();
        audit.changed(
                "member.photo-changed",
                new Subject("member", member.id(), organisation.id()),
                null,
                Map.of("given", photo != null, "reason", reason));
    }

    private record Latest(UUID id, byte @Nullable [] bytes) {}

    /**
     * A photo.
     *
     * @param tag tells it from any other of the same member
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on once, compared by nobody
    public record Photo(String tag, byte[] jpeg) {
        /** The picture in an address of its own, for paper that asks for nothing. */
        public String address() {
            return "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(jpeg);
        }
    }

    /** An entry: a photo that was given, or that one was taken away. */
    public record Past(
            boolean given,
            @Nullable String reason,
            OffsetDateTime recorded,
            String recordedBy,
            LocalDate recordedFor) {}
}
