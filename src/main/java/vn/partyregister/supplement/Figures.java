package vn.partyregister.supplement;

import java.util.List;

/** How far a campaign has come in the organisations below one, and in all of them together. */
public record Figures(List<FigureRow> rows, FigureRow sum) {
    public Figures {
        rows = List.copyOf(rows);
    }
}
