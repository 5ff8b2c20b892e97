package vn.partyregister.membership.web;

import java.util.List;
import vn.partyregister.membership.BulkFigure;
import vn.partyregister.membership.BulkVerdict;

/**
 * What became or would become of the people of a work.
 *
 * @param all line by line, who is left out by reason
 */
record BulkFigures(List<BulkFigure> all, int toWrite, int written, int leftOut) {
    BulkFigures {
        all = List.copyOf(all);
    }

    static BulkFigures of(List<BulkFigure> all) {
        return new BulkFigures(
                all, sum(all, BulkVerdict.WRITE), sum(all, BulkVerdict.WRITTEN), sum(all, BulkVerdict.LEFT_OUT));
    }

    private static int sum(List<BulkFigure> all, BulkVerdict verdict) {
        return all.stream()
                .filter(figure -> figure.verdict() == verdict)
                .mapToInt(BulkFigure::people)
                .sum();
    }
}
