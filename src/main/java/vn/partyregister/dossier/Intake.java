package vn.partyregister.dossier;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import vn.partyregister.admission.AdmissionCaseId;
import vn.partyregister.member.MemberId;
import vn.partyregister.membership.MemberFiles;
import vn.partyregister.platform.Scope;

/** Takes files into the dossier. A file is read outside of any transaction: that takes a while, and no connection waits. */
@Component
public class Intake {
    private final MemberFiles files;
    private final ScanReader reader;
    private final Papers papers;
    private final CasePapers cases;

    Intake(MemberFiles files, ScanReader reader, Papers papers, CasePapers cases) {
        this.files = files;
        this.reader = reader;
        this.papers = papers;
        this.cases = cases;
    }

    /** One scan into one file; nothing is read for a member whom the scope does not reach. */
    public ScanId take(MemberId member, NewPaper paper, byte[] sent, Scope scope, LocalDate today) {
        files.brief(member, scope, today);
        return papers.store(member, paper, reader.read(sent), scope, today);
    }

    /** One scan to a form of a case of admission; nothing is read for a case that the scope does not reach. */
    public ScanId take(AdmissionCaseId id, String form, byte[] sent, Scope scope) {
        cases.attachable(id, form, scope);
        return cases.store(id, form, reader.read(sent), scope);
    }
}
