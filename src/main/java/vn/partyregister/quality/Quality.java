package vn.partyregister.quality;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.web.util.UriComponentsBuilder;
import vn.partyregister.member.Check;
import vn.partyregister.member.Checks;
import vn.partyregister.membership.MemberList;
import vn.partyregister.membership.OrganisationChoice;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.Refusal.NotFound;
import vn.partyregister.platform.Scope;
import vn.partyregister.quality.QualityFigures.Tally;
import vn.partyregister.quality.QualityPage.Child;
import vn.partyregister.quality.QualityPage.Figure;
import vn.partyregister.quality.QualityPage.Line;

/** Draws up what is to be mended in the files of an organisation. */
@Service
public class Quality {
    public static final String PATH = "/quality";

    private final MemberList members;
    private final QualityFigures figures;
    private final Checks checks;
    private final Trend trend;

    Quality(MemberList members, QualityFigures figures, Checks checks, Trend trend) {
        this.members = members;
        this.figures = figures;
        this.checks = checks;
        this.trend = trend;
    }

    /**
     * The page of an organisation of the scope.
     *
     * @param topic the one to compare by; null for the first with something to mend
     */
    public QualityPage page(OrganisationId organisation, Check.@Nullable Topic topic, Scope scope, LocalDate today) {
        var choice = choice(organisation, scope, today);
        var counted = figures.of(organisation, today);
        var all = counted.all();
        var asked = checks.on(today);
        var days = trend.of(organisation, today);
        var topics = topics(asked, all, trend.lastOf(organisation, days), organisation);
        var compared = topic != null && topics.containsKey(topic)
                ? topic
                : topics.keySet().stream().findFirst().orElse(null);
        var columns = compared == null ? List.<Line>of() : topics.getOrDefault(compared, List.of());
        return new QualityPage(
                choice,
                all.members(),
                all.toMend(),
                topics,
                asked.stream()
                        .filter(check -> all.found(check) == 0)
                        .map(checks::name)
                        .toList(),
                compared,
                columns,
                choice.below().stream()
                        .map(below -> child(below, counted.of(new OrganisationId(below.id())), columns))
                        .toList(),
                child(choice.itself(), all, columns),
                trend.with(days, today, all));
    }

    /** An organisation of the scope, and where one can step from it. */
    public OrganisationChoice choice(OrganisationId organisation, Scope scope, LocalDate today) {
        return members.choice(organisation.id(), scope, today)
                .orElseThrow(() -> new NotFound("membership.unknown-organisation"));
    }

    /** A check by its key. */
    public Check check(String key, LocalDate today) {
        return checks.find(key, today).orElseThrow(() -> new NotFound("quality.unknown-check"));
    }

    private Map<Check.Topic, List<Line>> topics(
            List<Check> asked, Tally all, @Nullable Map<String, Long> before, OrganisationId organisation) {
        return asked.stream()
                .filter(check -> all.found(check) > 0)
                .map(check -> new Line(
                        check,
                        checks.name(check),
                        all.found(check),
                        before == null ? null : before.getOrDefault(check.key(), 0L),
                        address(check, organisation)))
                .sorted(Comparator.comparing(line -> line.check().topic()))
                .collect(Collectors.groupingBy(line -> line.check().topic(), LinkedHashMap::new, Collectors.toList()));
    }

    private static Child child(OrganisationChoice.Near organisation, Tally tally, List<Line> columns) {
        return new Child(
                organisation.name(),
                UriComponentsBuilder.fromPath(PATH)
                        .queryParam("organisation", organisation.id())
                        .toUriString(),
                tally.members(),
                tally.toMend(),
                columns.stream()
                        .map(line -> new Figure(
                                tally.found(line.check()),
                                address(line.check(), new OrganisationId(organisation.id()))))
                        .toList());
    }

    private static String address(Check check, OrganisationId organisation) {
        return UriComponentsBuilder.fromPath(PATH)
                .pathSegment(check.key())
                .queryParam("organisation", organisation)
                .toUriString();
    }
}
