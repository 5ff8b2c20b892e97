package vn.partyregister.member;

import jakarta.persistence.Embeddable;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where a birth was registered (nơi đăng ký khai sinh). */
@Embeddable
public record Birthplace(
        @Nullable String country,
        @Nullable String province,
        @Nullable String detail) {
    /** On one line, from the smallest place up. */
    public String written() {
        return Stream.of(detail, province, country).filter(Objects::nonNull).collect(Collectors.joining(", "));
    }
}
