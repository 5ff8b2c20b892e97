package vn.partyregister.exchange;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.platform.Author;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Refusal;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Visitor;

/** Files on their way into the register: uploaded, mapped, judged, looked at, and then written or let go. */
@Service
public class Imports {
    private final Uploads uploads;
    private final Kinds kinds;
    private final HeadingMeanings meanings;
    private final ImportRun run;
    private final ImportJob job;
    private final StagedRows staged;
    private final AuditTrail audit;
    private final ColumnLabels labels;
    private final Retention retention;
    private final BusinessDay businessDay;
    private final TransactionOperations transaction;

    Imports(
            Uploads uploads,
            Kinds kinds,
            HeadingMeanings meanings,
            ImportRun run,
            ImportJob job,
            StagedRows staged,
            AuditTrail audit,
            ColumnLabels labels,
            Retention retention,
            BusinessDay businessDay,
            TransactionOperations transaction) {
        this.uploads = uploads;
        this.kinds = kinds;
        this.meanings = meanings;
        this.run = run;
        this.job = job;
        this.staged = staged;
        this.audit = audit;
        this.labels = labels;
        this.retention = retention;
        this.businessDay = businessDay;
        this.transaction = transaction;
    }

    /** The kinds of row that can be imported. */
    public List<String> kinds() {
        return kinds.keys();
    }

    /** The columns of a kind. */
    public List<Column> columns(String kind) {
        return kinds.get(kind).columns();
    }

    /** Keeps a file and reads its headings. Refused whole where it cannot be read at all. */
    @Transactional
    public ImportId upload(String name, byte[] file, String kind, Purpose purpose, Visitor visitor) {
        return upload(name, file, kind, purpose, visitor.scope(Permission.IMPORT))
                .id();
    }

    private Upload upload(String name, byte[] file, String kind, Purpose purpose, Scope scope) {
        var known = kinds.get(kind);
        var sheet = meanings.bestSheet(known, file, name);
        var found = meanings.of(known, sheet);
        var author = Author.current();
        var upload = new Upload(
                ImportId.next(),
                kind,
                purpose,
                name,
                sheet.format().name(),
                sheet.encoding().name(),
                sheet.sheet(),
                found.row(),
                found.firstRow(),
                State.UPLOADED,
                author.account(),
                author.username(),
                author.address(),
                scope,
                Instant.EPOCH,
                null,
                null,
                0,
                0,
                0,
                null,
                List.of());
        uploads.add(upload, file);
        uploads.setHeadings(upload.id(), found.columns());
        audit.changed(
                "exchange.uploaded",
                new AuditTrail.Subject("import", upload.id().id(), null),
                null,
                Map.of("file", name, "kind", kind, "purpose", purpose));
        return upload;
    }

    /**
     * Imports a file in one go, in this thread, in the name of the author of what runs: for the program itself.
     *
     * @throws Refusal where the file is refused whole
     */
    @Transactional(propagation = Propagation.NEVER)
    public Imported importNow(String kind, String name, byte[] file, ProgressListener progress) {
        var id = begin(kind, name, file);
        run.work(id, progress);
        settled(id, State.JUDGED);
        transaction.executeWithoutResult(_ -> uploads.move(id, State.JUDGED, State.COMMITTING));
        run.workAtOnce(id, progress);
        settled(id, State.DONE);
        return new Imported(id, figures(id));
    }

    private ImportId begin(String kind, String name, byte[] file) {
        return Optional.ofNullable(transaction.execute(_ -> {
                    var upload = upload(name, file, kind, Purpose.LOAD, Scope.EVERYTHING);
                    uploads.move(upload.id(), State.UPLOADED, State.STAGING);
                    return upload.id();
                }))
                .orElseThrow();
    }

    private void settled(ImportId id, State expected) {
        var upload = uploads.get(id);
        if (upload.state() != expected) {
            var refusal = upload.refusal();
            throw new Refusal.NotReadable(
                    refusal == null ? "exchange.stopped-reading" : refusal,
                    upload.refusalArguments().toArray());
        }
    }

    // Looking

    /** An upload that the visitor may see. */
    public Upload get(ImportId id, Visitor visitor) {
        return uploads.get(id, visitor);
    }

    public Figures figures(ImportId id) {
        return transaction.execute(_ -> uploads.get(id).isCleared() ? retention.figures(id) : staged.figures(id));
    }

    /** The closed periods that the rows of a file come too late for; none once they are deleted. */
    public List<LatePeriod.Figure> late(ImportId id) {
        return Objects.requireNonNull(transaction.execute(_ -> staged.late(id)));
    }

    /** What a directive asks for and the file has no column for at all, by what asks for it. */
    public List<AbsentColumns> absentColumns(Upload upload) {
        var kind = kinds.get(upload.kind());
        var there = uploads.headings(upload.id()).stream().map(Heading::column).toList();
        return kind.asked(businessDay.today()).stream()
                .filter(asked -> !there.contains(asked.column()))
                .collect(Collectors.groupingBy(Asked::source, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(one -> AbsentColumns.of(one.getKey(), one.getValue(), kind, labels))
                .toList();
    }

    /** Why rows of an import were not taken, once the rows themselves are deleted; nothing before. */
    public List<KeptReason> reasons(Upload upload) {
        return retention.reasons(upload, kinds.get(upload.kind()), labels);
    }

    /** What the headings of the file mean, with its first rows. */
    public Mapping mapping(ImportId id, Visitor visitor) {
        var upload = uploads.get(id, visitor);
        var file = uploads.open(upload);
        return Mapping.of(upload, file, uploads.headings(id), kinds.get(upload.kind()), labels);
    }

    // Acting

    /** Reads the texts of the file in another encoding. */
    @Transactional
    public void readIn(ImportId id, String encoding, Visitor visitor) {
        var upload = own(id, visitor);
        require(upload, State.UPLOADED);
        var chosen = TextEncoding.of(encoding).orElseThrow(() -> new Refusal.NotReadable("exchange.unknown-encoding"));
        readAs(upload, SheetReader.open(uploads.file(id), upload.fileName(), chosen.name(), upload.sheet()));
    }

    /** Reads another sheet of the workbook, its encoding guessed anew. */
    @Transactional
    public void readSheet(ImportId id, String sheet, Visitor visitor) {
        var upload = own(id, visitor);
        require(upload, State.UPLOADED);
        var file = SheetReader.open(uploads.file(id), upload.fileName(), null, sheet);
        if (!file.sheets().contains(sheet)) {
            throw new Refusal.NotReadable("exchange.unknown-sheet");
        }
        readAs(upload, file);
    }

    private void readAs(Upload upload, SheetFile file) {
        uploads.readAs(upload.id(), file, meanings.of(kinds.get(upload.kind()), file));
    }

    /**
     * Says what the headings mean, remembers it, and has the rows read.
     *
     * @param said position of a column in the file to the key it means
     */
    @Transactional
    public void read(ImportId id, Map<Integer, String> said, Visitor visitor) {
        var upload = own(id, visitor);
        require(upload, State.UPLOADED);
        var kind = kinds.get(upload.kind());
        var guessed = uploads.headings(id);
        var headings = HeadingMeanings.said(guessed, said, kind);
        uploads.setHeadings(id, headings);
        HeadingMeanings.worthRemembering(guessed, headings)
                .forEach((heading, column) -> uploads.remember(kind.key(), heading, column));
        uploads.reachUpTo(id, visitor);
        uploads.refuse(id, null, List.of());
        uploads.move(id, State.UPLOADED, State.STAGING);
        job.plan(id);
    }

    /** Back to the mapping, as long as nothing is written. */
    @Transactional
    public void mapAgain(ImportId id, Visitor visitor) {
        var upload = own(id, visitor);
        if (upload.rowsDone() > 0) {
            throw new Refusal.RuleBroken("exchange.partly-written");
        }
        uploads.move(id, State.JUDGED, State.UPLOADED);
    }

    /**
     * Has the rows written, as far as the preview lets them.
     *
     * @param knownLate whether the clerk said to know which closed periods they come too late for
     * @return false where they come too late and nobody said so yet: nothing is written
     */
    @Transactional
    public boolean commit(ImportId id, boolean knownLate, Visitor visitor) {
        var upload = own(id, visitor);
        if (upload.isComparison()) {
            throw new Refusal.RuleBroken("exchange.only-comparing");
        }
        if (!upload.scope().equals(visitor.scope(Permission.IMPORT))) {
            throw new Refusal.RuleBroken("exchange.scope-changed");
        }
        if (!knownLate && !staged.late(id).isEmpty()) {
            require(upload, State.JUDGED);
            return false;
        }
        uploads.refuse(id, null, List.of());
        uploads.move(id, State.JUDGED, State.COMMITTING);
        job.plan(id);
        return true;
    }

    /** Lets go of an upload of which nothing is written; what was read of it is forgotten. */
    @Transactional
    public void abandon(ImportId id, Visitor visitor) {
        var upload = own(id, visitor);
        if (upload.rowsDone() > 0) {
            throw new Refusal.RuleBroken("exchange.partly-written");
        }
        uploads.move(id, upload.state(), State.ABANDONED);
        run.forget(id);
        audit.changed(
                "exchange.abandoned",
                new AuditTrail.Subject("import", id.id(), null),
                Map.of("file", upload.fileName()),
                null);
    }

    private Upload own(ImportId id, Visitor visitor) {
        var upload = uploads.get(id, visitor);
        if (!visitor.account().equals(upload.accountId())) {
            throw new Refusal.RuleBroken("exchange.not-yours", upload.username());
        }
        return upload;
    }

    private static void require(Upload upload, State state) {
        if (upload.state() != state) {
            throw new Refusal.RuleBroken("exchange.not-now");
        }
    }
}
