package vn.partyregister;

import com.microsoft.playwright.junit.UsePlaywright;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** A test in a real browser: Debian's Chromium, or the one that {@code register.chromium} or CHROMIUM names. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@UsePlaywright(DebianChromium.class)
@ExtendWith(DebianChromium.IsThere.class)
public @interface InBrowser {}
