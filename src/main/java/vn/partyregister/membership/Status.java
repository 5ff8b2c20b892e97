package vn.partyregister.membership;

/** What a standing makes of a person: on probation (dự bị) or official (chính thức). Both are counted. */
public enum Status {
    PROBATIONARY,
    OFFICIAL
}
