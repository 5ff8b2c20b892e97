package vn.partyregister.exchange;

/** Which rows of a file are looked at: the rows behind one of its figures. */
public enum RowFilter {
    ALL("true"),
    NEW("r.verdict = 'NEW'"),
    CHANGED("r.verdict = 'CHANGED'"),
    UNCHANGED("r.verdict = 'UNCHANGED'"),
    REJECTED("r.verdict = 'REJECTED'"),
    REPAIRED("r.repaired"),
    WARNED("""
            exists (select 1 from exchange.problem w
            where w.upload_id = r.upload_id and w.row_number = r.row_number and w.weight = 'WARNS')"""),
    /** Those that leave a cell empty which a directive asks for. */
    INCOMPLETE("""
            exists (select 1 from exchange.problem w
            where w.upload_id = r.upload_id and w.row_number = r.row_number and w.reason = 'exchange.row.asked')"""),
    /** Those that come too late for a closed period, or for the one that is asked for. */
    LATE("""
            r.verdict in ('NEW', 'CHANGED') and exists (select 1 from exchange.problem w
            where w.upload_id = r.upload_id and w.row_number = r.row_number and w.reason = 'exchange.row.late'
            and exists (select 1 from unnest(w.arguments[2:]) as counted where starts_with(counted, :late)))""");

    private final String condition;

    RowFilter(String condition) {
        this.condition = condition;
    }

    String condition() {
        return condition;
    }
}
