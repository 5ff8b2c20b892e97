package vn.partyregister.platform;

import java.io.IOException;
import org.springframework.boot.autoconfigure.condition.AllNestedConditions;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** The PostgreSQL that comes with the program: started when no other is configured. */
@Configuration(proxyBeanMethods = false)
@Conditional(EmbeddedDatabase.NoOtherIsConfigured.class)
class EmbeddedDatabase {
    @Bean(destroyMethod = "close")
    OnlyCopy onlyCopy(RegisterProperties register) throws IOException {
        return OnlyCopy.in(register.data());
    }

    @Bean(destroyMethod = "close")
    EmbeddedServer embeddedServer(RegisterProperties register, OnlyCopy onlyCopy) throws IOException {
        onlyCopy.mustHold();
        return EmbeddedServer.start(register.data());
    }

    @Bean
    JdbcConnectionDetails programConnection(EmbeddedServer server) {
        return new AsProgram(server.address(EmbeddedServer.PROGRAM), EmbeddedServer.PROGRAM, server.password());
    }

    @Bean
    FlywayConnectionDetails ownerConnection(EmbeddedServer server) {
        return new AsOwner(server.address(EmbeddedServer.OWNER), EmbeddedServer.OWNER, server.password());
    }

    private record AsProgram(String getJdbcUrl, String getUsername, String getPassword)
            implements JdbcConnectionDetails {}

    private record AsOwner(String getJdbcUrl, String getUsername, String getPassword)
            implements FlywayConnectionDetails {}

    static class NoOtherIsConfigured extends AllNestedConditions {
        NoOtherIsConfigured() {
            super(ConfigurationPhase.PARSE_CONFIGURATION);
        }

        @ConditionalOnProperty(name = "register.embedded-database", havingValue = "true", matchIfMissing = true)
        static class NotSwitchedOff {}

        @ConditionalOnProperty(name = "spring.datasource.url", havingValue = "false", matchIfMissing = true)
        static class NoAddress {}
    }
}
