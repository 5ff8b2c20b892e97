package vn.partyregister.paperfile.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.NullUnmarked;
import vn.partyregister.paperfile.Loan;

/** What the browser sends of a loan. */
@NullUnmarked
record LoanForm(
        @NotBlank @Size(max = 200) String borrower,
        @NotBlank @Size(max = 500) String reason,
        @NotNull LocalDate day,
        @NotNull LocalDate dueOn) {
    static LoanForm from(LocalDate day) {
        return new LoanForm(null, null, day, null);
    }

    Loan loan() {
        return new Loan(borrower.strip(), reason.strip(), day, dueOn);
    }
}
