package vn.partyregister.training;

/** How a class ended for somebody. */
public enum Outcome {
    /** Hoàn thành. */
    FINISHED,
    /** Không hoàn thành. */
    NOT_FINISHED
}
