package vn.partyregister.sample;

import java.time.LocalDate;
import java.time.Period;
import java.util.stream.Stream;
import vn.partyregister.reference.Rulebook;

/** How long probation lasts for whoever joins on a day. */
@FunctionalInterface
interface SampleProbation {
    Period of(LocalDate joined);

    /** By the rulebook. Before 1960 it depended on class, which nobody here has: the oldest answer for everybody is taken. */
    static SampleProbation by(Rulebook rulebook) {
        var answers = Stream.of("historic-probation", "probation")
                .flatMap(key -> rulebook.history(key).stream())
                .toList();
        return joined -> answers.stream()
                .filter(answer -> answer.holdsOn(joined))
                .findFirst()
                .orElse(answers.getFirst())
                .period();
    }
}
