package vn.partyregister.statistics;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.Parameters;
import vn.partyregister.statistics.AdmittedForm.Kind;

/**
 * Whom one figure of form 2 or 2B counts.
 *
 * @param row the code of a row
 * @param women only the women among them
 * @param q part of the name
 */
public record AdmittedPeople(
        Kind kind,
        OrganisationId organisation,
        Period period,
        String row,
        boolean women,
        @Nullable String q) {
    /** All whom the figure counts. */
    public AdmittedPeople(Kind kind, OrganisationId organisation, Period period, String row, boolean women) {
        this(kind, organisation, period, row, women, null);
    }

    /** What an address asks for; all who were admitted where it does not say. */
    public static AdmittedPeople read(
            Kind kind, Parameters given, OrganisationId organisation, LocalDate today, AdmittedForms forms) {
        var period = Period.read(given, today);
        var row = given.oneOf("row", forms.codes(kind, period.to()));
        return new AdmittedPeople(
                kind,
                organisation,
                period,
                row == null ? AdmittedForms.ALL : row,
                Boolean.TRUE.equals(given.yesNo("women")),
                given.text("q"));
    }

    public FormLink form() {
        return FormLink.of(kind.form());
    }

    /** The address of the list, with an ending for a file. */
    public String address(String ending) {
        var asked = new LinkedHashMap<>(parts());
        if (q != null) {
            asked.put("q", q);
        }
        return Parameters.address(path() + ending, asked);
    }

    private String path() {
        return kind.path() + "/people";
    }

    /** The figure that the list is behind, by the names of the parameters. */
    public Map<String, String> parts() {
        var parts = new LinkedHashMap<String, String>();
        parts.put("row", row);
        parts.put("organisation", organisation.toString());
        parts.put("from", period.from().toString());
        parts.put("to", period.to().toString());
        if (women) {
            parts.put("women", "true");
        }
        return parts;
    }
}
