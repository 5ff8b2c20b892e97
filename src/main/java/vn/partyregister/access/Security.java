package vn.partyregister.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Sign-in, and the headers every answer carries. */
@Configuration(proxyBeanMethods = false)
class Security {
    private static final String CONTENT_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; "
            + "base-uri 'none'; frame-ancestors 'none'";
    private static final String BCRYPT = "bcrypt";
    private static final String DEVICES = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";

    @Bean
    PasswordEncoder passwordEncoder(SignInProperties properties) {
        var bcrypt = new BCryptPasswordEncoder(properties.passwordCost());
        var encoder = new DelegatingPasswordEncoder(BCRYPT, Map.of(BCRYPT, bcrypt));
        encoder.setDefaultPasswordEncoderForMatches(bcrypt); // a hash of another kind matches nothing
        return encoder;
    }

    @Bean
    SecurityFilterChain pages(HttpSecurity http, SignInJournal journal, EndedSession ended) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.FORWARD, DispatcherType.ERROR, DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers(
                                "/sign-in",
                                "/sign-in/wait",
                                "/first-administrator",
                                "/app/**",
                                "/webjars/**",
                                "/actuator/health/**",
                                "/error")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .formLogin(form -> form.loginPage("/sign-in")
                        .loginProcessingUrl("/sign-in")
                        .authenticationDetailsSource(Origin::of)
                        .successHandler(new CameIn(journal, ended))
                        .failureHandler((request, response, failure) -> turnAway(request, response, failure, journal))
                        .permitAll())
                .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?out"))
                .exceptionHandling(refused -> refused.accessDeniedHandler(ended))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                        .permissionsPolicyHeader(policy -> policy.policy(DEVICES))
                        .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                        .crossOriginResourcePolicy(policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN)))
                .build();
    }

    /** After the security chain, so that it knows who asks. */
    @Bean
    FilterRegistrationBean<AuthorFilter> authorFilter() {
        var registration = new FilterRegistrationBean<>(new AuthorFilter());
        registration.setOrder(0);
        return registration;
    }

    private static void turnAway(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException failure,
            SignInJournal journal)
            throws IOException, ServletException {
        if (failure instanceof TooManyAttempts tooMany) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            response.setHeader(
                    HttpHeaders.RETRY_AFTER,
                    Long.toString(tooMany.untilNext().plusSeconds(1).toSeconds()));
            request.setAttribute(
                    "wait", Math.max(1, tooMany.untilNext().plusSeconds(59).toMinutes()));
            request.getRequestDispatcher("/sign-in/wait").forward(request, response);
            return;
        }
        var typed = request.getParameter("username");
        journal.turnedAway(typed == null ? "" : typed, Origin.of(request));
        response.sendRedirect(request.getContextPath() + "/sign-in?failed");
    }

    /** Back to the page that asked for the sign-in. */
    private static final class CameIn extends SavedRequestAwareAuthenticationSuccessHandler {
        private final SignInJournal journal;
        private final EndedSession ended;

        CameIn(SignInJournal journal, EndedSession ended) {
            this.journal = journal;
            this.ended = ended;
        }

        @Override
        public void onAuthenticationSuccess(
                HttpServletRequest request, HttpServletResponse response, Authentication authentication)
                throws IOException, ServletException {
            if (authentication.getPrincipal() instanceof SignedIn account) {
                journal.cameIn(account, Origin.of(request));
                ended.remember(account, request, response);
            }
            super.onAuthenticationSuccess(request, response, authentication);
        }
    }
}
