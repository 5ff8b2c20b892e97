package vn.partyregister.membership.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.audit.AuditTrail.Subject;
import vn.partyregister.membership.BulkFilter;
import vn.partyregister.membership.BulkList;
import vn.partyregister.membership.BulkPersonRow;
import vn.partyregister.membership.BulkWork;
import vn.partyregister.membership.BulkWorkId;
import vn.partyregister.membership.BulkWorks;
import vn.partyregister.platform.Parameters;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.TableColumn;
import vn.partyregister.platform.TableDownload;
import vn.partyregister.platform.TableFormat;
import vn.partyregister.platform.Visitor;

/** The people of a work as a file, each with what became of them and why. */
@Controller
class BulkFileController {
    private final BulkWorks works;
    private final BulkList list;
    private final BulkTexts texts;
    private final TableDownload download;
    private final AuditTrail audit;

    BulkFileController(BulkWorks works, BulkList list, BulkTexts texts, TableDownload download, AuditTrail audit) {
        this.works = works;
        this.list = list;
        this.texts = texts;
        this.download = download;
        this.audit = audit;
    }

    @GetMapping("/members/bulk/{work}/people.{format:xlsx|csv}")
    @Permitted(Permission.EXPORT)
    void download(
            @PathVariable("work") BulkWorkId id,
            @PathVariable TableFormat format,
            @RequestParam Map<String, String> given,
            Scope scope,
            Visitor visitor,
            HttpServletResponse response) {
        var work = works.get(id, visitor, scope);
        var parameters = new Parameters(given);
        var filter = BulkFilter.read(parameters);
        var sort = parameters.sort(BulkList.PEOPLE_ORDERS, BulkList.PEOPLE_STANDARD_ORDER);
        noted(work, parameters, format, visitor);
        download.send(response, format, "viec-hang-loat", columns(work), () -> list.all(work, filter, scope, sort));
    }

    private void noted(BulkWork work, Parameters given, TableFormat format, Visitor visitor) {
        given.requireReadable();
        audit.read(
                "member.bulk-exported",
                new Subject("bulk-work", work.id().id(), visitor.home()),
                Map.of("act", work.act(), "format", format.extension()));
    }

    private List<TableColumn<BulkPersonRow>> columns(BulkWork work) {
        return List.of(
                TableColumn.text(texts.said("membership.full-name"), BulkPersonRow::fullName),
                TableColumn.text(texts.said("membership.organisation"), BulkPersonRow::organisation),
                TableColumn.text(texts.said("membership.bulk.verdict"), this::verdict),
                TableColumn.text(texts.said("membership.bulk.before"), row -> texts.before(work, row)),
                TableColumn.text(texts.said("membership.bulk.reason"), this::reason),
                TableColumn.text(texts.said("membership.bulk.rule"), this::rule));
    }

    private @Nullable String verdict(BulkPersonRow row) {
        return row.verdict() == null ? null : texts.said("BulkVerdict." + row.verdict());
    }

    private @Nullable String reason(BulkPersonRow row) {
        return row.reason() == null ? null : texts.reason(row.reason());
    }

    private @Nullable String rule(BulkPersonRow row) {
        return row.reason() == null ? null : texts.rule(row.reason());
    }
}
