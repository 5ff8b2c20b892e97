package vn.partyregister.exchange;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.multipart.MultipartFile;
import vn.partyregister.platform.Refusal.NotReadable;

/** A spreadsheet that fills a form: a file that cannot be read as a whole is refused on the form itself. */
public final class SheetUpload {
    private SheetUpload() {}

    /** Reads it; where there is none, or the reader cannot read it, the page says so and the answer is no success. */
    public static void read(@Nullable MultipartFile file, Model model, HttpServletResponse response, Reader reader)
            throws IOException {
        try {
            if (file == null || file.isEmpty()) {
                throw new NotReadable("exchange.upload.missing");
            }
            reader.read(file.getBytes(), Objects.requireNonNullElse(file.getOriginalFilename(), ""));
        } catch (NotReadable refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("refused", refused);
        }
    }

    /** What is done with the content of a file, and its name as the browser sent it. */
    public interface Reader {
        void read(byte[] content, String name);
    }
}
