package vn.partyregister.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.partyregister.RegisterTest;

/** Places that are suggested while an address is typed. */
@RegisterTest
class PlacesTests {
    private static final LocalDate BEFORE = LocalDate.of(2025, 6, 30);
    private static final LocalDate SINCE = LocalDate.of(2025, 7, 1);

    @Autowired
    private Places places;

    @Test
    void aCommuneIsOneOfItsDayAndOfItsProvince() {
        assertThat(names("commune", "cau ke", "Trà Vinh", "", false, BEFORE)).contains("Thị trấn Cầu Kè");
        assertThat(names("commune", "cau ke", "Vĩnh Long", "", false, SINCE)).contains("Xã Cầu Kè");
        assertThat(names("commune", "cau ke", "Hà Nội", "", false, SINCE)).isEmpty();
        assertThat(names("commune", "cau ke", "Tỉnh không có", "", false, SINCE))
                .isEmpty();
    }

    @Test
    void whatHasEndedIsOfferedAsWhatItBecame() {
        assertThat(places.suggest(new Places.Asked("province", "trà vi", "", "", false), SINCE))
                .extracting(Places.Suggestion::name, Places.Suggestion::formerly)
                .containsExactly(tuple("Vĩnh Long", "Trà Vinh"));
        assertThat(names("province", "trà vi", "", "", false, BEFORE)).containsExactly("Trà Vinh");
        assertThat(places.suggest(new Places.Asked("commune", "phuong 9", "Vĩnh Long", "", false), SINCE))
                .extracting(Places.Suggestion::name, Places.Suggestion::formerly)
                .contains(tuple("Phường Trà Vinh", "Phường 9"));
    }

    @Test
    void theOldFormGoesOnOfferingWhatWas() {
        assertThat(names("province", "tra vinh", "", "", true, SINCE)).containsExactly("Trà Vinh");
        assertThat(names("district", "cau ke", "Trà Vinh", "", true, SINCE)).containsExactly("Huyện Cầu Kè");
        assertThat(names("commune", "", "Trà Vinh", "Huyện Cầu Kè", true, SINCE))
                .contains("Thị trấn Cầu Kè")
                .allMatch(name -> !name.isBlank())
                .hasSizeLessThanOrEqualTo(20);
    }

    @Test
    void signsOfTheDatabaseAreLetters() {
        assertThat(names("commune", "%", "", "", false, BEFORE)).isEmpty();
        assertThat(names("commune", "_\\", "", "", false, BEFORE)).isEmpty();
    }

    private List<String> names(
            String list, String typed, String province, String district, boolean old, LocalDate day) {
        return places.suggest(new Places.Asked(list, typed, province, district, old), day).stream()
                .map(Places.Suggestion::name)
                .toList();
    }
}
