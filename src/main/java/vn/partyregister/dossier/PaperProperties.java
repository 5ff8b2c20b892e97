package vn.partyregister.dossier;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What an installation sets about scans.
 *
 * @param largestFile how large a file may be, itself included
 * @param mostPixels how many pixels a picture may have; A4 at 600 dots per inch has 35 million
 * @param mostPages how many pages a PDF may have
 * @param daysWaiting how many days scans sent at once wait for somebody to store them
 */
@ConfigurationProperties("register.papers")
record PaperProperties(
        @DefaultValue("20MB") DataSize largestFile,
        @DefaultValue("40000000") long mostPixels,
        @DefaultValue("500") int mostPages,
        @DefaultValue("7") int daysWaiting) {}
