package vn.partyregister.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Hands the page of a form what its clerk had typed before the session ended. */
@Configuration(proxyBeanMethods = false)
class KeptFormDoor implements WebMvcConfigurer, HandlerInterceptor {
    private final KeptForms forms;

    KeptFormDoor(KeptForms forms) {
        this.forms = forms;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var token = request.getParameter("kept");
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (token != null
                && request.getMethod().equals("GET")
                && authentication != null
                && authentication.getPrincipal() instanceof SignedIn account) {
            forms.take(token, account.account()).ifPresent(fields -> fields.putInto(request));
        }
        return true;
    }

    /** After the {@link Doorkeeper}: whoever may not see the page leaves the fields where they are. */
    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).order(1);
    }
}
