package vn.partyregister.exchange;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an installation sets about imports.
 *
 * @param daysKept how many days the file and the rows of an import are kept after it was written or let go
 */
@ConfigurationProperties("register.imports")
record ImportProperties(@DefaultValue("30") int daysKept) {}
