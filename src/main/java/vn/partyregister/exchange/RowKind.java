package vn.partyregister.exchange;

import java.time.LocalDate;
import java.util.List;
import vn.partyregister.platform.Scope;

/**
 * What a kind of row is: told by the module that owns it. The engine reads the file, maps its columns, and stages each
 * row as canonical texts in {@code exchange.staged_row.value} (a key that is absent was not given and never
 * overwrites); the kind judges and commits them with set-based SQL of its own.
 */
public interface RowKind {
    /** Its name in addresses and messages: {@code members}. */
    String key();

    List<Column> columns();

    /**
     * The columns that a directive asks to be filled in on a day, and what asks for each. A row without one of them is
     * taken all the same: its kind warns of the cell when it judges ({@link Asked#REASON}), and of a column that the whole
     * file has not the engine speaks once.
     */
    default List<Asked> asked(LocalDate day) {
        return List.of();
    }

    /**
     * For every staged row without a rejecting problem: finds the row it means ({@code target_id}), writes its verdict
     * (NEW, CHANGED, UNCHANGED, REJECTED), a {@code exchange.difference} per field that would change, and a
     * {@code exchange.problem} per reason to reject or warn. Nothing outside {@code exchange} is written. Rows that
     * belong to organisations out of the scope are rejected. An earlier judgement is forgotten before. Afterwards the
     * engine rejects NEW rows that lack a mandatory column.
     *
     * @param day the business day: later dates are in the future
     */
    void judge(ImportId batch, Scope scope, LocalDate day);

    /** How many rows are written in one transaction. */
    default int rowsAtOnce() {
        return 2_000;
    }

    /**
     * Writes the NEW and CHANGED rows numbered {@code first} to {@code last} (both inclusive) that are not committed
     * yet. Runs in the engine's transaction, which also records the progress: all of it or nothing.
     *
     * @return how many rows from outside the range it wrote along, because those inside need them, and marked as committed
     */
    int commit(ImportId batch, int first, int last);

    /**
     * What is here, within the scope, and in no row of the file: one {@code exchange.absent} each. For comparing only.
     */
    void findAbsent(ImportId batch, Scope scope, LocalDate day);
}
