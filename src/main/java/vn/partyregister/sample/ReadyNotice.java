package vn.partyregister.sample;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import vn.partyregister.platform.RegisterProperties;

/** The last lines of a start: where to go, who may sign in to try it, where the data lies. */
@Component
class ReadyNotice {
    private static final Logger LOG = LoggerFactory.getLogger(ReadyNotice.class);

    private final RegisterProperties register;
    private final SampleTexts texts;

    ReadyNotice(RegisterProperties register, SampleTexts texts) {
        this.register = register;
        this.texts = texts;
    }

    @EventListener
    void tell(ApplicationReadyEvent ready) {
        var environment = ready.getApplicationContext().getEnvironment();
        LOG.info(texts.get("ready.address", "http://localhost:" + environment.getProperty("local.server.port", "")));
        if (register.isSample()) {
            LOG.info(texts.get("ready.accounts", String.join(", ", SampleRegister.ACCOUNTS), SampleRegister.PASSWORD));
        }
        LOG.info(texts.get("ready.data", data(environment)));
    }

    private String data(Environment environment) {
        var elsewhere = environment.getProperty("spring.datasource.url");
        var folder = register.data().toAbsolutePath().normalize().toString();
        return elsewhere == null ? folder : withoutParameters(elsewhere) + ", " + folder;
    }

    /** Parameters may hold a password. */
    private static String withoutParameters(String address) {
        var question = address.indexOf('?');
        return question < 0 ? address : address.substring(0, question);
    }
}
