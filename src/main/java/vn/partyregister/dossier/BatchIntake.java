package vn.partyregister.dossier;

import java.time.LocalDate;
import java.util.Locale;
import org.springframework.stereotype.Component;
import vn.partyregister.dossier.BatchFile.Verdict;
import vn.partyregister.member.MemberId;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.Refusal.NotReadable;
import vn.partyregister.platform.Scope;

/** Reads several scans sent at once, one after the other, and finds out by their names where each would go. */
@Component
public class BatchIntake {
    private final PaperKinds kinds;
    private final ScanReader reader;
    private final BatchMatch match;
    private final Batches batches;

    BatchIntake(PaperKinds kinds, ScanReader reader, BatchMatch match, Batches batches) {
        this.kinds = kinds;
        this.reader = reader;
        this.match = match;
        this.batches = batches;
    }

    public BatchId begin(OrganisationId organisation) {
        return batches.begin(organisation);
    }

    /** One of them: it waits where it would go, or with the reason why it would go nowhere. */
    public void take(BatchId batch, int position, String name, byte[] sent, Scope scope, LocalDate today) {
        var said = FileName.read(name, kinds.on(today, Locale.ROOT));
        var members = match.members(said, scope, today);
        if (said.number() == null) {
            batches.refuse(batch, position, name, Verdict.UNKNOWN, new NotReadable("dossier.batch.no-name"));
        } else if (members.isEmpty()) {
            batches.refuse(batch, position, name, Verdict.UNKNOWN, new NotReadable("dossier.batch.nobody"));
        } else if (members.size() > 1) {
            batches.refuse(batch, position, name, Verdict.AMBIGUOUS, new NotReadable("dossier.batch.several"));
        } else if (said.kind() == null) {
            batches.refuse(batch, position, name, Verdict.UNKNOWN, new NotReadable("dossier.batch.no-kind"));
        } else {
            read(batch, position, name, members.getFirst(), said.kind(), sent);
        }
    }

    private void read(BatchId batch, int position, String name, MemberId member, String kind, byte[] sent) {
        try {
            batches.place(batch, position, name, member, kind, reader.read(sent));
        } catch (NotReadable refusal) {
            batches.refuse(batch, position, name, Verdict.REFUSED, refusal);
        }
    }
}
