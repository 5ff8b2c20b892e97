package vn.partyregister.platform;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How far the loading of the register's first rows has come, for the page that people see meanwhile. */
@Component
public class FirstLoad {
    private final AtomicReference<@Nullable Integer> percent = new AtomicReference<>();

    /** Null while nothing is being loaded. */
    public @Nullable Integer percent() {
        return percent.get();
    }

    public void at(int reached) {
        percent.set(reached);
    }

    public void done() {
        percent.set(null);
    }
}
