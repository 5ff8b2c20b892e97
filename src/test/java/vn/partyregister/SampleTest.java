package vn.partyregister;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.annotation.Import;

/**
 * A test on the whole program with the sample register of Trà Vinh loaded through the import. All of them share one
 * Spring context and one database, and leave its figures as they are.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ResourceLock("the sample register")
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "register.sample=tra-vinh",
            "register.embedded-database=false",
            "register.sign-in.password-cost=4",
            "register.data=target/test-data/sample"
        })
@AutoConfigureMockMvc(print = MockMvcPrint.NONE) // else each answer is kept until its test ends
@Import({PostgresForTests.class, SignIn.class, Orgs.class, People.class, Statements.class})
public @interface SampleTest {}
