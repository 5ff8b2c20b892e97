package vn.partyregister.admission;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.partyregister.Orgs;
import vn.partyregister.People;
import vn.partyregister.member.MemberId;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.PartialDate;
import vn.partyregister.platform.Scope;

/** Cases for tests: they reach a stage the way real ones do, on the days below unless a test says otherwise. */
final class Cases {
    static final LocalDate OPENED = day(4, 1, 2020);
    static final LocalDate CERTIFICATE = day(1, 12, 2019);
    static final LocalDate VOTED = day(1, 10, 2020);
    static final LocalDate DECIDED = day(4, 1, 2021);
    static final LocalDate CEREMONY = day(3, 2, 2021);

    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final Map<Stage, LocalDate> DAYS = Map.ofEntries(
            Map.entry(Stage.SYMPATHISER, day(10, 1, 2020)),
            Map.entry(Stage.COURSE_DONE, day(3, 2, 2020)),
            Map.entry(Stage.HELPER_SET, day(5, 2, 2020)),
            Map.entry(Stage.APPLIED, day(1, 7, 2020)),
            Map.entry(Stage.BIO_DECLARED, day(8, 7, 2020)),
            Map.entry(Stage.BIO_VERIFIED, day(1, 9, 2020)),
            Map.entry(Stage.OPINIONS, day(15, 9, 2020)),
            Map.entry(Stage.CELL_VOTED, VOTED),
            Map.entry(Stage.BASE_RESOLVED, day(15, 10, 2020)),
            Map.entry(Stage.DECIDED, DECIDED),
            Map.entry(Stage.CEREMONY, CEREMONY),
            Map.entry(Stage.PROBATION, day(10, 2, 2021)),
            Map.entry(Stage.SELF_REVIEW, day(3, 2, 2022)),
            Map.entry(Stage.CELL_VOTED_OFFICIAL, day(10, 2, 2022)),
            Map.entry(Stage.OFFICIAL, day(1, 3, 2022)));

    private final Admissions admissions;
    private final Orgs orgs;
    private final Orgs.Tree tree;
    private final List<MemberId> officials;
    private final OrganisationId decides;

    Cases(Admissions admissions, Orgs orgs, Orgs.Tree tree, List<MemberId> officials) {
        this(admissions, orgs, tree, officials, tree.east());
    }

    /** In the eastern cell, which has three official members. */
    static Cases ofThree(Admissions admissions, Orgs orgs, People people, Orgs.Tree tree) {
        var officials = Stream.of("Trần Văn Một", "Trần Văn Hai", "Trần Văn Ba")
                .map(name -> people.add(tree.eastCell(), person -> person.named(name)))
                .toList();
        return new Cases(admissions, orgs, tree, officials);
    }

    /** @param decides who decides on all of them */
    Cases(Admissions admissions, Orgs orgs, Orgs.Tree tree, List<MemberId> officials, OrganisationId decides) {
        this.decides = decides;
        this.admissions = admissions;
        this.orgs = orgs;
        this.tree = tree;
        this.officials = List.copyOf(officials);
    }

    /** Who helps, introduces and votes. */
    List<MemberId> officials() {
        return officials;
    }

    static LocalDate day(int day, int month, int year) {
        return LocalDate.of(year, month, day);
    }

    static LocalDate dayOf(Stage stage) {
        return Objects.requireNonNull(DAYS.get(stage));
    }

    static Candidate candidate(PartialDate born, @Nullable String education, @Nullable String proof) {
        return Candidate.named(
                "Thạch Thị Mai",
                "FEMALE",
                born,
                "KHMER",
                "NONE",
                "WORKER",
                "NEITHER",
                education,
                proof,
                null,
                null,
                false);
    }

    static Candidate ordinary() {
        return candidate(PartialDate.of(day(15, 3, 1990)), "UPPER_SECONDARY", "DIPLOMA");
    }

    AdmissionCaseId open(Candidate candidate, @Nullable String number, OrganisationId cell) {
        return admissions.open(new NewCase(candidate, number, cell, OPENED, null), Scope.EVERYTHING);
    }

    AdmissionCaseId open() {
        return open(ordinary(), null, tree.eastCell());
    }

    /** A case that has come to a stage by all those before it. */
    AdmissionCaseId at(Stage stage) {
        return bring(open(), stage);
    }

    /** Brings a case from its beginning to a stage. */
    AdmissionCaseId bring(AdmissionCaseId id, Stage stage) {
        return bring(id, Stage.SYMPATHISER, stage);
    }

    AdmissionCaseId bring(AdmissionCaseId id, Stage from, Stage to) {
        for (var next : Stage.values()) {
            var between = next.compareTo(from) >= 0 && next.compareTo(to) <= 0;
            if (between && next != Stage.SOURCE && next != Stage.PARTIAL_APPRAISED) {
                reach(id, next);
            }
        }
        return id;
    }

    Stage reach(AdmissionCaseId id, Stage stage) {
        return reach(id, stage, entry(stage, dayOf(stage)));
    }

    Stage reach(AdmissionCaseId id, Stage stage, StepEntry entry) {
        if (stage == Stage.BIO_VERIFIED) {
            admissions.add(
                    id,
                    new Relative(
                            "CANDIDATE", "Thạch Thị Mai", "Đảng ủy xã", null, null, dayOf(stage), "CONFIRMED", null),
                    Scope.EVERYTHING);
        }
        return admissions.reach(id, stage, entry, Scope.EVERYTHING);
    }

    /** A step as it ordinarily is, on a day. */
    StepEntry entry(Stage stage, LocalDate day) {
        var number = NUMBERS.incrementAndGet() + "-QĐ/HU";
        return switch (stage) {
            case COURSE_DONE -> entry(day, new Document("7-GCN", CERTIFICATE, null), null, List.of());
            case HELPER_SET, PROBATION -> entry(day, null, null, officials.subList(0, 1));
            case OPINIONS -> entry(day, null, null, officials.subList(0, 2));
            case CELL_VOTED, CELL_VOTED_OFFICIAL ->
                entry(day, document(day), new Vote(officials.size(), officials.size(), officials.size(), 0), List.of());
            case BASE_RESOLVED -> entry(day, document(day), new Vote(9, 9, 9, 0), List.of());
            case DECIDED, OFFICIAL, CANCELLED, STRUCK ->
                new StepEntry(
                        day,
                        new Document(number, day, orgs.name(decides)),
                        null,
                        null,
                        List.of(),
                        null,
                        "STANDARDS",
                        "không đủ tiêu chuẩn");
            case SYMPATHISER, PARTIAL_APPRAISED -> entry(day, document(day), null, List.of());
            case NOT_WORTHY, REMOVED, WITHDRAWN, REFUSED, LEFT ->
                new StepEntry(day, document(day), null, null, List.of(), null, null, "lý do");
            case SOURCE, APPLIED, BIO_DECLARED, BIO_VERIFIED, CEREMONY, SELF_REVIEW -> StepEntry.on(day);
        };
    }

    private static Document document(LocalDate day) {
        return new Document(NUMBERS.incrementAndGet() + "-NQ/CB", day, null);
    }

    private static StepEntry entry(
            LocalDate day, @Nullable Document document, @Nullable Vote vote, List<MemberId> members) {
        return new StepEntry(day, document, null, vote, members, null, null, null);
    }

    /** The same step with something else about it. */
    StepEntry entry(Stage stage, LocalDate day, UnaryOperator<StepEntry> different) {
        return different.apply(entry(stage, day));
    }
}
