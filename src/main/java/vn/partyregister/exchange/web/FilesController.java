package vn.partyregister.exchange.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import vn.partyregister.exchange.ImportFiles;
import vn.partyregister.exchange.ImportId;
import vn.partyregister.exchange.Imports;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Visitor;

/** Files to fill in, and files given back to be corrected. */
@Controller
@RequestMapping("/imports")
@Permitted(Permission.IMPORT)
class FilesController {
    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Imports imports;
    private final ImportFiles files;

    FilesController(Imports imports, ImportFiles files) {
        this.imports = imports;
        this.files = files;
    }

    /** An empty workbook with the official headings. */
    @GetMapping("/template/{kind}.xlsx")
    void template(@PathVariable String kind, HttpServletResponse response) throws IOException {
        imports.columns(kind);
        describe(response, "mau-" + kind + ".xlsx", WORKBOOK);
        files.template(kind, response.getOutputStream());
    }

    /** The visitor's own file, faulty cells marked. */
    @GetMapping("/{id}/workbook")
    void workbook(@PathVariable ImportId id, Visitor visitor, HttpServletResponse response) throws IOException {
        var marked = files.marked(id, visitor);
        describe(response, marked.name(), marked.mediaType());
        marked.write(response.getOutputStream());
    }

    private static void describe(HttpServletResponse response, String name, String type) {
        response.setContentType(type);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name, StandardCharsets.UTF_8)
                        .build()
                        .toString());
    }
}
