package vn.partyregister.planning;

import java.sql.Types;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.partyregister.admission.AdmissionCaseId;
import vn.partyregister.admission.CandidatePlaces;
import vn.partyregister.platform.Author;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.VietnameseText;

/** Who is to be admitted for a place, and which place is meant by what was told of a candidate. */
@Service
@Transactional
public class PlaceCandidates implements CandidatePlaces {
    private static final String BETWEEN = " – ";
    private static final String WRITTEN = "concat_ws('%s', p.name, o.name)".formatted(BETWEEN);

    private static final String PLACES = """
            from planning.place p
            join planning.place_state s on s.place_id = p.id and s.valid @> cast(:asAt as date)
            left join organisation.organisation_version o
                on o.organisation_id = s.organisation_id and o.valid @> cast(:asAt as date)
            """;

    private final BusinessDay businessDay;
    private final JdbcClient jdbc;

    PlaceCandidates(BusinessDay businessDay, JdbcClient jdbc) {
        this.businessDay = businessDay;
        this.jdbc = jdbc;
    }

    /** What a picker offers while somebody types. */
    @Transactional(readOnly = true)
    public List<PlaceChoice> choices(String typed, Scope scope, int atMost) {
        var folded = VietnameseText.folded(typed);
        return folded.isEmpty()
                ? List.of()
                : jdbc.sql("""
                        select p.name, %s as written %s
                        where %s and position(:folded in p.name_folded) > 0
                        order by p.name collate organisation.by_name, o.name collate organisation.by_name, p.id limit :most
                        """.formatted(WRITTEN, PLACES, scope.condition("s.organisation_id")))
                        .params(scope.params(businessDay.today()))
                        .param("folded", folded)
                        .param("most", atMost)
                        .query(new RecordRows<>(PlaceChoice.class))
                        .list();
    }

    @Override
    public void told(AdmissionCaseId one, @Nullable String typed, Scope scope) {
        var place = typed == null ? null : meant(typed, scope).map(PlaceId::id).orElse(null);
        if (Objects.equals(place, held(one).orElse(null))) {
            return;
        }
        jdbc.sql("insert into planning.candidate (case_id, place_id, recorded_by) values (:case, :place, :username)")
                .param("case", one.id())
                .param("place", place, Types.OTHER)
                .param("username", Author.current().username())
                .update();
    }

    /** A place as the picker writes it. */
    static String written(String place, String organiser) {
        return organiser.isEmpty() ? place : place + BETWEEN + organiser;
    }

    /** The one place whose name it is, alone or as the picker writes it; nothing where several are meant. */
    @Transactional(readOnly = true)
    Optional<PlaceId> meant(String typed, Scope scope) {
        var found = jdbc.sql("""
                        select p.id %s where %s and platform.folded(:typed) in (p.name_folded, platform.folded(%s)) limit 2
                        """.formatted(PLACES, scope.condition("s.organisation_id"), WRITTEN))
                .params(scope.params(businessDay.today()))
                .param("typed", VietnameseText.tidy(typed))
                .query((row, _) -> new PlaceId(row.getObject("id", UUID.class)))
                .list();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private Optional<UUID> held(AdmissionCaseId one) {
        return jdbc.sql("select place_id from planning.candidate_now where case_id = :case")
                .param("case", one.id())
                .query((row, _) -> row.getObject("place_id", UUID.class))
                .optional();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<UUID> of(AdmissionCaseId one, Scope scope) {
        return jdbc.sql("""
                        select n.place_id from planning.candidate_now n
                        join planning.place_state s on s.place_id = n.place_id and s.valid @> cast(:asAt as date)
                        where n.case_id = :case and %s
                        """.formatted(scope.condition("s.organisation_id")))
                .params(scope.params(businessDay.today()))
                .param("case", one.id())
                .query((row, _) -> row.getObject("place_id", UUID.class))
                .optional();
    }

    /** The cases under way for a place, of the cells that the scope reaches; who waits longest comes first. */
    @Transactional(readOnly = true)
    public List<CandidateRow> of(PlaceId place, Scope scope) {
        return jdbc.sql("""
                        select c.id, c.full_name, coalesce(v.name, '') as organisation, c.stage, c.since
                        from planning.candidate_now n
                        join admission.admission_case c on c.id = n.case_id
                        left join organisation.organisation_version v
                            on v.organisation_id = c.organisation_id and v.valid @> cast(:asAt as date)
                        where n.place_id = :place and c.ended_on is null and %s
                        order by c.since, c.id
                        """.formatted(scope.condition("c.organisation_id")))
                .params(scope.params(businessDay.today()))
                .param("place", place.id())
                .query(new RecordRows<>(CandidateRow.class))
                .list();
    }
}
