package vn.partyregister.member;

import jakarta.persistence.Embeddable;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A place as the file states it, with the names of its day. */
@Embeddable
public record Address(
        @Nullable String province,
        @Nullable String commune,
        @Nullable String detail) {
    /** On one line, from the smallest place up. */
    public String written() {
        return Stream.of(detail, commune, province).filter(Objects::nonNull).collect(Collectors.joining(", "));
    }
}
