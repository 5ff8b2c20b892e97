package vn.partyregister.recognition.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Exports;
import vn.partyregister.platform.ListFormat;
import vn.partyregister.platform.Parameters;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Scope;
import vn.partyregister.recognition.BadgeBatchList;
import vn.partyregister.recognition.BadgeBatchList.Part;
import vn.partyregister.recognition.BatchId;

/** The list of a batch as a file and on paper: of the proposals, once decided of the awards. */
@Controller
@RequestMapping("/recognition/batches")
@Permitted(Permission.EXPORT)
class BadgePaperController {
    private static final String NAME = "danh-sach-huy-hieu-dang";
    private static final int HIGHEST = 90;

    private final BadgeBatchList list;
    private final BadgeColumns columns;
    private final BusinessDay businessDay;
    private final Exports exports;
    private final AuditTrail audit;

    BadgePaperController(
            BadgeBatchList list, BadgeColumns columns, BusinessDay businessDay, Exports exports, AuditTrail audit) {
        this.list = list;
        this.columns = columns;
        this.businessDay = businessDay;
        this.exports = exports;
        this.audit = audit;
    }

    @GetMapping("/{badgeBatch}/proposals.{format:xlsx|csv|pdf}")
    void export(
            @PathVariable BatchId badgeBatch,
            @PathVariable ListFormat format,
            @RequestParam Map<String, String> given,
            Scope scope,
            HttpServletResponse response) {
        var batch = list.get(badgeBatch, scope);
        var parameters = new Parameters(given);
        var years = parameters.number("years", 1, HIGHEST);
        var part = part(parameters);
        var sort = parameters.sort(BadgeBatchList.ORDERS, BadgeBatchList.STANDARD_ORDER);
        parameters.requireReadable();
        audit.read(
                "badge-batch.exported",
                new AuditTrail.Subject("badge-batch", batch.id(), batch.organisationId()),
                Map.of("format", format.extension()));
        exports.send(
                response,
                format,
                NAME,
                columns.proposals(part),
                () -> columns.paper(batch, part),
                businessDay.today(),
                () -> list.rows(batch, part, years, sort));
    }

    private static Part part(Parameters parameters) {
        return Objects.requireNonNullElse(parameters.oneOf("part", Part.class), Part.STANDING);
    }
}
