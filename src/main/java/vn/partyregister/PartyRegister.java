package vn.partyregister;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.modulith.Modulithic;

/** The Party Register (Sổ Đảng viên): one program, one province. */
@Modulithic(systemName = "Party Register", sharedModules = "platform")
@SpringBootApplication
@ConfigurationPropertiesScan
public class PartyRegister {
    static void main(String[] args) {
        SpringApplication.run(PartyRegister.class, args);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
