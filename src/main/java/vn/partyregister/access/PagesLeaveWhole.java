package vn.partyregister.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import org.springframework.core.annotation.Order;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps a page until its request is done. Spring Session puts a session away when the answer begins to leave and once
 * more when the request is done, and reads it anew from the database in between: a page that leaves last has its session
 * read once.
 */
@Component
@Order(SessionRepositoryFilter.DEFAULT_ORDER + 1)
class PagesLeaveWhole extends OncePerRequestFilter {
    /** Two of the longest pages; what is longer, a download, begins to leave when it is full. */
    private static final int BYTES = 1 << 18;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setBufferSize(BYTES);
        chain.doFilter(request, new Patient(response));
    }

    /** Does not send what is written before it must: the view flushes each page. */
    private static final class Patient extends HttpServletResponseWrapper {
        Patient(HttpServletResponse response) {
            super(response);
        }

        @Override
        public PrintWriter getWriter() throws IOException {
            return new PrintWriter(super.getWriter()) {
                @Override
                public void flush() {
                    // the server does when the request is done
                }
            };
        }
    }
}
