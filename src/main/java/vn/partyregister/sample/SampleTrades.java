package vn.partyregister.sample;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/** What the people of a trade are like: names of chances, each drawn from its lot. */
final class SampleTrades {
    private final Properties trades;
    private final Map<String, Lot> lots = new HashMap<>();

    SampleTrades(Properties trades) {
        this.trades = trades;
    }

    boolean tell(String name) {
        return trades.containsKey(name);
    }

    Lot lot(String name) {
        return lots.computeIfAbsent(name, _ -> Lot.of(text(name)));
    }

    String text(String name) {
        return Objects.requireNonNull(trades.getProperty(name), name);
    }
}
