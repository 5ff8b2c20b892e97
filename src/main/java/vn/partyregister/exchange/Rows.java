package vn.partyregister.exchange;

import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Rows one after the other; blank ones are passed over, too many refused. */
abstract class Rows extends Spliterators.AbstractSpliterator<SheetRow> implements AutoCloseable {
    private int count;

    Rows() {
        super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
    }

    /** The next row, blank or not; null at the end. */
    abstract @Nullable SheetRow next();

    @Override
    public abstract void close();

    @Override
    public final boolean tryAdvance(Consumer<? super SheetRow> action) {
        for (var row = read(); row != null; row = read()) {
            var cells = withoutEmptyEnd(row.cells());
            if (!cells.isEmpty()) {
                Limits.check(++count, cells);
                action.accept(new SheetRow(row.number(), cells));
                return true;
            }
        }
        return false;
    }

    private @Nullable SheetRow read() {
        return WorkbookPackage.undamaged(this::next);
    }

    private static List<Cell> withoutEmptyEnd(List<Cell> cells) {
        var end = cells.size();
        while (end > 0 && cells.get(end - 1).isBlank()) {
            end--;
        }
        return cells.subList(0, end);
    }

    Stream<SheetRow> stream() {
        return StreamSupport.stream(this, false).onClose(this::close);
    }
}
