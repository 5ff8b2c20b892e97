package vn.partyregister.platform;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * What a module has to say beside the notice that something was recorded: shown once, on the page that follows. Where no page
 * follows, as in a job or an import, nobody hears it.
 */
public final class Asides {
    /** By what name the page finds them. */
    public static final String NAME = "asides";

    private static final String SETTLED = Asides.class.getName() + ".settled";

    private Asides() {}

    /** Whether a page follows. */
    public static boolean areHeard() {
        return flash().isPresent();
    }

    /** Says something about a thing; what was said of it first in the same request stands. */
    public static void say(String about, String key, Object... arguments) {
        settle(about, new DefaultMessageSourceResolvable(new String[] {key}, arguments));
    }

    /** Of a thing there is nothing to say: who knows less of it says nothing later either. */
    public static void keepSilent(String about) {
        settle(about, null);
    }

    private static void settle(String about, @Nullable MessageSourceResolvable said) {
        flash().ifPresent(flash -> {
            var settled = settled(RequestContextHolder.currentRequestAttributes());
            if (settled.add(about) && said != null) {
                flash.put(NAME, with(flash, said));
            }
        });
    }

    @SuppressWarnings("unchecked")
    private static Set<String> settled(RequestAttributes request) {
        var kept = (Set<String>) request.getAttribute(SETTLED, RequestAttributes.SCOPE_REQUEST);
        if (kept != null) {
            return kept;
        }
        var none = new HashSet<String>();
        request.setAttribute(SETTLED, none, RequestAttributes.SCOPE_REQUEST);
        return none;
    }

    private static List<MessageSourceResolvable> with(FlashMap flash, MessageSourceResolvable said) {
        var all = new ArrayList<MessageSourceResolvable>();
        if (flash.get(NAME) instanceof List<?> before) {
            before.forEach(one -> all.add((MessageSourceResolvable) one));
        }
        all.add(said);
        return all;
    }

    private static Optional<FlashMap> flash() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes now
                ? Optional.ofNullable(RequestContextUtils.getOutputFlashMap(now.getRequest()))
                : Optional.empty();
    }
}
