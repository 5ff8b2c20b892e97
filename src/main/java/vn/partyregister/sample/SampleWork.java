package vn.partyregister.sample;

import java.util.SplittableRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.partyregister.admission.CaseLoad;
import vn.partyregister.platform.ManyRows;
import vn.partyregister.platform.RegisterProperties;
import vn.partyregister.platform.Seal;
import vn.partyregister.reference.Rulebook;

/** What the committees of a sample work on: classes, cases of admission, plans and places. All of it, or nothing yet. */
@Component
class SampleWork {
    private static final Logger LOG = LoggerFactory.getLogger(SampleWork.class);

    private final SampleClasses classes;
    private final SamplePlans plans;
    private final CaseLoad cases;
    private final ManyRows many;
    private final Rulebook rulebook;
    private final SampleTexts texts;
    private final Seal seal;
    private final JdbcClient jdbc;

    SampleWork(
            SampleClasses classes,
            SamplePlans plans,
            CaseLoad cases,
            ManyRows many,
            Rulebook rulebook,
            SampleTexts texts,
            Seal seal,
            JdbcClient jdbc) {
        this.classes = classes;
        this.plans = plans;
        this.cases = cases;
        this.many = many;
        this.rulebook = rulebook;
        this.texts = texts;
        this.seal = seal;
        this.jdbc = jdbc;
    }

    void enter(SampleFolder folder, SampleFigures figures, RegisterProperties.Sample days) {
        if (isThere()) {
            return;
        }
        many.follow();
        var begun = System.nanoTime();
        var chance = new SplittableRandom(figures.seed() + 3);
        var tree = SampleTree.grow(folder, figures);
        var cells = SampleCells.read(jdbc, tree, days);
        var directs = SampleDirect.read(jdbc, folder, figures);
        var rules = rulebook.on(days.businessDay());
        var candidates = new SampleCandidates(folder, cells, days, rules, chance).raise(jdbc, seal);
        var certificates = classes.hold(folder, candidates, cells, directs, days, rules, chance);
        plans.draw(folder, cells, directs, days, chance);
        LOG.info(texts.get("step.work", millis(begun)));
        var written = new SampleCases(folder, cells, directs, certificates, chance);
        var taken = cases.load(candidates.stream().map(written::known).iterator());
        LOG.info(texts.get("step.cases", taken, millis(begun)));
    }

    private boolean isThere() {
        return jdbc.sql("select exists (select from admission.admission_case)")
                .query(Boolean.class)
                .single();
    }

    private static long millis(long begun) {
        return (System.nanoTime() - begun) / 1_000_000;
    }
}
