package vn.partyregister.statistics.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.util.HtmlUtils;
import vn.partyregister.organisation.OrganisationId;

/** Somebody at the pages of periods: asks, sends and closes the first quarter of 2022. */
@NullMarked
record Desk(MockMvcTester mvc) {
    /** What a page says; it is there. */
    String get(String address, RequestPostProcessor who) {
        var answer = mvc.get().uri(address).with(who).exchange();
        assertThat(answer).as(address).hasStatusOk();
        return text(answer);
    }

    MvcTestResult ask(String address, RequestPostProcessor who) {
        return mvc.get().uri(address).with(who).exchange();
    }

    /** @param fields names and values in turn */
    MvcTestResult posted(String address, RequestPostProcessor who, String... fields) {
        var request = mvc.post().uri(address).with(who).with(csrf());
        for (var at = 0; at < fields.length; at += 2) {
            request.param(fields[at], fields[at + 1]);
        }
        return request.exchange();
    }

    MvcTestResult close(OrganisationId organisation, String kind, String to, RequestPostProcessor who) {
        return posted("/periods", who, "organisation", organisation.toString(), "kind", kind, "to", to);
    }

    /** @return the address of the closed quarter */
    String closeQuarter(OrganisationId organisation, RequestPostProcessor who) {
        var answer = close(organisation, "QUARTER", "31/03/2022", who);
        var address = redirected(answer);
        assertThat(UUID.fromString(address.substring("/periods/".length()))).isNotNull();
        return address;
    }

    static String redirected(MvcTestResult answer) {
        assertThat(answer).hasStatus3xxRedirection();
        return Objects.requireNonNull(answer.getMvcResult().getResponse().getRedirectedUrl());
    }

    static String text(MvcTestResult answer) {
        return HtmlUtils.htmlUnescape(
                new String(answer.getMvcResult().getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }
}
