package vn.partyregister.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.partyregister.Orgs;
import vn.partyregister.RegisterTest;
import vn.partyregister.admission.Certificates.Certificate;
import vn.partyregister.platform.PartialDate;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Seal;

/** A case of admission is told of the certificate that its candidate holds. */
@RegisterTest
class CertificatesOfCandidatesTests {
    private static final PartialDate BORN = PartialDate.of(LocalDate.of(2001, 7, 9));
    private static final LocalDate DAY = LocalDate.of(2022, 3, 9);

    @Autowired
    private vn.partyregister.admission.Certificates told;

    @Autowired
    private Classes classes;

    @Autowired
    private Participants participants;

    @Autowired
    private Certificates certificates;

    @Autowired
    private Seal seal;

    @Autowired
    private Orgs orgs;

    @Test
    void aCandidateIsFoundByNumberAndWhereThatFindsNobodyByNameAndBirthDate() {
        var tree = orgs.tree();
        var east = Scope.of(Set.of(tree.east().id()));
        var number = "%012d".formatted(Math.floorMod(System.nanoTime(), 1_000_000_000_000L));
        var name = "Kim Thị Chứng Nhận " + tree.east();
        var held = classes.plan(
                new NewClass(
                        tree.east(), ClassKind.AWARENESS, "Lớp", "RESIDENTS", "Trà Vinh", DAY.minusDays(4), DAY, 1),
                east);
        participants.register(held, List.of(new NewParticipant(name, BORN, number, tree.eastCell())), east);
        participants.finishRest(held, east);
        assertThat(told.of(name, BORN, seal.hash(number))).isEmpty();
        certificates.issue(held, 7, DAY, east);
        var certificate = new Certificate("7/2022", DAY, orgs.name(tree.east()));
        assertThat(told.of("Tên Khác", BORN, seal.hash(number))).containsExactly(certificate);
        assertThat(told.of(name, BORN, null)).containsExactly(certificate);
        assertThat(told.of(name, BORN, seal.hash("0" + number.substring(1) + "x")))
                .containsExactly(certificate);
        assertThat(told.of(name, PartialDate.ofYear(2001), null)).isEmpty();
    }
}
