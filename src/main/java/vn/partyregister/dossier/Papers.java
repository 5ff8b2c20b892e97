package vn.partyregister.dossier;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.audit.AuditTrail.Subject;
import vn.partyregister.member.MemberId;
import vn.partyregister.membership.MemberFiles;
import vn.partyregister.platform.Author;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.platform.Refusal.NotFound;
import vn.partyregister.platform.Refusal.NotReadable;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Seal;

/** Keeps the papers of a member's file, within a scope; whoever looks at one is noted. */
@Service
@Transactional
public class Papers {
    private final JdbcClient jdbc;
    private final MemberFiles files;
    private final Seal seal;
    private final AuditTrail audit;

    Papers(JdbcClient jdbc, MemberFiles files, Seal seal, AuditTrail audit) {
        this.jdbc = jdbc;
        this.files = files;
        this.seal = seal;
        this.audit = audit;
    }

    /** What the file must hold and what it holds. */
    public MemberPapers of(MemberId member, Scope scope, LocalDate today, Locale language) {
        var brief = files.brief(member, scope, today);
        audit.read("dossier.read", subject(brief), null);
        return new MemberPapers(brief, required(member, today, language), scans(member, language));
    }

    private List<MemberPapers.Required> required(MemberId member, LocalDate today, Locale language) {
        return jdbc.sql("""
                        select k.code, case :language when 'en' then k.name_en else k.name_vi end as name, f.form,
                            d.number as directive, r.certainty,
                            exists (select from dossier.held h where h.member_id = m.id and h.kind = k.code) as there
                        from member.member m
                        join lateral (select status from membership.standing
                            where member_id = m.id and lower(valid) <= :asAt
                            order by valid desc limit 1) s on true
                        join dossier.requirement r on %s
                        join dossier.paper_kind k on k.code = r.kind
                        left join dossier.paper_form f on f.kind = k.code and f.valid @> cast(:asAt as date)
                        left join reference.directive d on d.id = r.directive_id
                        where m.id = :member
                        order by k.position
                        """.formatted(Requirements.bind("s.status")))
                .param("member", member.id())
                .param("asAt", today)
                .param("language", language.getLanguage())
                .query(new RecordRows<>(MemberPapers.Required.class))
                .list();
    }

    private List<MemberPapers.Scan> scans(MemberId member, Locale language) {
        return jdbc.sql("""
                        select c.id, case :language when 'en' then k.name_en else k.name_vi end as kind, c.format, c.pages,
                            c.bytes, c.dated, c.note, c.recorded_at, c.recorded_by, b.reason, b.recorded_by as taken_back_by
                        from dossier.filed c
                        join dossier.paper_kind k on k.code = c.kind
                        left join dossier.taking_back b on b.scan_id = c.id
                        where c.member_id = :member
                        order by b.scan_id is not null, k.position, c.dated desc nulls last, c.recorded_at desc
                        """)
                .param("member", member.id())
                .param("language", language.getLanguage())
                .query(new RecordRows<>(MemberPapers.Scan.class))
                .list();
    }

    /** Takes a scan that was read into the file. */
    ScanId store(MemberId member, NewPaper paper, Scanned scanned, Scope scope, LocalDate today) {
        var brief = files.brief(member, scope, today);
        refuseUnknownKind(paper.kind(), today);
        if (paper.dated() != null && paper.dated().isAfter(today)) {
            throw new RuleBroken("dossier.refused.in-the-future");
        }
        var id = ScanId.next();
        jdbc.sql("""
                        insert into dossier.scan
                            (id, member_id, kind, format, pages, bytes, dated, note, content_sealed, recorded_by)
                        values (:id, :member, :kind, :format, :pages, :bytes, :dated, :note, :sealed, :by)
                        """)
                .param("id", id.id())
                .param("member", member.id())
                .param("kind", paper.kind())
                .param("format", scanned.format().name())
                .param("pages", scanned.pages())
                .param("bytes", scanned.content().length)
                .param("dated", paper.dated(), java.sql.Types.DATE)
                .param("note", paper.note())
                .param("sealed", seal.seal(scanned.content()))
                .param("by", Author.current().username())
                .update();
        audit.changed(
                "dossier.stored",
                subject(brief),
                null,
                Map.of("kind", paper.kind(), "scan", id.id(), "pages", scanned.pages()));
        return id;
    }

    private void refuseUnknownKind(String kind, LocalDate today) {
        if (!jdbc.sql(
                        "select exists (select from dossier.paper_kind where code = :kind and valid @> cast(:day as date))")
                .param("kind", kind)
                .param("day", today)
                .query((row, _) -> row.getBoolean(1))
                .single()) {
            throw new NotReadable("dossier.refused.unknown-kind");
        }
    }

    /** The content of a scan, to be shown or saved; also of one that was taken back. */
    public ScanContent open(MemberId member, ScanId id, Opening opening, Scope scope, LocalDate today) {
        var brief = files.brief(member, scope, today);
        var content = jdbc.sql("""
                        select format, content_sealed from dossier.filed
                        where id = :id and member_id = :member
                        """)
                .param("id", id.id())
                .param("member", member.id())
                .query((row, _) -> {
                    var format = ScanFormat.valueOf(row.getString("format"));
                    return new ScanContent(
                            format,
                            "%s.%s".formatted(id, format.extension()),
                            seal.open(row.getBytes("content_sealed")));
                })
                .optional()
                .orElseThrow(() -> new NotFound("dossier.unknown"));
        audit.read(opening.act, subject(brief), Map.of("scan", id.id()));
        return content;
    }

    /** A scan as the page shows it on which it is taken back. */
    public MemberPapers.Scan scan(MemberId member, ScanId id, Scope scope, LocalDate today, Locale language) {
        files.brief(member, scope, today);
        return scans(member, language).stream()
                .filter(scan -> scan.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("dossier.unknown"));
    }

    /** The scan no longer counts; it stays and can be read. */
    public void takeBack(MemberId member, ScanId id, String reason, Scope scope, LocalDate today) {
        var brief = files.brief(member, scope, today);
        var known = jdbc.sql("select exists (select from dossier.filed where id = :id and member_id = :member)")
                .param("id", id.id())
                .param("member", member.id())
                .query((row, _) -> row.getBoolean(1))
                .single();
        if (!known) {
            throw new NotFound("dossier.unknown");
        }
        var taken = jdbc.sql("""
                        insert into dossier.taking_back (scan_id, reason, recorded_by) values (:id, :reason, :by)
                        on conflict do nothing
                        """)
                .param("id", id.id())
                .param("reason", reason.strip())
                .param("by", Author.current().username())
                .update();
        if (taken == 0) {
            throw new RuleBroken("dossier.refused.taken-back-already");
        }
        audit.changed("dossier.taken-back", subject(brief), Map.of("scan", id.id()), Map.of("reason", reason.strip()));
    }

    private static Subject subject(MemberFiles.Brief brief) {
        return new Subject("member", brief.id().id(), brief.organisationId().id());
    }

    /** What for a scan is opened: the trail tells them apart. */
    public enum Opening {
        VIEW("dossier.viewed"),
        DOWNLOAD("dossier.downloaded");

        private final String act;

        Opening(String act) {
            this.act = act;
        }

        String act() {
            return act;
        }
    }
}
