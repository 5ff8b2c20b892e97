package vn.partyregister.platform;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * Sends what is to be printed, as PDF on A4. Lists of any length are streamed as {@link TableDownload} streams them:
 * their rows are asked for inside a read-only transaction, audit before. Documents of a few pages come from a template.
 * Each page says who printed it, when, and as at which day.
 */
@Component
public class Prints {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm dd/MM/uuuu");

    private final TableDownload download;
    private final ITemplateEngine templates;
    private final MessageSource messages;
    private final BusinessDay businessDay;
    private final Clock clock;

    Prints(
            TableDownload download,
            ITemplateEngine templates,
            MessageSource messages,
            BusinessDay businessDay,
            Clock clock) {
        this.download = download;
        this.templates = templates;
        this.messages = messages;
        this.businessDay = businessDay;
        this.clock = clock;
    }

    /**
     * A list.
     *
     * @param name of the file, to which the business day and the ending are added
     */
    public <T> void table(
            HttpServletResponse response, String name, PrintTable<T> table, LocalDate asAt, Supplier<Stream<T>> rows) {
        var imprint = imprint(asAt);
        var page = text("platform.print.page");
        download.send(
                () -> describe(response, name), response, out -> new PdfTableWriter<>(out, table, imprint, page), rows);
    }

    /** Sheets of labels, three by eight. */
    public <T> void labels(
            HttpServletResponse response, String name, Function<T, PrintLabel> label, Supplier<Stream<T>> rows) {
        download.send(() -> describe(response, name), response, out -> new PdfLabelWriter<>(out, label), rows);
    }

    /**
     * A document of some pages, for which a template exists: well-formed XML, laid out by {@code print/document.css}.
     * The model of the template has {@code imprint} besides.
     */
    public void document(
            HttpServletResponse response, String name, String template, Map<String, Object> model, LocalDate asAt) {
        document(response, name, template, model, asAt, PrintFormat.PDF);
    }

    /** The same, or as a Word file laid out by the same template and the same style sheet. */
    public void document(
            HttpServletResponse response,
            String name,
            String template,
            Map<String, Object> model,
            LocalDate asAt,
            PrintFormat format) {
        var variables = new HashMap<>(model);
        variables.put("imprint", imprint(asAt));
        var html = templates.process(template, new Context(LocaleContextHolder.getLocale(), variables));
        var written =
                switch (format) {
                    case PDF -> PdfDocument.of(html);
                    case DOCX -> WordDocument.of(html);
                };
        describe(response, name, format);
        try {
            response.getOutputStream().write(written);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String imprint(LocalDate asAt) {
        var now = MOMENT.format(clock.instant().atZone(BusinessDay.ZONE));
        return text("platform.print.imprint", Author.current().username(), now, Dates.write(asAt));
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }

    private void describe(HttpServletResponse response, String name) {
        describe(response, name, PrintFormat.PDF);
    }

    /** Shown in the browser, which prints it, or handed to Word; kept under its name. */
    private void describe(HttpServletResponse response, String name, PrintFormat format) {
        response.setContentType(format.mediaType());
        var disposition = format == PrintFormat.PDF ? ContentDisposition.inline() : ContentDisposition.attachment();
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                disposition
                        .filename(
                                "%s-%s.%s".formatted(name, businessDay.today(), format.extension()),
                                StandardCharsets.UTF_8)
                        .build()
                        .toString());
    }
}
