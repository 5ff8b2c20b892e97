package vn.partyregister.exchange;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.partyregister.platform.Dates;

/**
 * A closed period (kỳ đã khóa sổ) that facts of a file come too late for. A kind of row warns of it in a problem with
 * {@link #REASON}, once for each fact; the preview counts them and the writing asks whether that is known.
 *
 * @param organisation whose period it is
 * @param name what that organisation was called when it closed the period
 */
public record LatePeriod(UUID organisation, LocalDate from, LocalDate to, String name) {
    public static final String REASON = "exchange.row.late";

    /** The arguments of the reason: what is said to people, then each period as it is counted. */
    public static List<String> arguments(List<LatePeriod> periods) {
        var arguments = new ArrayList<String>();
        arguments.add(periods.stream()
                .map(one -> one.name + " " + Dates.write(one.from) + "–" + Dates.write(one.to))
                .distinct()
                .collect(Collectors.joining("; ")));
        periods.stream().map(one -> one.key() + "/" + one.name).distinct().forEach(arguments::add);
        return arguments;
    }

    /** What tells it apart from other periods, in addresses too. */
    public String key() {
        return organisation + "/" + from + "/" + to;
    }

    static LatePeriod of(String counted) {
        var parts = counted.split("/", 4);
        return new LatePeriod(
                UUID.fromString(parts[0]), LocalDate.parse(parts[1]), LocalDate.parse(parts[2]), parts[3]);
    }

    /** How much of a file comes too late for it. */
    public record Figure(LatePeriod period, int facts, int rows) {}
}
