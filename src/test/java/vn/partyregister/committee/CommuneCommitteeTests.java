package vn.partyregister.committee;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.partyregister.RegisterTest;
import vn.partyregister.committee.CommitteeFile.Holder;
import vn.partyregister.committee.CommitteeFile.TermLine;
import vn.partyregister.member.MemberId;
import vn.partyregister.organisation.MemberCounts;

/** The committees of communes for the term 2025–2030 are judged by directive 45-CT/TW, those elected before by none. */
@RegisterTest
class CommuneCommitteeTests {
    private static final LocalDate DIRECTIVE = LocalDate.of(2025, 4, 14);

    @Autowired
    Warnings warnings;

    @Test
    void thirtyThreeMembersAreWellAndThirtyFourAreTold() {
        assertThat(of(DIRECTIVE, 33, 11)).isEmpty();
        assertThat(of(DIRECTIVE, 34, 11)).containsExactly("many-members [34, 33] 45-CT/TW");
    }

    @Test
    void elevenInTheStandingCommitteeAreWellAndTwelveAreTold() {
        assertThat(of(DIRECTIVE, 33, 12)).contains("many-in-standing [12, 11] 45-CT/TW");
    }

    @Test
    void whoWasElectedTheDayBeforeIsNotJudgedByIt() {
        assertThat(of(DIRECTIVE.minusDays(1), 40, 13)).isEmpty();
    }

    /** What is told of the size of a committee that many are members of, as many of them in its standing committee. */
    private List<String> of(LocalDate elected, int members, int standing) {
        var term = new TermLine(
                new TermId(UUID.randomUUID()),
                0,
                "2025–2030",
                Body.COMMITTEE,
                elected,
                elected.plusYears(5).minusDays(1),
                members,
                "7-QĐ/TU",
                elected,
                "Ban Thường vụ Tỉnh ủy",
                0,
                null);
        var holders = IntStream.range(0, standing)
                .mapToObj(place -> holder(place, elected))
                .toList();
        return warnings.of("DB_XA", term, holders, MemberCounts.Count.NONE, elected).stream()
                .filter(warning -> warning.key().contains(".many-"))
                .map(warning -> "%s %s %s"
                        .formatted(
                                warning.key().replace("committee.warning.", ""),
                                warning.arguments(),
                                warning.source() == null ? "" : warning.source().directive()))
                .toList();
    }

    private static Holder holder(int place, LocalDate elected) {
        return new Holder(
                new HoldingId(UUID.randomUUID()),
                MemberId.next(),
                null,
                "Nguyễn Văn An",
                place == 0 ? "SECRETARY" : "STANDING_MEMBER",
                Manner.ELECTED,
                place,
                elected,
                elected.plusYears(5),
                elected,
                true,
                true,
                true,
                "7-QĐ/TU",
                elected,
                "Ban Thường vụ Tỉnh ủy",
                null,
                null,
                null,
                null);
    }
}
