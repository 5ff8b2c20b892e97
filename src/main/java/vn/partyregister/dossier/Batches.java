package vn.partyregister.dossier;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.audit.AuditTrail.Subject;
import vn.partyregister.member.MemberId;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.Author;
import vn.partyregister.platform.Refusal.NotFound;
import vn.partyregister.platform.Refusal.NotReadable;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Seal;

/** Keeps several scans sent at once until somebody has looked at where each would go; then they go there, or nowhere. */
@Service
@Transactional
public class Batches {
    private final JdbcClient jdbc;
    private final Seal seal;
    private final AuditTrail audit;

    Batches(JdbcClient jdbc, Seal seal, AuditTrail audit) {
        this.jdbc = jdbc;
        this.seal = seal;
        this.audit = audit;
    }

    BatchId begin(OrganisationId organisation) {
        var id = BatchId.next();
        jdbc.sql("insert into dossier.batch (id, organisation_id, uploaded_by) values (:id, :organisation, :by)")
                .param("id", id.id())
                .param("organisation", organisation.id())
                .param("by", Author.current().username())
                .update();
        return id;
    }

    void refuse(BatchId batch, int position, String name, BatchFile.Verdict verdict, NotReadable reason) {
        jdbc.sql("""
                        insert into dossier.batch_file (batch_id, position, name_sealed, verdict, reason, arguments)
                        values (:batch, :position, :name, :verdict, :reason, :arguments)
                        """)
                .param("batch", batch.id())
                .param("position", position)
                .param("name", seal.seal(name))
                .param("verdict", verdict.name())
                .param("reason", reason.key())
                .param(
                        "arguments",
                        reason.arguments().stream().map(String::valueOf).toArray(String[]::new))
                .update();
    }

    void place(BatchId batch, int position, String name, MemberId member, String kind, Scanned scanned) {
        jdbc.sql("""
                        insert into dossier.batch_file (batch_id, position, name_sealed, verdict, member_id, kind, format,
                            pages, bytes, content_sealed)
                        values (:batch, :position, :name, 'MATCHED', :member, :kind, :format, :pages, :bytes, :sealed)
                        """)
                .param("batch", batch.id())
                .param("position", position)
                .param("name", seal.seal(name))
                .param("member", member.id())
                .param("kind", kind)
                .param("format", scanned.format().name())
                .param("pages", scanned.pages())
                .param("bytes", scanned.content().length)
                .param("sealed", seal.seal(scanned.content()))
                .update();
    }

    /** Where each file would go; of somebody whom the scope does not reach nothing is told. */
    @Transactional(readOnly = true)
    public Batch get(BatchId id, Scope scope, LocalDate today, Locale language) {
        requireKnown(id, scope, today);
        return new Batch(
                id,
                jdbc.sql("""
                        select f.name_sealed, f.verdict, f.reason, f.arguments, s.member_id, m.full_name, coalesce(f.pages, 0) as pages,
                            case :language when 'en' then k.name_en else k.name_vi end as kind
                        from dossier.batch_file f
                        left join dossier.paper_kind k on k.code = f.kind
                        left join membership.standing s
                            on s.member_id = f.member_id and s.valid @> cast(:asAt as date) and %s
                        left join member.member m on m.id = s.member_id
                        where f.batch_id = :batch order by f.position
                        """.formatted(scope.condition("s.organisation_id")))
                        .params(scope.params(today))
                        .param("batch", id.id())
                        .param("language", language.getLanguage())
                        .query((row, _) -> new BatchFile(
                                seal.openText(row.getBytes("name_sealed")),
                                BatchFile.Verdict.valueOf(row.getString("verdict")),
                                row.getString("reason"),
                                List.of((String[]) row.getArray("arguments").getArray()),
                                member(row.getObject("member_id", UUID.class)),
                                row.getString("full_name"),
                                row.getString("kind"),
                                row.getInt("pages")))
                        .list());
    }

    private static @Nullable MemberId member(@Nullable UUID id) {
        return id == null ? null : new MemberId(id);
    }

    /** The batches that wait, the latest first. */
    @Transactional(readOnly = true)
    public List<Waiting> waiting(Scope scope, LocalDate today) {
        return jdbc.sql("""
                        select b.id, b.uploaded_by, (select count(*) from dossier.batch_file f where f.batch_id = b.id) as files
                        from dossier.batch b where %s order by b.uploaded_at desc limit 100
                        """.formatted(scope.condition("b.organisation_id")))
                .params(scope.params(today))
                .query((row, _) -> new Waiting(
                        new BatchId(row.getObject("id", UUID.class)),
                        row.getString("uploaded_by"),
                        row.getInt("files")))
                .list();
    }

    /** The matched files go where they belong, as far as the scope reaches today; how many that were. */
    public int store(BatchId id, Scope scope, LocalDate today) {
        requireKnown(id, scope, today);
        var stored = jdbc.sql("""
                        with placed as (
                            insert into dossier.scan
                                (id, member_id, kind, format, pages, bytes, content_sealed, recorded_by)
                            select uuidv7(), f.member_id, f.kind, f.format, f.pages, f.bytes, f.content_sealed, :by
                            from dossier.batch_file f
                            join membership.standing s on s.member_id = f.member_id and s.valid @> cast(:asAt as date)
                            where f.batch_id = :batch and f.verdict = 'MATCHED' and %s
                            returning id, member_id, kind, pages)
                        select p.id, p.member_id, p.kind, p.pages, s.organisation_id from placed p
                        join membership.standing s on s.member_id = p.member_id and s.valid @> cast(:asAt as date)
                        """.formatted(scope.condition("s.organisation_id")))
                .params(scope.params(today))
                .param("batch", id.id())
                .param("by", Author.current().username())
                .query((row, _) -> new Stored(
                        row.getObject("id", UUID.class),
                        row.getObject("member_id", UUID.class),
                        row.getString("kind"),
                        row.getInt("pages"),
                        row.getObject("organisation_id", UUID.class)))
                .list();
        stored.forEach(scan -> audit.changed(
                "dossier.stored",
                new Subject("member", scan.member(), scan.organisation()),
                null,
                Map.of("kind", scan.kind(), "scan", scan.id(), "pages", scan.pages())));
        delete(id);
        return stored.size();
    }

    /** Nothing of it is kept. */
    public void abandon(BatchId id, Scope scope, LocalDate today) {
        requireKnown(id, scope, today);
        delete(id);
    }

    private void delete(BatchId id) {
        jdbc.sql("delete from dossier.batch where id = :id")
                .param("id", id.id())
                .update();
    }

    private void requireKnown(BatchId id, Scope scope, LocalDate today) {
        var known = jdbc.sql("select exists (select from dossier.batch b where b.id = :id and %s)"
                        .formatted(scope.condition("b.organisation_id")))
                .params(scope.params(today))
                .param("id", id.id())
                .query((row, _) -> row.getBoolean(1))
                .single();
        if (!known) {
            throw new NotFound("dossier.batch.unknown");
        }
    }

    /** A batch in the list of those that wait. */
    public record Waiting(BatchId id, String uploadedBy, int files) {}

    private record Stored(UUID id, UUID member, String kind, int pages, UUID organisation) {}
}
