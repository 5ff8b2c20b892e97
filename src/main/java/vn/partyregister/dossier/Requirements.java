package vn.partyregister.dossier;

/** The one condition that says whom a requirement binds. */
final class Requirements {
    private Requirements() {}

    /**
     * Holds where the requirement {@code r} binds the member {@code m} on the day {@code :asAt}: the papers of an entry
     * are those asked for when it happened.
     *
     * @param status the SQL expression of what the member stands as
     */
    static String bind(String status) {
        return """
                (r.binds = 'ALL' or r.binds = %s) and r.valid @> case r.reckoned_on
                    when 'ENTRY' then m.joined_on
                    when 'RECOGNITION' then coalesce(m.official_on, m.joined_on)
                    else cast(:asAt as date) end""".formatted(status);
    }
}
