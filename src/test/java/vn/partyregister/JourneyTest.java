package vn.partyregister;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A clerk's way through the program in a browser, in an empty register. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@OtherRegisterTest
@InBrowser
public @interface JourneyTest {}
