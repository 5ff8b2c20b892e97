package vn.partyregister.paperfile.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.NullUnmarked;

/** What the browser sends of an act that needs its day alone. */
@NullUnmarked
record DayForm(@NotNull LocalDate day, @Size(max = 500) String remark) {}
