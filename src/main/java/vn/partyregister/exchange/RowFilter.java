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
            where w.upload_id = r.upload_id and w.row_number = r.row_number and w.weight = 'WARNS')""");

    private final String condition;

    RowFilter(String condition) {
        this.condition = condition;
    }

    String condition() {
        return condition;
    }
}
