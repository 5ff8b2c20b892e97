package vn.partyregister.membership;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.util.function.SingletonSupplier;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.reference.CodeLists;

/** In which period one joined the Party (thời kỳ vào Đảng). The periods change by migration alone: they are read once and kept. */
@Service
public class EntryPeriods {
    static final String LIST = "entry-period";

    private final CodeLists lists;
    private final Supplier<List<Period>> periods;

    EntryPeriods(JdbcClient jdbc, CodeLists lists) {
        this.lists = lists;
        this.periods = SingletonSupplier.of(
                () -> jdbc.sql("""
                        select code, lower(joined) as starts from membership.entry_period
                        order by starts nulls first
                        """).query(new RecordRows<>(Period.class)).list());
    }

    /** The periods, the first of which has no beginning. */
    List<Period> all() {
        return periods.get();
    }

    /** How the period is called in which somebody joined on that day, in the language of the reader. */
    public String label(LocalDate joined) {
        return all().reversed().stream()
                .filter(period -> period.starts() == null || !joined.isBefore(period.starts()))
                .findFirst()
                .map(period -> lists.label(LIST, period.code()))
                .orElseThrow();
    }

    record Period(String code, @Nullable LocalDate starts) {}
}
