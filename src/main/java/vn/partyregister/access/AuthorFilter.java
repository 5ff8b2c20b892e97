package vn.partyregister.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.partyregister.platform.Author;
import vn.partyregister.platform.InPlace;

/** Binds the author of everything this request writes. */
class AuthorFilter extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            author(request).<Void, Exception>writing(() -> {
                chain.doFilter(request, response);
                return null;
            });
        } catch (ServletException | IOException | RuntimeException passed) {
            throw passed;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Author author(HttpServletRequest request) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn account
                ? new Author(
                        account.account(),
                        account.getUsername(),
                        request.getRemoteAddr(),
                        organisation -> inPlace(request).of(organisation))
                : new Author(null, Author.UNKNOWN, request.getRemoteAddr());
    }

    /** What the {@link Doorkeeper} found, who comes later. */
    private static InPlace inPlace(HttpServletRequest request) {
        return request.getAttribute(InPlace.class.getName()) instanceof InPlace found ? found : InPlace.OF_NOBODY;
    }
}
