package vn.partyregister.platform;

import java.text.ParseException;
import java.time.LocalDate;
import java.util.Locale;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.Formatter;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** How fields of a page become values and back: dates strictly, as {@link Dates} reads them. */
@Configuration(proxyBeanMethods = false)
class Fields implements WebMvcConfigurer {
    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addFormatterForFieldType(LocalDate.class, new DayFormatter());
        registry.addFormatterForFieldType(PartialDate.class, new PartialDateFormatter());
        registry.addConverter(String.class, TableFormat.class, TableFormat::of);
        registry.addConverter(String.class, ListFormat.class, ListFormat::of);
    }

    private static final class DayFormatter implements Formatter<LocalDate> {
        @Override
        public LocalDate parse(String text, Locale locale) throws ParseException {
            return Dates.read(text).orElseThrow(() -> new ParseException(text, 0));
        }

        @Override
        public String print(LocalDate day, Locale locale) {
            return Dates.write(day);
        }
    }

    private static final class PartialDateFormatter implements Formatter<PartialDate> {
        @Override
        public PartialDate parse(String text, Locale locale) throws ParseException {
            return Dates.readPartial(text).orElseThrow(() -> new ParseException(text, 0));
        }

        @Override
        public String print(PartialDate date, Locale locale) {
            return date.toString();
        }
    }
}
