package vn.partyregister.member;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How large a photo may come, and how large it is kept.
 *
 * @param largest the largest file that is looked at
 * @param mostPixels the most pixels of a photo, read from its head before anything is unpacked
 * @param width the most pixels of what is kept from left to right
 * @param height the same from top to bottom
 */
@ConfigurationProperties("register.photo")
record PhotoProperties(
        @DefaultValue("10MB") DataSize largest,
        @DefaultValue("50000000") long mostPixels,
        @DefaultValue("600") int width,
        @DefaultValue("800") int height) {}
