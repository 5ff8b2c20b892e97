package vn.partyregister.exchange;

/** Told how far an import has come. */
@FunctionalInterface
public interface ProgressListener {
    ProgressListener SILENT = (_, _, _) -> {};

    /**
     * @param state what is being done: STAGING or COMMITTING
     * @param done rows done of it
     * @param total rows in all; 0 while it is not known
     */
    void reached(State state, int done, int total);
}
