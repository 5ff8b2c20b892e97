package vn.partyregister.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.partyregister.organisation.TreeRules.Entry;

/**
 * What the register knows of types, pairs and kinds on both sides of the days on which they change, beside what the dossier on
 * organisations (parts 2, 3 and 5) says of them, written out by hand: nothing is missing, nothing is too much, and nothing is
 * surer than its source.
 */
@NullMarked
class PermittedPairsTests {
    private static final Path DOSSIER =
            Path.of("src", "test", "resources", "organisation", "types-pairs-and-kinds.txt");

    private static final BareTree bare = BareTree.create();
    private static final OrganisationLists lists = new OrganisationLists(bare.jdbc());
    private static final TreeRules rules = new TreeRules(bare.jdbc(), new PermittedPairs(bare.jdbc(), lists), lists);

    @ParameterizedTest
    @ValueSource(strings = {"2025-06-30", "2025-07-01", "2026-07-25", "2026-07-26"})
    void onThisDayTheTreeIsOrderedAsTheDossierSays(LocalDate day) throws IOException {
        assertThat(known(day)).containsExactlyElementsOf(said(day));
    }

    @Test
    void atEachTimeOneModelOrdersTheWholeTree() {
        assertThat(bare.jdbc()
                        .sql("select range_agg(valid) = '{(,)}' from organisation.tree_model")
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(bare.jdbc().sql("""
                                select p.parent_type || ' ' || p.child_type from organisation.permitted_pair p
                                where not exists (select from organisation.tree_model m
                                    where m.valid @> p.valid and m.directive_id = p.directive_id)
                                """).query(String.class).list()).isEmpty();
    }

    private static List<String> known(LocalDate day) {
        var known = new ArrayList<String>();
        rules.types().stream()
                .filter(type -> isThere(type, day))
                .forEach(type -> known.add(
                        "type %s: %s, %s, %s".formatted(type.code(), type.number(), type.clause(), type.certainty())));
        rules.pairs(day)
                .forEach(pair -> known.add("%s > %s%s: %s, %s, %s"
                        .formatted(
                                pair.parentType(),
                                pair.childType(),
                                pair.needsApproval() ? " by consent" : "",
                                pair.number(),
                                pair.clause(),
                                pair.certainty())));
        rules.kinds().stream()
                .filter(kind -> isThere(kind, day))
                .forEach(kind -> known.add("kind %s%s: %s, %s, %s"
                        .formatted(kind.code(), into(kind.sumInto()), kind.number(), kind.clause(), kind.certainty())));
        return known;
    }

    private static String into(@Nullable String whole) {
        return whole == null ? "" : " in " + whole;
    }

    private static boolean isThere(Entry entry, LocalDate day) {
        return (entry.starts() == null || !day.isBefore(entry.starts()))
                && (entry.last() == null || !day.isAfter(entry.last()));
    }

    /** The lines under a heading that names the day. */
    private static List<String> said(LocalDate day) throws IOException {
        var said = new ArrayList<String>();
        var wanted = false;
        for (var line : Files.readAllLines(DOSSIER)) {
            if (line.startsWith("# ")) {
                wanted = line.contains(day.toString());
            } else if (wanted && !line.isBlank()) {
                said.add(line);
            }
        }
        return said;
    }
}
