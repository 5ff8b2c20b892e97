package vn.partyregister.planning;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vn.partyregister.exchange.PastedLine.Wrong;
import vn.partyregister.member.MemberId;
import vn.partyregister.platform.Scope;

/** Many rows that are entered at once, pasted or from a sheet: read and judged line by line, then all of them or none. */
public interface EnteredLines<T> {
    /** The rows of a spreadsheet as lines, to be looked at before anything is recorded. */
    String ofSheet(byte[] file, String name);

    /**
     * All lines, and what is wrong with which of them.
     *
     * @param somebody the one member of the scope who is meant by a number or a name
     */
    Read<T> read(String pasted, Function<String, Optional<MemberId>> somebody, Scope scope);

    /** Records them; tells how many. */
    int record(List<T> rows, Scope scope);

    /** What was read. */
    record Read<T>(List<T> rows, List<Wrong> wrong) {
        public Read {
            rows = List.copyOf(rows);
            wrong = List.copyOf(wrong);
        }
    }
}
