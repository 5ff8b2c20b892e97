package vn.partyregister.admission;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.partyregister.Orgs;
import vn.partyregister.People;
import vn.partyregister.member.MemberId;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.PartialDate;
import vn.partyregister.platform.Scope;

/** Cases in a cell below a partial committee, with the names and numbers that the golden pages have. */
final class PrintedCases {
    static final String DISTRICT = "Đảng bộ huyện Cầu Kè";

    final OrganisationId district;
    final OrganisationId base;
    final OrganisationId cell;

    private final Admissions admissions;
    private final Orgs orgs;
    private final People people;
    private List<MemberId> officials = List.of();

    PrintedCases(Admissions admissions, Orgs orgs, People people) {
        this.admissions = admissions;
        this.orgs = orgs;
        this.people = people;
        district = orgs.add(DISTRICT, "DB_HUYEN", null, orgs.root());
        base = orgs.add("Đảng bộ xã Phong Thạnh", "DB_CS", "XA", district);
        cell = cell(orgs.add("Đảng bộ bộ phận Phong Thạnh Đông", "DB_BP", null, base));
    }

    List<MemberId> officials() {
        return officials;
    }

    OrganisationId cell(OrganisationId above) {
        var added = orgs.add("Chi bộ ấp Ô Tưng", "CB_TT", null, above);
        officials = new ArrayList<>();
        for (var name : List.of("Kiên Thị Sa Phone", "Lâm Văn Đỡ", "Trương Thị Ngọc Bích")) {
            officials.add(people.add(added, person -> person.named(name)));
        }
        return added;
    }

    AdmissionCaseId open(OrganisationId where, String union) {
        var candidate = Candidate.named(
                "Nguyễn Thị Quỳnh Ưởng",
                "FEMALE",
                PartialDate.of(LocalDate.of(1990, 3, 15)),
                "KHMER",
                "NONE",
                "WORKER",
                union,
                "UPPER_SECONDARY",
                "DIPLOMA",
                null,
                "ấp Ô Tưng, xã Phong Thạnh",
                false);
        return admissions.open(new NewCase(candidate, null, where, Cases.OPENED, null), Scope.EVERYTHING);
    }

    AdmissionCaseId at(Stage last) {
        return bring(open(cell, "NEITHER"), last, DISTRICT, true);
    }

    /** Through all stages to the last one, with the numbers that the golden pages have. */
    AdmissionCaseId bring(AdmissionCaseId id, Stage last, String decider, boolean partial) {
        for (var stage : Stage.values()) {
            if (stage != Stage.SOURCE && stage.compareTo(last) <= 0 && (partial || stage != Stage.PARTIAL_APPRAISED)) {
                reach(id, stage, decider);
            }
        }
        return id;
    }

    void reach(AdmissionCaseId id, Stage stage, String decider) {
        var day = stage == Stage.PARTIAL_APPRAISED ? LocalDate.of(2020, 10, 8) : Cases.dayOf(stage);
        switch (stage) {
            case BIO_VERIFIED ->
                admissions.add(
                        id,
                        new Relative(
                                "CANDIDATE", "Nguyễn Thị Quỳnh Ưởng", "Đảng ủy xã", null, null, day, "CONFIRMED", null),
                        Scope.EVERYTHING);
            case OPINIONS -> {
                paper(id, "OPINIONS_WORKPLACE", "3-CV/HPN", "Hội Liên hiệp Phụ nữ xã", day);
                paper(id, "OPINIONS_RESIDENCE", "7-NX/CU", "Chi ủy ấp Ô Tưng", day);
            }
            case SELF_REVIEW -> paper(id, "NEW_MEMBER_CLASS", "21-CN", "Trung tâm Chính trị huyện", day);
            default -> {}
        }
        admissions.reach(id, stage, entry(stage, day, decider), Scope.EVERYTHING);
    }

    void paper(AdmissionCaseId id, String kind, String number, String issuer, LocalDate day) {
        admissions.add(id, new Paper(kind, number, day, issuer, "clerk"), Scope.EVERYTHING);
    }

    StepEntry entry(Stage stage, LocalDate day, String decider) {
        return switch (stage) {
            case SYMPATHISER -> entry(day, "1-NQ/CB", null, null, List.of());
            case COURSE_DONE ->
                new StepEntry(
                        day, new Document("7-GCN", Cases.CERTIFICATE, null), null, null, List.of(), null, null, null);
            case HELPER_SET, PROBATION -> entry(day, null, null, null, officials.subList(0, 1));
            case OPINIONS -> entry(day, null, null, null, officials.subList(1, 3));
            case CELL_VOTED -> entry(day, "9-NQ/CB", null, new Vote(3, 3, 2, 1), List.of());
            case PARTIAL_APPRAISED -> entry(day, "12-BC/ĐUBP", null, null, List.of());
            case BASE_RESOLVED -> entry(day, "31-NQ/ĐU", null, new Vote(9, 8, 8, 0), List.of());
            case DECIDED -> entry(day, "105-QĐ/HU", decider, null, List.of());
            case CELL_VOTED_OFFICIAL -> entry(day, "4-NQ/CB", null, new Vote(3, 3, 3, 0), List.of());
            case OFFICIAL -> entry(day, "206-QĐ/HU", decider, null, List.of());
            default -> StepEntry.on(day);
        };
    }

    private static StepEntry entry(
            LocalDate day,
            @Nullable String number,
            @Nullable String issuer,
            @Nullable Vote vote,
            List<MemberId> members) {
        var document = number == null ? null : new Document(number, day, issuer);
        return new StepEntry(day, document, null, vote, members, null, null, null);
    }
}
