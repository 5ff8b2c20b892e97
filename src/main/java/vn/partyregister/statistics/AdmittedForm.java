package vn.partyregister.statistics;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import vn.partyregister.membership.OrganisationChoice;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.statistics.Form1Page.Figure;

/**
 * Form 2 or 2B of one organisation and period: newly admitted members (đảng viên mới kết nạp). Each figure opens the people
 * it counts.
 *
 * @param before the same period a year earlier
 * @param averageAge on the day of the ceremony; null where nobody was admitted
 * @param parts the parts of the organisation where somebody was admitted
 */
public record AdmittedForm(
        Kind kind,
        String code,
        String name,
        String directive,
        OrganisationChoice organisation,
        Period period,
        Period before,
        List<Line> lines,
        @Nullable BigDecimal averageAge,
        @Nullable BigDecimal averageAgeBefore,
        List<Part> parts,
        List<Check> checks,
        List<QuickPeriods.Quick> quick) {
    public AdmittedForm {
        lines = List.copyOf(lines);
        parts = List.copyOf(parts);
        checks = List.copyOf(checks);
        quick = List.copyOf(quick);
    }

    /** The identities that do not hold. */
    public List<Check> failed() {
        return checks.stream().filter(check -> !check.holds()).toList();
    }

    /** What the page shows: all rows of form 2, and of the many groups of form 2B those that somebody belongs to. */
    public List<Line> shown() {
        return lines.stream()
                .filter(line -> line.row().official() || line.isSome())
                .filter(line -> kind == Kind.FORM_2 || line.row().whole() == null || line.isSome())
                .toList();
    }

    /** What the directive's form has: every row, and rows of the register's own only where they count somebody. */
    public List<Line> printed() {
        return lines.stream()
                .filter(line -> line.row().official() || line.isSome())
                .toList();
    }

    /** The address of this form. */
    public String path() {
        return kind.path();
    }

    /** Whether it tells women and shares in place of the year before. */
    public boolean byGroup() {
        return kind == Kind.FORM_2B;
    }

    /** One of the two forms. */
    public enum Kind {
        FORM_2("2"),
        FORM_2B("2B");

        private final String form;

        Kind(String form) {
            this.form = form;
        }

        /** Its number, as in the addresses. */
        public String form() {
            return form;
        }

        public String path() {
            return "/statistics/" + form;
        }

        /** The one with this number. */
        public static Kind of(String form) {
            return Arrays.stream(values())
                    .filter(one -> one.form.equals(form))
                    .findFirst()
                    .orElse(FORM_2);
        }

        /** Its address for an organisation and a period. */
        public String address(OrganisationId organisation, Period period) {
            return UriComponentsBuilder.fromPath(path())
                    .queryParam("organisation", organisation)
                    .queryParam("from", period.from())
                    .queryParam("to", period.to())
                    .toUriString();
        }
    }

    /**
     * A row with its figures.
     *
     * @param kept false for what the register does not keep
     * @param percent of form 2: this period in per cent of the one before; of form 2B: the share of all
     */
    public record Line(
            FormRow row,
            boolean kept,
            Figure now,
            Figure women,
            Figure before,
            @Nullable BigDecimal percent) {
        boolean isSome() {
            return now.count() != 0 || before.count() != 0;
        }
    }

    /**
     * A part of the organisation.
     *
     * @param name null for those admitted in the organisation itself
     * @param address its own form; null for the organisation itself
     */
    public record Part(@Nullable String name, @Nullable String address, long people, long women) {}
}
