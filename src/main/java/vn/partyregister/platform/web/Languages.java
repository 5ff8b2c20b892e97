package vn.partyregister.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/** Vietnamese unless the reader chose English; the choice is kept in a cookie. Other languages are as none. */
@Configuration(proxyBeanMethods = false)
class Languages implements WebMvcConfigurer {
    static final Locale VIETNAMESE = Locale.of("vi");
    private static final Set<Locale> SPOKEN = Set.of(VIETNAMESE, Locale.ENGLISH);

    @Bean
    LocaleResolver localeResolver() {
        return kept(false);
    }

    /** Over https the browser is told to send it over https alone. */
    private static Kept kept(boolean secure) {
        var resolver = new Kept(secure ? null : kept(true));
        resolver.setCookieSecure(secure);
        resolver.setDefaultLocaleFunction(request -> VIETNAMESE);
        resolver.setCookieMaxAge(Duration.ofDays(365));
        resolver.setCookieHttpOnly(true);
        resolver.setCookieSameSite("Lax");
        resolver.setRejectInvalidCookies(false);
        return resolver;
    }

    /** Before whoever may refuse: a refusal is told in the language that was asked for. */
    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        var change = new Asked();
        change.setParamName("lang");
        change.setIgnoreInvalidLocale(true);
        registry.addInterceptor(change).order(Ordered.HIGHEST_PRECEDENCE);
    }

    private static Locale spoken(@Nullable Locale language) {
        if (language == null || !SPOKEN.contains(language)) {
            throw new IllegalArgumentException("not a language of the register");
        }
        return language;
    }

    /** What the cookie says. */
    private static final class Kept extends CookieLocaleResolver {
        private final @Nullable Kept overHttps;

        private Kept(@Nullable Kept overHttps) {
            super("language");
            this.overHttps = overHttps;
        }

        @Override
        public void setLocaleContext(
                HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable LocaleContext context) {
            if (overHttps != null && request.isSecure()) {
                overHttps.setLocaleContext(request, response, context);
            } else {
                super.setLocaleContext(request, response, context);
            }
        }

        @Override
        protected Locale parseLocaleValue(String value) {
            return spoken(super.parseLocaleValue(value));
        }
    }

    /** What the address says. */
    private static final class Asked extends LocaleChangeInterceptor {
        @Override
        protected Locale parseLocaleValue(String value) {
            return spoken(super.parseLocaleValue(value));
        }
    }
}
