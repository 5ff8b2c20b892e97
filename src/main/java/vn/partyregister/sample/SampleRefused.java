package vn.partyregister.sample;

/** Why the sample that was asked for and the database do not go together, in words for the console. */
class SampleRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String action;

    SampleRefused(String reason, String action) {
        super(reason);
        this.action = action;
    }

    String action() {
        return action;
    }
}
