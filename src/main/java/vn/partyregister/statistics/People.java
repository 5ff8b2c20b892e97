package vn.partyregister.statistics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.Parameters;

/**
 * Whom one figure of the form counts.
 *
 * @param row the code of a row, the name of a {@link Flow}, or {@code IN_TRANSIT}
 * @param child only those of this part of the organisation
 * @param q part of the name
 */
public record People(
        OrganisationId organisation,
        Period period,
        String row,
        @Nullable OrganisationId child,
        @Nullable String q) {
    public static final String PATH = Form1.PATH + "/people";
    /** Who of those on the list at the end is in transit: counted at the sender until the receiver has accepted them. */
    static final String IN_TRANSIT = "IN_TRANSIT";

    /** All whom the figure counts. */
    public People(OrganisationId organisation, Period period, String row, @Nullable OrganisationId child) {
        this(organisation, period, row, child, null);
    }

    /** What an address asks for; who stands there on the last day where it does not say. */
    public static People read(Parameters given, OrganisationId organisation, LocalDate today, Form1 form) {
        var period = Period.read(given, today);
        var known = new ArrayList<>(Arrays.stream(Flow.values()).map(Flow::name).toList());
        known.add(IN_TRANSIT);
        form.rows(period.to()).forEach(row -> known.add(row.code()));
        var row = given.oneOf("row", known);
        return new People(
                organisation,
                period,
                row == null ? Flow.CLOSING.name() : row,
                OrganisationId.ofNullable(given.id("child")),
                given.text("q"));
    }

    public FormLink form() {
        return FormLink.FORM_1;
    }

    /** The address of the list, with an ending for a file. */
    public String address(String ending) {
        var asked = new LinkedHashMap<>(parts());
        if (q != null) {
            asked.put("q", q);
        }
        return Parameters.address(PATH + ending, asked);
    }

    /** The figure that the list is behind, by the names of the parameters. */
    public Map<String, String> parts() {
        var parts = new LinkedHashMap<String, String>();
        parts.put("row", row);
        parts.put("organisation", organisation.toString());
        parts.put("from", period.from().toString());
        parts.put("to", period.to().toString());
        if (child != null) {
            parts.put("child", child.toString());
        }
        return parts;
    }
}
