package vn.partyregister;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.test.context.TestPropertySource;

/**
 * A test on the whole program with an empty register beside that of {@link RegisterTest}, for half of the time that such
 * tests take: those of one register run beside those of the other.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ResourceLock("the other empty register")
@EmptyRegister
@TestPropertySource(properties = "register.data=target/test-data/other")
public @interface OtherRegisterTest {}
