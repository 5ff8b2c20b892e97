package vn.partyregister.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.platform.Refusal;
import vn.partyregister.platform.TableColumn;
import vn.partyregister.platform.TableFormat;
import vn.partyregister.platform.TableWriter;
import vn.partyregister.platform.Visitor;

/** What of imports leaves the register: workbooks to fill in, those given back to be corrected, and rows. */
@Service
public class ImportFiles {
    private final Uploads uploads;
    private final Kinds kinds;
    private final MarkedFiles marked;
    private final AuditTrail audit;

    ImportFiles(Uploads uploads, Kinds kinds, MarkedFiles marked, AuditTrail audit) {
        this.uploads = uploads;
        this.kinds = kinds;
        this.marked = marked;
        this.audit = audit;
    }

    /** An upload whose rows leave the register as a file: the trail says so. */
    @Transactional
    public Upload takeOut(ImportId id, Visitor visitor, String what) {
        var upload = uploads.get(id, visitor);
        if (upload.isCleared()) {
            throw new Refusal.RuleBroken("exchange.cleared");
        }
        audit.read(
                "exchange.taken-out",
                new AuditTrail.Subject("import", id.id(), null),
                Map.of("file", upload.fileName(), "what", what));
        return upload;
    }

    /** The user's own file with its faulty cells marked. */
    @Transactional
    public MarkedFile marked(ImportId id, Visitor visitor) {
        var upload = takeOut(id, visitor, "workbook");
        if (upload.state() != State.JUDGED && upload.state() != State.DONE) {
            throw new Refusal.RuleBroken("exchange.not-now");
        }
        return marked.of(upload);
    }

    /** Writes an empty workbook with the headings of a kind. */
    public void template(String kind, OutputStream out) throws IOException {
        var columns = kinds.get(kind).columns().stream()
                .map(column -> TableColumn.<Object>text(column.heading(), _ -> null))
                .toList();
        TableWriter.to(out, TableFormat.XLSX, kind, columns).finish();
    }
}
