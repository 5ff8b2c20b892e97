package vn.partyregister.platform;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an installation sets about its register.
 *
 * @param data the folder of the embedded database and of the key file
 * @param sample the sample register to hold, {@code none} for a real one
 * @param businessDay a day to stand still on, instead of the sample's own
 * @param samples the sample registers there are
 */
@ConfigurationProperties("register")
public record RegisterProperties(
        @DefaultValue("data") Path data,
        @DefaultValue("none") String sample,
        @Nullable LocalDate businessDay,
        @DefaultValue Map<String, Sample> samples) {

    /**
     * A sample register's two days.
     *
     * @param openingDay the day whose figures open the journal: who was a member then has an OPENING movement
     */
    public record Sample(LocalDate openingDay, LocalDate businessDay) {}

    /** The sample this register holds, null for a real one. */
    public @Nullable Sample held() {
        return samples.get(sample);
    }

    public boolean isSample() {
        return held() != null;
    }

    @Nullable
    LocalDate fixedBusinessDay() {
        var held = held();
        return businessDay != null ? businessDay : held == null ? null : held.businessDay();
    }
}
