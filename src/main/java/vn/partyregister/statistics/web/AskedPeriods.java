package vn.partyregister.statistics.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Parameters;
import vn.partyregister.platform.Refusal.NotReadable;
import vn.partyregister.platform.Visitor;
import vn.partyregister.statistics.PeriodFilter;
import vn.partyregister.statistics.PeriodKind;
import vn.partyregister.statistics.Periods;

/** What the lists of periods ask for, read alike for the page and its files. */
@Component
class AskedPeriods {
    private final Periods periods;
    private final BusinessDay businessDay;

    AskedPeriods(Periods periods, BusinessDay businessDay) {
        this.periods = periods;
        this.businessDay = businessDay;
    }

    PeriodFilter filter(Parameters parameters, Visitor visitor) {
        return PeriodFilter.read(
                parameters,
                Asked.organisation(parameters, visitor),
                periods.kinds(businessDay.today()).stream()
                        .map(PeriodKind::code)
                        .toList());
    }

    Children children(Parameters parameters, Visitor visitor) {
        return new Children(
                Asked.organisation(parameters, visitor),
                kind(parameters),
                day(parameters),
                parameters.yesNo("closed"),
                parameters.sort(Periods.CHILD_ORDERS, Periods.STANDARD_CHILD_ORDER));
    }

    static String kind(Parameters parameters) {
        var kind = parameters.text("kind");
        return kind == null ? "MONTH" : kind;
    }

    LocalDate day(Parameters parameters) {
        var day = parameters.day("to");
        if (day == null && !parameters.unreadable().isEmpty()) {
            throw new NotReadable("statistics.unreadable-day");
        }
        return day == null ? businessDay.today() : day;
    }

    /**
     * Those below a committee and one period.
     *
     * @param closed whether they have closed it; null for all
     */
    record Children(
            OrganisationId organisation,
            String kind,
            LocalDate day,
            @Nullable Boolean closed,
            String sort) {
        /** The address of the list, or of its file. */
        public String address(String path) {
            var address = UriComponentsBuilder.fromPath(path)
                    .queryParam("organisation", organisation)
                    .queryParam("kind", kind)
                    .queryParam("to", day);
            return (closed == null ? address : address.queryParam("closed", closed))
                    .build()
                    .toUriString();
        }
    }
}
