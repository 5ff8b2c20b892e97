package vn.partyregister.committee;

import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an installation sets about committees.
 *
 * @param endingSoon how long before its end a term is in the list of gaps
 */
@ConfigurationProperties("register.committees")
record CommitteeProperties(@DefaultValue("P6M") Period endingSoon) {}
