package vn.partyregister.paperfile;

import java.time.LocalDate;

/** To whom a paper file is lent, why, from which day and until which. */
public record Loan(String borrower, String reason, LocalDate day, LocalDate dueOn) {}
