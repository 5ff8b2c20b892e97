package vn.partyregister.exchange;

import java.io.IOException;
import java.io.OutputStream;

/** The user's own file on its way back, faulty cells marked. */
public final class MarkedFile {
    private final String name;
    private final AnnotatedWorkbook workbook;

    MarkedFile(String name, AnnotatedWorkbook workbook) {
        this.name = name;
        this.workbook = workbook;
    }

    public String name() {
        return name;
    }

    public String mediaType() {
        return workbook.mediaType();
    }

    public void write(OutputStream out) throws IOException {
        workbook.write(out);
    }
}
