package vn.partyregister.platform.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;

/**
 * The texts of all modules, one table for each language. Spring Boot asks the file of one module after another for each text
 * of a page, and a page has a hundred.
 */
@Configuration(proxyBeanMethods = false)
class Texts {
    private static final int FOR_EVER = -1;

    @Bean
    MessageSource messageSource(@Value("${spring.messages.basename}") List<String> files) {
        var texts = new ReloadableResourceBundleMessageSource();
        texts.setBasenames(files.stream().map(file -> "classpath:" + file).toArray(String[]::new));
        texts.setDefaultEncoding(StandardCharsets.UTF_8.name());
        texts.setFallbackToSystemLocale(false);
        texts.setCacheSeconds(FOR_EVER);
        return texts;
    }
}
