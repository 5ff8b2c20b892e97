package vn.partyregister.membership;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an installation sets about work on many.
 *
 * @param most how many people one work may be for: what is written as a whole holds all of them until it is through
 */
@ConfigurationProperties("register.bulk")
record BulkProperties(@DefaultValue("10000") int most) {}
