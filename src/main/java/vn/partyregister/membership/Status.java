package vn.partyregister.membership;

import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/** What a standing makes of a person: on probation (dự bị) or official (chính thức). Both are counted. */
public enum Status {
    PROBATIONARY,
    OFFICIAL;

    /** What it is called, for a message that speaks of it. */
    static MessageSourceResolvable label(String code) {
        return new DefaultMessageSourceResolvable("Status." + code);
    }
}
