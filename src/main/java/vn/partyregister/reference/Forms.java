package vn.partyregister.reference;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.util.function.SingletonSupplier;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.platform.Refusal;

/** The printed forms of the Party as dated data. They change by migration alone, so that they are read once and kept. */
@Service
public class Forms {
    private final Supplier<List<Edition>> editions;
    private final Supplier<List<Blank>> blanks;

    Forms(JdbcClient jdbc) {
        editions = SingletonSupplier.of(
                () -> jdbc.sql("""
                        select key, lower(valid) as starts, upper(valid) as ends, code, name_vi, name_en
                        from reference.form
                        """).query(new RecordRows<>(Edition.class)).list());
        blanks = SingletonSupplier.of(
                () -> jdbc.sql("""
                        select form, key, lower(valid) as starts, upper(valid) as ends, number, title_vi, title_en, room
                        from reference.form_field order by form, position
                        """).query(new RecordRows<>(Blank.class)).list());
    }

    /** Sổ danh sách đảng viên: its fields are columns. */
    public Form memberRegister(LocalDate day) {
        return on("member-register", day);
    }

    /** Phiếu đảng viên: its fields are what the paper has besides the items of the member's form. */
    public Form memberSheet(LocalDate day) {
        return on("member-sheet", day);
    }

    /** Phiếu bổ sung hồ sơ đảng viên. */
    public Form memberSupplement(LocalDate day) {
        return on("member-supplement", day);
    }

    /** Giấy giới thiệu sinh hoạt đảng of a kind of transfer: its fields are boxes, one for each level. */
    public Form letterOfIntroduction(String kind, LocalDate day) {
        return on("transfer-" + kind.toLowerCase(Locale.ROOT), day);
    }

    /** Giấy chứng nhận of a kind of class. */
    public Form classCertificate(String kind, LocalDate day) {
        return on("class-certificate-" + kind.toLowerCase(Locale.ROOT), day);
    }

    private Form on(String key, LocalDate day) {
        var edition = editions.get().stream()
                .filter(one -> one.key().equals(key) && holds(one.starts(), one.ends(), day))
                .findAny()
                .orElseThrow(() -> new Refusal.RuleBroken("reference.no-form", Dates.write(day)));
        return new Form(
                edition.code(),
                english() ? edition.nameEn() : edition.nameVi(),
                blanks.get().stream()
                        .filter(blank -> blank.form().equals(key) && holds(blank.starts(), blank.ends(), day))
                        .map(Blank::field)
                        .toList());
    }

    private static boolean holds(@Nullable LocalDate starts, @Nullable LocalDate ends, LocalDate day) {
        return (starts == null || !day.isBefore(starts)) && (ends == null || day.isBefore(ends));
    }

    private static boolean english() {
        return "en".equals(LocaleContextHolder.getLocale().getLanguage());
    }

    private record Edition(
            String key,
            @Nullable LocalDate starts,
            @Nullable LocalDate ends,
            String code,
            String nameVi,
            String nameEn) {}

    private record Blank(
            String form,
            String key,
            @Nullable LocalDate starts,
            @Nullable LocalDate ends,
            @Nullable String number,
            String titleVi,
            String titleEn,
            int room) {
        Form.Field field() {
            return new Form.Field(key, number, english() ? titleEn : titleVi, room);
        }
    }
}
