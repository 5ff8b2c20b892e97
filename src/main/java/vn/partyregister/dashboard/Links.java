package vn.partyregister.dashboard;

import java.time.LocalDate;
import org.springframework.web.util.UriComponentsBuilder;
import vn.partyregister.membership.AgeBand;
import vn.partyregister.membership.OrganisationChoice.Near;

/**
 * Addresses of the lists behind the figures of an organisation.
 *
 * @param everything the reader sees the whole register: the root need not be named
 */
record Links(Near organisation, boolean everything, LocalDate asAt, LocalDate today) {
    Links below(Near child) {
        return new Links(child, everything, asAt, today);
    }

    String members(String... parameters) {
        var address = UriComponentsBuilder.fromPath("/members");
        narrow(address);
        for (var at = 0; at < parameters.length; at += 2) {
            address.queryParam(parameters[at], parameters[at + 1]);
        }
        return dated(address);
    }

    String ages(AgeBand band) {
        var address = UriComponentsBuilder.fromPath("/members");
        narrow(address);
        if (band.fromAge() != null) {
            address.queryParam("ageFrom", band.fromAge());
        }
        if (band.toAge() != null) {
            address.queryParam("ageTo", band.toAge());
        }
        return dated(address);
    }

    /** Those right below. */
    String organisations() {
        return dated(UriComponentsBuilder.fromPath("/organisations").queryParam("organisation", organisation.id()));
    }

    String organisations(String type) {
        return dated(UriComponentsBuilder.fromPath("/organisations")
                .queryParam("organisation", organisation.id())
                .queryParam("type", type));
    }

    String home() {
        return dated(UriComponentsBuilder.fromPath("/").queryParam("organisation", organisation.id()));
    }

    private void narrow(UriComponentsBuilder address) {
        if (!(everything && organisation.root())) {
            address.queryParam("organisation", organisation.id());
        }
    }

    private String dated(UriComponentsBuilder address) {
        if (!asAt.equals(today)) {
            address.queryParam("asAt", asAt);
        }
        return address.build().toUriString();
    }
}
