package vn.partyregister.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.partyregister.RegisterTest;

@RegisterTest
class ListQueryTests {
    private static final Map<String, String> COLUMNS = Map.of("left", "number %% 7 %1$s", "number", "number %1$s");

    private final JdbcClient jdbc;

    @Autowired
    ListQueryTests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Line(long number, @Nullable String word) {}

    private enum Word {
        AN
    }

    /** The numbers from 1 on, in the order of an address. */
    private static ListQuery<Line> numbers(int most, String sort) {
        var from = "from generate_series(1, :most) as n (number)";
        return ListQuery.of(Line.class, "select number, cast(:word as text) as word " + from)
                .counted("select count(*) " + from)
                .ordered(COLUMNS, sort, "number")
                .with("most", most)
                .with("word", Word.AN);
    }

    private Listing<Line> page(int most, int page) {
        return numbers(most, "number,asc").page(jdbc, page, "number,asc", "/numbers");
    }

    @Test
    void aPageHoldsItsRowsAndKnowsHowManyThereAre() {
        var second = page(120, 2);

        assertThat(second.rows()).extracting(Line::number).first().isEqualTo(51L);
        assertThat(second.rows()).hasSize(Listing.SIZE);
        assertThat(second)
                .returns(2, Listing::page)
                .returns(120L, Listing::total)
                .returns(3L, Listing::pages)
                .returns("number,asc", Listing::sort)
                .returns("/numbers", Listing::here);
    }

    @Test
    void theLastPageHoldsWhatIsLeftAndAPageBehindItIsTheLast() {
        assertThat(page(120, 3).rows()).hasSize(20);
        assertThat(page(120, 4)).isEqualTo(page(120, 3));
        assertThat(page(100, 3)).isEqualTo(page(100, 2)).returns(2L, Listing::pages);
        assertThat(page(101, 3).rows()).extracting(Line::number).containsExactly(101L);
    }

    @Test
    void aListOfNothingHasOneEmptyPage() {
        assertThat(page(0, 9)).returns(1, Listing::page).returns(List.of(), Listing::rows);
    }

    @Test
    void allRowsComeInTheSameOrder() {
        var query = numbers(120, "left,desc");
        try (var all = query.all(jdbc)) {
            assertThat(all).hasSize(120).first().isEqualTo(new Line(6, "AN"));
        }
        assertThat(query.list(jdbc)).startsWith(new Line(6, "AN"), new Line(13, "AN"));
        assertThat(query.first(jdbc, 3)).isEqualTo(query.list(jdbc).subList(0, 3));
    }

    @Test
    void whatNothingCheaperCountsIsCountedByItsRows() {
        var query = ListQuery.of(Line.class, "select 1 as number, null as word").ordered("number");

        assertThat(query.page(jdbc, 1, "number,asc", "/")).returns(1L, Listing::total);
    }

    @Test
    void aParameterThatIsNullOrThatNoTextNamesIsNoHindrance() {
        var open = new HashMap<String, @Nullable Object>();
        open.put("nobody", null);
        open.put("word", null);

        assertThat(numbers(1, "number,asc").with(open).with("asks", 7).list(jdbc))
                .containsExactly(new Line(1, null));
    }

    @Test
    void whatIsSoughtIsFoundInFoldedTextAndNoWildcard() {
        var query = ListQuery.of(Line.class, """
                        select 1 as number, word from (values ('Đặng'), ('dangerous'), ('d_ng')) as v (word)
                        where platform.folded(word) like :q
                        """).ordered("word");

        assertThat(query.seeking("ĐẶNG").list(jdbc))
                .extracting(Line::word)
                .containsExactlyInAnyOrder("Đặng", "dangerous");
        assertThat(query.seeking("d_ng").list(jdbc)).extracting(Line::word).containsExactly("d_ng");
    }

    @Test
    void anOrderThatThereIsNotIsNoOrder() {
        assertThatIllegalArgumentException().isThrownBy(() -> numbers(1, "shoe-size,asc"));
    }
}
