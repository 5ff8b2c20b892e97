package vn.partyregister.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.convert.ConversionService;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.util.UriComponentsBuilder;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.KeptFields;
import vn.partyregister.platform.RegisterProperties;
import vn.partyregister.platform.Visitor;

/** What the shell around every page needs to know: the visitor, the business day, the same page in the other language. */
@ControllerAdvice
class PageShell {
    private final BusinessDay businessDay;
    private final RegisterProperties register;

    private final ConversionService written;

    PageShell(
            BusinessDay businessDay,
            RegisterProperties register,
            @Qualifier("mvcConversionService") ConversionService written) {
        this.businessDay = businessDay;
        this.register = register;
        this.written = written;
    }

    @ModelAttribute("visitor")
    @Nullable
    Visitor visitor(HttpServletRequest request) {
        return (Visitor) request.getAttribute(Visitor.class.getName());
    }

    @ModelAttribute("kept")
    @Nullable
    KeptFields kept(HttpServletRequest request) {
        return KeptFields.of(request);
    }

    @ModelAttribute("businessDay")
    LocalDate businessDay() {
        return businessDay.today();
    }

    @ModelAttribute("sampleRegister")
    boolean sampleRegister() {
        return register.isSample();
    }

    @ModelAttribute("menu")
    @Nullable
    Menu menu(HttpServletRequest request) {
        var visitor = visitor(request);
        return visitor == null ? null : Menu.of(visitor, path(request));
    }

    /** The same for a page that no handler made: a refusal, before anything else had a hand in the request. */
    Map<String, @Nullable Object> of(HttpServletRequest request) {
        request.setAttribute(ConversionService.class.getName(), written);
        var shell = new HashMap<String, @Nullable Object>();
        shell.put("visitor", visitor(request));
        shell.put("businessDay", businessDay());
        shell.put("sampleRegister", sampleRegister());
        shell.put("here", here(request));
        shell.put("menu", menu(request));
        return shell;
    }

    /** The address of this very page, to which {@code lang} can be added. */
    @ModelAttribute("here")
    String here(HttpServletRequest request) {
        var address = UriComponentsBuilder.fromPath(path(request));
        if ("GET".equals(request.getMethod()) && request.getQueryString() != null) {
            address.query(request.getQueryString()).replaceQueryParam("lang").replaceQueryParam("kept");
        }
        return address.build().toUriString();
    }

    private static String path(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String failed
                ? failed
                : request.getRequestURI();
    }
}
