package vn.partyregister.exchange;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.partyregister.platform.Refusal;

/** What the headings of a file mean: found by themselves, or said by whoever sends it. */
@Component
class HeadingMeanings {
    private final Uploads uploads;

    HeadingMeanings(Uploads uploads) {
        this.uploads = uploads;
    }

    /** The sheet whose headings are known best: workbooks often begin with one that explains how to fill in the next. */
    SheetFile bestSheet(RowKind kind, byte[] file, String name) {
        var best = SheetReader.open(file, name, null);
        var most = best.sheets().size() > 1 ? of(kind, best).matched() : 0;
        for (var other : best.sheets().stream().skip(1).toList()) {
            var sheet = SheetReader.open(file, name, null, other);
            var matched = of(kind, sheet).matched();
            if (matched > most) {
                most = matched;
                best = sheet;
            }
        }
        return best;
    }

    /** What the first rows of a sheet say, with what was said of the same headings before. */
    Headings of(RowKind kind, SheetFile sheet) {
        List<SheetRow> top;
        try (var rows = sheet.rows()) {
            top = rows.limit(Headings.SEARCHED + 3L).toList();
        }
        if (top.isEmpty()) {
            throw new Refusal.NotReadable("exchange.no-rows");
        }
        return Headings.find(top, kind.columns(), uploads.remembered(kind.key()));
    }

    /** The headings with the meanings that somebody gave them: each column once, and one at least. */
    static List<Heading> said(List<Heading> headings, Map<Integer, String> meanings, RowKind kind) {
        var taken = new HashSet<String>();
        var meant = new ArrayList<Heading>();
        for (var heading : headings) {
            var key = column(kind, meanings.get(heading.position()));
            if (key != null && !taken.add(key)) {
                throw new Refusal.RuleBroken("exchange.column-twice", heading.text());
            }
            meant.add(new Heading(heading.position(), heading.text(), key));
        }
        if (taken.isEmpty()) {
            throw new Refusal.RuleBroken("exchange.nothing-mapped");
        }
        return meant;
    }

    /** Plain heading to what it was said to mean; null where it was left out although the program had taken it for something. */
    static Map<String, @Nullable String> worthRemembering(List<Heading> guessed, List<Heading> said) {
        var taken = guessed.stream()
                .filter(heading -> heading.column() != null)
                .map(Heading::position)
                .collect(Collectors.toSet());
        var remembered = new LinkedHashMap<String, @Nullable String>();
        for (var heading : said) {
            var plain = Headings.plain(heading.text());
            if (!plain.isEmpty() && (heading.column() != null || taken.contains(heading.position()))) {
                remembered.put(plain, heading.column());
            }
        }
        return remembered;
    }

    private static @Nullable String column(RowKind kind, @Nullable String key) {
        return Staging.column(kind, key).map(Column::key).orElse(null);
    }
}
