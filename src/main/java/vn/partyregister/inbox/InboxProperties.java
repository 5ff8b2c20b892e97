package vn.partyregister.inbox;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an installation sets about the daily digest, beside {@code spring.mail}.
 *
 * @param from the sender
 * @param address where the register is reached, without a path; the link of the digest begins with it
 */
@ConfigurationProperties("register.inbox")
record InboxProperties(
        @DefaultValue("so-dang-vien@localhost") String from,
        @DefaultValue("") String address) {}
