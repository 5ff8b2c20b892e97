package vn.partyregister.planning;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.util.function.SingletonSupplier;
import vn.partyregister.platform.RecordRows;

/** The target groups (nhóm đối tượng) as dated data. They change by migration alone, so that they are read once and kept. */
@Service
public class Groups {
    private final Supplier<List<Entry>> entries;

    Groups(JdbcClient jdbc) {
        entries = SingletonSupplier.of(
                () -> jdbc.sql("""
                        select code, lower(valid) as starts, upper(valid) as ends, measure, name_vi, name_en
                        from planning.target_group order by position
                        """).query(new RecordRows<>(Entry.class)).list());
    }

    /** Those of a day, in their order. */
    public List<Group> on(LocalDate day) {
        return entries.get().stream()
                .filter(entry -> entry.holdsOn(day))
                .map(Entry::group)
                .toList();
    }

    public Optional<Group> find(@Nullable String code, LocalDate day) {
        return on(day).stream().filter(group -> group.code().equals(code)).findFirst();
    }

    private record Entry(
            String code,
            @Nullable LocalDate starts,
            @Nullable LocalDate ends,
            Group.Measure measure,
            String nameVi,
            String nameEn) {
        boolean holdsOn(LocalDate day) {
            return (starts == null || !day.isBefore(starts)) && (ends == null || day.isBefore(ends));
        }

        Group group() {
            var english = "en".equals(LocaleContextHolder.getLocale().getLanguage());
            return new Group(code, english ? nameEn : nameVi, measure);
        }
    }
}
