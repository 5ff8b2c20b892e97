package vn.partyregister.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import vn.partyregister.Orgs;
import vn.partyregister.RegisterTest;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.RuleSource;
import vn.partyregister.platform.Scope;
import vn.partyregister.reference.Code;

/**
 * Acts recorded long after the days on which types and kinds begin or end: each is judged by its own day, and a refusal
 * names what ended or began then. All of it is rolled back.
 */
@RegisterTest
class ActsAtTheReformTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);
    private static final Decision DECISION =
            new Decision("Ban Thường vụ Tỉnh ủy", "77-QĐ/TU", LocalDate.of(2025, 6, 20), null);

    @Autowired
    OrganisationStore store;

    @Autowired
    PermittedPairs pairs;

    @Autowired
    OrganisationLists lists;

    @Autowired
    Decisions decisions;

    @Autowired
    AuditTrail trail;

    @Autowired
    ObjectProvider<WhoStandsHere> standing;

    @Autowired
    Orgs orgs;

    @Autowired
    TransactionTemplate transaction;

    private Organisations organisations;
    private Orgs.Tree place;

    @BeforeEach
    void aLaterBusinessDay() {
        var day = mock(BusinessDay.class);
        when(day.today()).thenReturn(TODAY);
        organisations = new Organisations(store, pairs, lists, decisions, day, trail, standing);
        place = orgs.tree();
    }

    @ParameterizedTest
    @CsvSource({
        "DAC_KHU, 2025-06-30, false", "DAC_KHU, 2025-07-01, true",
        "THI_TRAN, 2025-06-30, true", "THI_TRAN, 2025-07-01, false"
    })
    void aKindIsTakenOnTheDaysOnWhichItExists(String kind, LocalDate day, boolean there) {
        var refusal =
                refusal(() -> organisations.changeKind(place.eastBase(), 0, kind, day, DECISION, Scope.EVERYTHING));
        if (there) {
            assertThat(refusal).isNull();
        } else {
            assertThat(refusal).returns("organisation.kind-not-there", RuleBroken::key);
            assertThat(source(refusal)).returns("11-HD/BTCTW", RuleSource::directive);
        }
    }

    @ParameterizedTest
    @CsvSource({"2025-06-30, true", "2025-07-01, false"})
    void aTypeIsNotChangedUnderAKindThatHasEnded(LocalDate day, boolean there) {
        var township = orgs.add("Đảng bộ thị trấn " + place.east(), "DB_CS", "THI_TRAN", place.east());
        var refusal = refusal(() -> organisations.changeType(township, 0, "DB_XA", day, DECISION, Scope.EVERYTHING));
        assertThat(refusal == null ? "" : refusal.key()).isEqualTo(there ? "" : "organisation.kind-not-there");
    }

    @ParameterizedTest
    @CsvSource({
        "DB_HUYEN, 2025-06-30, , ", "DB_HUYEN, 2025-07-01, 294-QĐ/TW, kết thúc hoạt động cấp huyện",
        "DB_XA, 2025-06-30, Điều lệ Đảng, 'Điều 10, 21 và 24'", "DB_XA, 2025-07-01, , ",
        "CB_CS, 2026-07-25, , ", "CB_CS, 2026-07-26, 208-QĐ/TW, gọi chung là chi bộ",
        "CB_TT, 2026-07-25, 294-QĐ/TW, 'thi hành Điều lệ Đảng, Điều 10, 21 và 24'", "CB_TT, 2026-07-26, , "
    })
    void whatIsFoundedUnderTheProvinceIsRefusedByTheDirectiveThatForbidsIt(
            String type, LocalDate day, @Nullable String directive, @Nullable String clause) {
        var refusal = refusal(() -> organisations.found(
                new Founding("Tổ chức " + place.east(), type, null, place.root(), null, day),
                DECISION,
                Scope.EVERYTHING));
        if (directive == null) {
            assertThat(refusal).isNull();
        } else {
            assertThat(source(refusal))
                    .returns(PermittedPairs.RULE, RuleSource::ruleKey)
                    .returns(directive, RuleSource::directive)
                    .returns(clause, RuleSource::clause);
        }
    }

    /** The child may well stand elsewhere: it is the parent that is no more. */
    @ParameterizedTest
    @CsvSource({"2025-06-30, ", "2025-07-01, 294-QĐ/TW"})
    void underATypeThatHasEndedNothingIsFoundedAndItsEndIsNamed(LocalDate day, @Nullable String directive) {
        var refusal = refusal(() -> organisations.found(
                new Founding("Đảng bộ cơ sở " + place.east(), "DB_CS", null, place.east(), null, day),
                DECISION,
                Scope.EVERYTHING));
        assertThat(refusal == null ? null : source(refusal).directive()).isEqualTo(directive);
    }

    @Test
    void aTypeThatHasNotBegunNamesWhatBeginsIt() {
        var refusal = refusal(() -> organisations.found(
                new Founding(
                        "Đảng bộ trực thuộc " + place.east(),
                        "DB_TRUCTHUOC_CS",
                        null,
                        place.eastBase(),
                        null,
                        LocalDate.of(2026, 7, 25)),
                DECISION,
                Scope.EVERYTHING));
        assertThat(refusal).returns("organisation.type-not-there", RuleBroken::key);
        assertThat(source(refusal)).returns("208-QĐ/TW", RuleSource::directive);
    }

    /** A form opened later still offers what there was, and says until when. */
    @Test
    void whatHasEndedCanStillBeChosenForADayBefore() {
        assertThat(label(lists.kindsUntil(TODAY), "THI_TRAN")).endsWith("(– 30/06/2025)");
        assertThat(label(lists.typesUntil(TODAY), "DB_HUYEN")).endsWith("(– 30/06/2025)");
        var before = LocalDate.of(2025, 6, 30);
        assertThat(label(lists.kindsUntil(before), "THI_TRAN")).isEqualTo(lists.kind("THI_TRAN"));
        assertThat(lists.kindsUntil(before)).extracting(Code::code).doesNotContain("DAC_KHU");
        assertThat(lists.kindsUntil(before.plusDays(1))).extracting(Code::code).contains("DAC_KHU");
    }

    private static String label(List<Code> codes, String code) {
        return codes.stream()
                .filter(one -> one.code().equals(code))
                .map(Code::label)
                .findAny()
                .orElseThrow();
    }

    private static RuleSource source(@Nullable RuleBroken refusal) {
        return Objects.requireNonNull(Objects.requireNonNull(refusal).source());
    }

    /** Why an act is refused; null where it is not. */
    private @Nullable RuleBroken refusal(Runnable act) {
        return transaction.execute(state -> {
            state.setRollbackOnly();
            try {
                act.run();
                return null;
            } catch (RuleBroken refused) {
                return refused;
            }
        });
    }
}
