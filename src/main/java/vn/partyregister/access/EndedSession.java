package vn.partyregister.access;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import vn.partyregister.platform.KeptFields;
import vn.partyregister.platform.Seal;

/**
 * Answers a form that was sent when its session had ended: what was typed is kept, its clerk signs in again and finds
 * it in the same form. It is never sent on by itself. Whose it is, the browser tells by a sealed cookie that outlives
 * the session; a form that another site sent is refused.
 */
@Component
class EndedSession implements AccessDeniedHandler {
    private static final String COOKIE = "register-last";
    private static final String SAVED_REQUEST = "SPRING_SECURITY_SAVED_REQUEST";
    private static final String PARAMETER = "kept";
    private static final int LONGEST = 400_000;
    private static final List<String> NEVER_KEPT =
            List.of("/sign-in", "/sign-out", "/first-administrator", "/account/");

    private final KeptForms forms;
    private final Seal seal;

    EndedSession(KeptForms forms, Seal seal) {
        this.forms = forms;
        this.seal = seal;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        var path = path(request);
        if (!(denied instanceof CsrfException)) {
            response.sendError(HttpStatus.FORBIDDEN.value());
        } else if (path.equals("/sign-in")) {
            response.sendRedirect(request.getContextPath() + "/sign-in?expired");
        } else {
            var clerk = clerk(request);
            if (clerk.isPresent() && isWorthKeeping(request, path)) {
                keep(clerk.get(), request, response);
            } else {
                response.sendError(HttpStatus.FORBIDDEN.value());
            }
        }
    }

    /** Remembers in the browser whose it was, for when the session is gone. */
    void remember(SignedIn account, HttpServletRequest request, HttpServletResponse response) {
        var sealed = seal.seal(account.account().toString());
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(
                                COOKIE, Base64.getUrlEncoder().withoutPadding().encodeToString(sealed))
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .path("/")
                        .build()
                        .toString());
    }

    private void keep(UUID clerk, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var token = forms.keep(clerk, new KeptFields(request.getRequestURI(), typed(request)));
        var page = UriComponentsBuilder.fromUriString(page(request))
                .replaceQueryParam(PARAMETER, token)
                .build()
                .toUriString();
        if (signedIn() != null) {
            response.sendRedirect(request.getContextPath() + page);
        } else {
            request.getSession().setAttribute(SAVED_REQUEST, new SimpleSavedRequest(page));
            response.sendRedirect(request.getContextPath() + "/sign-in?kept");
        }
    }

    private static @Nullable SignedIn signedIn() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn account ? account : null;
    }

    private Optional<UUID> clerk(HttpServletRequest request) {
        var signedIn = signedIn();
        return signedIn != null ? Optional.of(signedIn.account()) : remembered(request);
    }

    private Optional<UUID> remembered(HttpServletRequest request) {
        return Arrays.stream(request.getCookies() == null ? new Cookie[0] : request.getCookies())
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .findFirst()
                .flatMap(cookie -> opened(cookie.getValue()));
    }

    private Optional<UUID> opened(String cookie) {
        try {
            return Optional.of(UUID.fromString(
                    new String(seal.open(Base64.getUrlDecoder().decode(cookie)), StandardCharsets.UTF_8)));
        } catch (RuntimeException forged) {
            return Optional.empty();
        }
    }

    private static boolean isWorthKeeping(HttpServletRequest request, String path) {
        return request.getMethod().equals("POST")
                && NEVER_KEPT.stream().noneMatch(path::startsWith)
                && isOfThisSite(request, request.getHeader(HttpHeaders.ORIGIN))
                && request.getParameterMap().values().stream()
                                .flatMap(Arrays::stream)
                                .mapToInt(String::length)
                                .sum()
                        <= LONGEST;
    }

    /** Every browser names the origin of what it sends. */
    private static boolean isOfThisSite(HttpServletRequest request, @Nullable String address) {
        try {
            var authority = address == null ? null : URI.create(address).getAuthority();
            return authority != null && authority.equals(request.getHeader(HttpHeaders.HOST));
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    private static Map<String, List<String>> typed(HttpServletRequest request) {
        return request.getParameterMap().entrySet().stream()
                .filter(field -> !field.getKey().equals("_csrf")
                        && !field.getKey().toLowerCase(java.util.Locale.ROOT).contains("password"))
                .collect(Collectors.toMap(Map.Entry::getKey, field -> List.of(field.getValue())));
    }

    /** The page the form stood on; where that is not told, the address it was sent to. */
    private static String page(HttpServletRequest request) {
        var referer = request.getHeader(HttpHeaders.REFERER);
        if (!isOfThisSite(request, referer)) {
            return path(request);
        }
        var page = URI.create(referer);
        var path = page.getRawPath().substring(request.getContextPath().length());
        return page.getRawQuery() == null ? path : path + "?" + page.getRawQuery();
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }
}
