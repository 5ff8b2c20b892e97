package vn.partyregister.statistics;

import java.time.LocalDate;
import java.util.UUID;
import org.springframework.web.util.UriComponentsBuilder;
import vn.partyregister.platform.Parameters;
import vn.partyregister.statistics.AdmittedForm.Kind;

/**
 * Whom one figure of form 2 or 2B counts.
 *
 * @param row the code of a row
 * @param women only the women among them
 */
public record AdmittedPeople(Kind kind, UUID organisation, Period period, String row, boolean women) {
    /** What an address asks for; all who were admitted where it does not say. */
    public static AdmittedPeople read(
            Kind kind, Parameters given, UUID organisation, LocalDate today, AdmittedForms forms) {
        var period = Period.read(given, today);
        var row = given.oneOf("row", forms.codes(kind, period.to()));
        return new AdmittedPeople(
                kind,
                organisation,
                period,
                row == null ? AdmittedForms.ALL : row,
                Boolean.TRUE.equals(given.yesNo("women")));
    }

    public FormLink form() {
        return FormLink.of(kind.form());
    }

    /** The address of the list, with an ending for a file. */
    public String address(String ending) {
        var address = UriComponentsBuilder.fromPath(kind.path() + "/people" + ending)
                .queryParam("row", row)
                .queryParam("organisation", organisation)
                .queryParam("from", period.from())
                .queryParam("to", period.to());
        if (women) {
            address.queryParam("women", true);
        }
        return address.toUriString();
    }
}
