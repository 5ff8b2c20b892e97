package vn.partyregister.dossier;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.partyregister.admission.AdmissionCaseId;
import vn.partyregister.admission.AdmissionFile;
import vn.partyregister.admission.AdmissionFiles;
import vn.partyregister.admission.CaseScans;
import vn.partyregister.admission.HeldForm;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.audit.AuditTrail.Subject;
import vn.partyregister.dossier.Papers.Opening;
import vn.partyregister.platform.Author;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.platform.Refusal.NotFound;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Seal;

/** The scanned papers of a case of admission: with the member they are found in the member's file. */
@Service
@Transactional
public class CasePapers implements CaseScans {
    private final JdbcClient jdbc;
    private final AdmissionFiles files;
    private final Seal seal;
    private final AuditTrail audit;

    CasePapers(JdbcClient jdbc, AdmissionFiles files, Seal seal, AuditTrail audit) {
        this.jdbc = jdbc;
        this.files = files;
        this.seal = seal;
        this.audit = audit;
    }

    @Override
    public List<Scan> of(AdmissionCaseId id) {
        return jdbc.sql("""
                        select c.id, c.form, c.pages from dossier.scan c
                        where c.case_id = :id and not exists (select from dossier.taking_back b where b.scan_id = c.id)
                        order by c.recorded_at
                        """)
                .param("id", id.id())
                .query(new RecordRows<>(Scan.class))
                .list();
    }

    /** A form of a case that the scope reaches, to which a scan may be attached: its stage has been reached. */
    public HeldForm attachable(AdmissionCaseId id, String slug, Scope scope) {
        var held = files.open(id, scope).form(slug);
        if (!held.attachable()) {
            throw new RuleBroken(
                    "dossier.case.not-due", held.form().code(), held.form().directive());
        }
        return held;
    }

    /** Takes a scan that was read into the case. */
    ScanId store(AdmissionCaseId id, String slug, Scanned scanned, Scope scope) {
        var form = attachable(id, slug, scope).form();
        var scan = ScanId.next();
        jdbc.sql("""
                        insert into dossier.scan (id, case_id, form, kind, format, pages, bytes, content_sealed, recorded_by)
                        values (:id, :case, :form, :kind, :format, :pages, :bytes, :sealed, :by)
                        """)
                .param("id", scan.id())
                .param("case", id.id())
                .param("form", form.key())
                .param("kind", form.scan())
                .param("format", scanned.format().name())
                .param("pages", scanned.pages())
                .param("bytes", scanned.content().length)
                .param("sealed", seal.seal(scanned.content()))
                .param("by", Author.current().username())
                .update();
        audit.changed(
                "dossier.stored",
                subject(files.open(id, scope)),
                null,
                Map.of("kind", Objects.requireNonNull(form.scan()), "scan", scan.id(), "pages", scanned.pages()));
        return scan;
    }

    /** The content of a scan, to be shown or saved; also of one that was taken back. */
    public ScanContent open(AdmissionCaseId id, ScanId scan, Opening opening, Scope scope) {
        var file = files.open(id, scope);
        var content = jdbc.sql("select format, content_sealed from dossier.scan where id = :scan and case_id = :id")
                .param("scan", scan.id())
                .param("id", id.id())
                .query((row, _) -> {
                    var format = ScanFormat.valueOf(row.getString("format"));
                    return new ScanContent(
                            format,
                            "%s.%s".formatted(scan, format.extension()),
                            seal.open(row.getBytes("content_sealed")));
                })
                .optional()
                .orElseThrow(() -> new NotFound("dossier.unknown"));
        audit.read(opening.act(), subject(file), Map.of("scan", scan.id()));
        return content;
    }

    /** A scan that counts. */
    public Scan scan(AdmissionCaseId id, ScanId scan, Scope scope) {
        return files.open(id, scope).forms().stream()
                .flatMap(held -> held.scans().stream())
                .filter(one -> one.id().equals(scan.id()))
                .findFirst()
                .orElseThrow(() -> new NotFound("dossier.unknown"));
    }

    /** The scan no longer counts; it stays and can be read. */
    public void takeBack(AdmissionCaseId id, ScanId scan, String reason, Scope scope) {
        scan(id, scan, scope);
        jdbc.sql("insert into dossier.taking_back (scan_id, reason, recorded_by) values (:scan, :reason, :by)")
                .param("scan", scan.id())
                .param("reason", reason.strip())
                .param("by", Author.current().username())
                .update();
        audit.changed(
                "dossier.taken-back",
                subject(files.open(id, scope)),
                Map.of("scan", scan.id()),
                Map.of("reason", reason.strip()));
    }

    private static Subject subject(AdmissionFile file) {
        var one = file.one();
        return new Subject("admission", one.id().id(), one.organisation().id());
    }
}
