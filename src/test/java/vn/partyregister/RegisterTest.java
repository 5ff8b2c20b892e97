package vn.partyregister;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * A test on the whole program with an empty register. All of them share one Spring context and one database: each makes
 * what it needs and does not count what others made.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ResourceLock("the empty register")
@EmptyRegister
public @interface RegisterTest {}
