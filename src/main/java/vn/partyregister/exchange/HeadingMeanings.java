package vn.partyregister.exchange;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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

    private static @Nullable String column(RowKind kind, @Nullable String key) {
        return Staging.column(kind, key).map(Column::key).orElse(null);
    }
}
