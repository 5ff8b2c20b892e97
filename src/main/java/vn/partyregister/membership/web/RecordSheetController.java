package vn.partyregister.membership.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.partyregister.member.MemberId;
import vn.partyregister.membership.MemberFiles;
import vn.partyregister.membership.RecordSheets;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Prints;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Visitor;
import vn.partyregister.reference.Forms;

/** The record sheet of one member on paper; who prints it has opened the file. */
@Controller
@Permitted(Permission.READ_MEMBERS)
class RecordSheetController {
    private final MemberFiles files;
    private final RecordSheets sheets;
    private final Forms forms;
    private final Prints prints;
    private final BusinessDay businessDay;

    RecordSheetController(MemberFiles files, RecordSheets sheets, Forms forms, Prints prints, BusinessDay businessDay) {
        this.files = files;
        this.sheets = sheets;
        this.forms = forms;
        this.prints = prints;
        this.businessDay = businessDay;
    }

    @GetMapping("/members/{id}.pdf")
    void print(@PathVariable MemberId id, Scope scope, Visitor visitor, HttpServletResponse response) {
        var today = businessDay.today();
        var file = files.open(id, scope, today);
        var number = citizenNumber(id, scope, visitor);
        var sensitive = scope.equals(visitor.scope(Permission.READ_SENSITIVE));
        var sheet = sheets.fill(file, forms.memberSheet(today), number, sensitive);
        prints.document(response, "phieu-dang-vien", "membership/record-sheet", Map.of("sheet", sheet), today);
    }

    private @Nullable String citizenNumber(MemberId id, Scope scope, Visitor visitor) {
        return scope.equals(visitor.scope(Permission.SEE_CITIZEN_NUMBERS))
                ? files.citizenNumber(id, scope, businessDay.today()).orElse(null)
                : null;
    }
}
