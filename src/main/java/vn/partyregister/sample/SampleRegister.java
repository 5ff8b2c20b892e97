package vn.partyregister.sample;

import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import vn.partyregister.access.Accounts;
import vn.partyregister.access.Role;
import vn.partyregister.exchange.Imports;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.FirstLoad;
import vn.partyregister.platform.RegisterProperties;
import vn.partyregister.platform.Scope;
import vn.partyregister.reference.Rulebook;
import vn.partyregister.statistics.Form1;
import vn.partyregister.statistics.Period;
import vn.partyregister.statistics.ReportedFigures;

/**
 * Loads the sample register at the very first start, and refuses a database that holds something else. What was
 * interrupted is begun again: rows that are loaded already come out unchanged.
 */
@Component
class SampleRegister implements ApplicationRunner {
    static final String PASSWORD = "sample";
    /** The sample accounts in the order in which they are told; their user names are the roles' everyday names. */
    static final List<String> ACCOUNTS = List.of("board", "clerk", "secretary", "inspector", "auditor", "admin");

    private static final Logger LOG = LoggerFactory.getLogger(SampleRegister.class);
    private static final String REAL = "none";

    private final RegisterProperties register;
    private final HeldSample held;
    private final SampleWorkbooks workbooks;
    private final Imports imports;
    private final SampleCommittees committees;
    private final SampleWork work;
    private final ReportedFigures reported;
    private final Accounts accounts;
    private final FirstLoad progress;
    private final Rulebook rulebook;
    private final SampleTexts texts;
    private final JdbcClient jdbc;
    private final TransactionOperations transaction;

    SampleRegister(
            RegisterProperties register,
            HeldSample held,
            SampleWorkbooks workbooks,
            Imports imports,
            SampleCommittees committees,
            SampleWork work,
            ReportedFigures reported,
            Accounts accounts,
            FirstLoad progress,
            Rulebook rulebook,
            SampleTexts texts,
            JdbcClient jdbc,
            TransactionOperations transaction) {
        this.register = register;
        this.held = held;
        this.workbooks = workbooks;
        this.imports = imports;
        this.committees = committees;
        this.work = work;
        this.reported = reported;
        this.accounts = accounts;
        this.progress = progress;
        this.rulebook = rulebook;
        this.texts = texts;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var name = register.sample();
        var days = register.held();
        var here = held.held();
        if (days == null) {
            if (!name.equals(REAL)) {
                throw refused(
                        "refused.unknown",
                        name,
                        String.join(", ", register.samples().keySet()));
            }
            here.ifPresent(sample -> {
                throw refused("refused.sample", sample.name());
            });
            return;
        }
        if (here.isEmpty()) {
            if (held.hasOrganisations()) {
                throw refused("refused.real", name);
            }
            held.begin(name);
        } else if (!here.get().name().equals(name)) {
            throw refused("refused.other", name, here.get().name());
        }
        if (here.isEmpty() || !here.get().whole()) {
            load(name, days);
        }
    }

    private SampleRefused refused(String key, Object... arguments) {
        return new SampleRefused(texts.get(key, arguments), texts.get("refused.action"));
    }

    void load(String name, RegisterProperties.Sample days) {
        var begun = System.nanoTime();
        progress.at(0);
        LOG.info(texts.get("step.grow", name));
        var folder = new SampleFolder(name);
        var files = write(name, folder, days);
        at(8);
        load("organisations", files.organisations(), 10, 20);
        load("members", files.members(), 25, 92);
        transaction.executeWithoutResult(_ -> {
            electCommittees(days);
            at(94);
            work.enter(folder, SampleFigures.of(folder), days);
            at(98);
            noteReported(SampleFigures.of(folder), days);
            openAccounts(folder.properties("figures"));
            held.whole(name);
        });
        progress.done();
        LOG.info(texts.get("step.whole", name, (System.nanoTime() - begun) / 1_000_000_000));
    }

    /** Leaves nothing of the people behind but their file: their import has a small heap to itself. */
    private Files write(String name, SampleFolder folder, RegisterProperties.Sample days) {
        var figures = SampleFigures.of(folder);
        var tree = SampleTree.grow(folder, figures);
        var everybody = SamplePeople.raise(folder, figures, tree, days, SampleProbation.by(rulebook));
        LOG.info(texts.get(
                "step.grown",
                name,
                tree.organisations().size(),
                everybody.members().size(),
                everybody.left().size()));
        return new Files(
                workbooks.organisations(imports.columns("organisations"), tree.organisations()),
                workbooks.members(imports.columns("members"), everybody.rows()));
    }

    /**
     * Imports a file. Warnings are let stand: files of a real register lack things, too, and their clerks have something
     * to mend. {@code from} and {@code to} are what it is of the whole, in per cent.
     */
    private void load(String kind, byte[] file, int from, int to) {
        at(from);
        var begun = System.nanoTime();
        var half = (to - from) / 2;
        var imported = imports.importNow(
                kind,
                kind + ".xlsx",
                file,
                (state, done, total) -> at(
                        total == 0
                                ? from + Math.min(half, done / 2_500)
                                : from + half + (to - from - half) * done / total));
        var figures = imported.figures();
        if (figures.rejected() > 0) {
            throw refused(
                    "refused.rows",
                    kind,
                    figures.rejected(),
                    problems(imported.id().id()));
        }
        LOG.info(texts.get("step.file", kind, imported.figures().fresh(), (System.nanoTime() - begun) / 1_000_000));
        at(to);
    }

    private void electCommittees(RegisterProperties.Sample days) {
        var begun = System.nanoTime();
        var terms = committees.elect(days);
        LOG.info(texts.get("step.committees", terms, (System.nanoTime() - begun) / 1_000_000));
    }

    /** What the province has reported stands beside what the register counts, and is never mixed with it. */
    private void noteReported(SampleFigures figures, RegisterProperties.Sample days) {
        var root = new OrganisationId(jdbc.sql("select id from organisation.organisation where is_root")
                .query(UUID.class)
                .single());
        var period = new Period(days.openingDay().plusDays(1), days.businessDay());
        figures.reported()
                .forEach((row, figure) -> reported.report(
                        root, Form1.FORM, row, period, figure, texts.get("reported.source"), Scope.EVERYTHING));
    }

    private List<String> problems(UUID upload) {
        return jdbc.sql("""
                        select row_number || ' ' || coalesce(column_key, '') || ' ' || coalesce(value, '') || ' ' || reason
                        from exchange.problem where upload_id = :upload and weight = 'REJECTS'
                        order by row_number limit 5
                        """)
                .param("upload", upload)
                .query((row, _) -> String.valueOf(row.getString(1)))
                .list();
    }

    private void at(int percent) {
        var before = progress.percent();
        progress.at(percent);
        if (before == null || percent / 10 > before / 10) {
            LOG.info(texts.get("step.load", percent));
        }
    }

    private void openAccounts(Properties figures) {
        for (var username : ACCOUNTS) {
            accounts.openForSample(
                    username, texts.get("account." + username), PASSWORD, role(username), place(figures, username));
        }
    }

    private static Role role(String username) {
        return switch (username) {
            case "board" -> Role.BOARD;
            case "clerk" -> Role.CLERK;
            case "secretary" -> Role.CELL_SECRETARY;
            case "inspector" -> Role.INSPECTOR;
            case "auditor" -> Role.AUDITOR;
            case "admin" -> Role.ADMIN;
            default -> throw new IllegalArgumentException(username);
        };
    }

    private @Nullable OrganisationId place(Properties figures, String username) {
        var code = figures.getProperty("account." + username);
        return code == null
                ? null
                : jdbc.sql("select organisation_id from organisation.organisation_code where code = :code")
                        .param("code", code)
                        .query((row, _) -> new OrganisationId(row.getObject(1, UUID.class)))
                        .single();
    }

    /** The spreadsheets of a sample. */
    private record Files(byte[] organisations, byte[] members) {}
}
