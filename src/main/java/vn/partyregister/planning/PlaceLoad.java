package vn.partyregister.planning;

import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.audit.AuditTrail.Subject;
import vn.partyregister.member.MemberId;
import vn.partyregister.platform.Author;

/**
 * Enters many places with their posts at once, for a register that is opened with them. What a table refuses ends the
 * whole load.
 */
@Service
public class PlaceLoad {
    private static final int BATCH = 500;

    private final JdbcTemplate batches;
    private final AuditTrail audit;

    PlaceLoad(JdbcTemplate batches, AuditTrail audit) {
        this.batches = batches;
        this.audit = audit;
    }

    /** All of them, each as it has been since a day. */
    @Transactional
    public void load(List<KnownPlace> known, LocalDate since) {
        var places =
                known.stream().map(one -> new Begun(PlaceId.next().id(), one)).toList();
        var username = Author.current().username();
        batches.batchUpdate(
                "insert into planning.place (id, kind, name, recorded_by) values (?, ?, ?, ?)",
                places,
                BATCH,
                (row, place) -> {
                    row.setObject(1, place.id());
                    row.setString(2, place.told().kind());
                    row.setString(3, place.told().name());
                    row.setString(4, username);
                });
        batches.batchUpdate("""
                insert into planning.place_state (place_id, valid, organisation_id, cell_id, has_members, in_charge_id, recorded_by)
                values (?, daterange(?, null), ?, ?, ?, ?, ?)
                """, places, BATCH, (row, place) -> {
            var now = place.told().situation();
            row.setObject(1, place.id());
            row.setObject(2, since);
            row.setObject(3, now.organisation().id());
            row.setObject(4, now.cell() == null ? null : now.cell().id(), Types.OTHER);
            row.setBoolean(5, now.hasMembers() || now.cell() != null);
            row.setObject(6, now.inCharge() == null ? null : now.inCharge().id(), Types.OTHER);
            row.setString(7, username);
        });
        fill(places, since, username);
        audit.changed(
                "planning.places-loaded", new Subject("place", null, null), null, Map.of("places", places.size()));
    }

    /** A member is called as in the register. */
    private void fill(List<Begun> places, LocalDate since, String username) {
        var posts = new ArrayList<Filled>();
        places.forEach(place -> place.told().posts().forEach(post -> posts.add(new Filled(place.id(), post))));
        batches.batchUpdate("""
                insert into planning.place_post (id, place_id, post, holder, member_id, valid, recorded_by)
                values (?, ?, ?, coalesce((select full_name from member.member where id = ?), ?), ?, daterange(?, null), ?)
                """, posts, BATCH, (row, filled) -> {
            var member = filled.post().member() == null
                    ? null
                    : filled.post().member().id();
            row.setObject(1, PlacePostId.next().id());
            row.setObject(2, filled.place());
            row.setString(3, filled.post().post());
            row.setObject(4, member, Types.OTHER);
            row.setString(5, filled.post().holder());
            row.setObject(6, member, Types.OTHER);
            row.setObject(7, since);
            row.setString(8, username);
        });
    }

    /**
     * A place, what it is, and who holds its posts.
     *
     * @param kind a code of {@code place-kind}
     */
    public record KnownPlace(String kind, String name, Situation situation, List<KnownPost> posts) {
        public KnownPlace {
            posts = List.copyOf(posts);
        }
    }

    /**
     * A post that is held.
     *
     * @param post a code of {@code hamlet-post}
     * @param holder the name of somebody who is no member
     */
    public record KnownPost(
            String post, @Nullable String holder, @Nullable MemberId member) {}

    private record Begun(UUID id, KnownPlace told) {}

    private record Filled(UUID place, KnownPost post) {}
}
