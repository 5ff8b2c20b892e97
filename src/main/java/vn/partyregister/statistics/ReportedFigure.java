package vn.partyregister.statistics;

import java.time.Instant;

/** A figure as it was reported on paper, beside the computed one. */
public record ReportedFigure(String code, long figure, String source, String recordedBy, Instant recordedAt) {}
