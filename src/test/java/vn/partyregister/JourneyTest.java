package vn.partyregister;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.test.context.TestPropertySource;

/**
 * A clerk's way through the program in a browser, in an empty register beside that of {@link RegisterTest}: who waits for
 * a browser keeps nobody else waiting.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ResourceLock("the register of journeys")
@EmptyRegister
@TestPropertySource(properties = "register.data=target/test-data/journeys")
@InBrowser
public @interface JourneyTest {}
