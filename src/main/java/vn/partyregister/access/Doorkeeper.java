package vn.partyregister.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;
import vn.partyregister.access.Grants.Admitted;
import vn.partyregister.platform.InPlace;
import vn.partyregister.platform.KeptFields;
import vn.partyregister.platform.OpenToAll;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Refusal;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Visitor;

/**
 * Stands before every handler: asks for its {@link Permitted}, refuses who lacks it, and refuses everybody where a
 * handler names none. Gives handlers their {@link Visitor} and the {@link Scope} of their permission.
 */
@Configuration(proxyBeanMethods = false)
class Doorkeeper implements WebMvcConfigurer, HandlerInterceptor {
    private final Grants grants;

    Doorkeeper(Grants grants) {
        this.grants = grants;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (handler instanceof ResourceHttpRequestHandler || isOpen(handler)) {
            return true;
        }
        var admitted = admitted(request, response);
        if (admitted == null) {
            return sendTo("/sign-in", request, response);
        }
        var visitor = admitted.visitor();
        var permitted = permitted(handler);
        if (admitted.mustChange() && (permitted == null || permitted.value() != Permission.OWN_ACCOUNT)) {
            return sendTo("/account/password", request, response);
        }
        if (request.getRequestURI().equals(request.getContextPath() + "/")
                && !visitor.may(Permission.SEE_HOME)
                && visitor.may(Permission.KEEP_ACCOUNTS)) {
            return sendTo("/accounts", request, response);
        }
        if (permitted == null || !visitor.may(permitted.value())) {
            throw new Refusal.NotPermitted("refusal.no-right");
        }
        request.setAttribute(Scope.class.getName(), visitor.scope(permitted.value()));
        request.setAttribute(InPlace.class.getName(), grants.inPlace(admitted, permitted.value()));
        return true;
    }

    /** Whoever is signed in with an account that stands; a session outlives its account by no request. */
    private @Nullable Admitted admitted(HttpServletRequest request, HttpServletResponse response) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof SignedIn account)) {
            return null;
        }
        var admitted = grants.admitted(account);
        if (admitted == null) {
            new SecurityContextLogoutHandler().logout(request, response, authentication);
            return null;
        }
        request.setAttribute(Visitor.class.getName(), admitted.visitor());
        return admitted;
    }

    private static boolean sendTo(String page, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.sendRedirect(request.getContextPath() + page);
        return false;
    }

    private static boolean isOpen(Object handler) {
        return handler instanceof HandlerMethod method
                && (AnnotatedElementUtils.hasAnnotation(method.getMethod(), OpenToAll.class)
                        || AnnotatedElementUtils.hasAnnotation(method.getBeanType(), OpenToAll.class)
                        || method.getBeanType().getName().startsWith("org.springframework.boot."));
    }

    private static @Nullable Permitted permitted(Object handler) {
        if (!(handler instanceof HandlerMethod method)) {
            return null;
        }
        var own = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), Permitted.class);
        return own != null ? own : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), Permitted.class);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new OfRequest(Visitor.class));
        resolvers.add(new OfRequest(Scope.class));
        resolvers.add(new OfRequest(KeptFields.class));
    }

    /** A parameter that was put in the request before its handler is asked. */
    private record OfRequest(Class<?> type) implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == type;
        }

        @Override
        public @Nullable Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            return request.getAttribute(type.getName(), RequestAttributes.SCOPE_REQUEST);
        }
    }
}
