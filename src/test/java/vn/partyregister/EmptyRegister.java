package vn.partyregister;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.annotation.Import;

/** The whole program with an empty register that stands still on 30/04/2022. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.ANNOTATION_TYPE)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "register.sample=none",
            "register.business-day=2022-04-30",
            // A plan is kept where it serves: in a register this small, making it anew takes three times as long as
            // asking.
            "spring.datasource.hikari.data-source-properties.options=-c plan_cache_mode=auto -c jit=off",
            "register.embedded-database=false",
            "register.sign-in.password-cost=4",
            "register.data=target/test-data/register"
        })
@AutoConfigureMockMvc(print = MockMvcPrint.NONE) // else each answer is kept until its test ends
@Import({PostgresForTests.class, SignIn.class, Orgs.class, People.class, Statements.class})
@interface EmptyRegister {}
