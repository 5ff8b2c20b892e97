package vn.partyregister.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Leaves the null character out of every parameter: no text of the database can hold one, and nobody types it. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class ReadableParameters extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new Readable(request), response);
    }

    private static String without(String sent) {
        return sent.replace("\0", "");
    }

    private static final class Readable extends HttpServletRequestWrapper {
        private Readable(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getParameter(String name) {
            var sent = super.getParameter(name);
            return sent == null ? null : ReadableParameters.without(sent);
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            var sent = super.getParameterValues(name);
            return sent == null ? null : without(sent);
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            var readable = new LinkedHashMap<String, String[]>();
            super.getParameterMap().forEach((name, values) -> readable.put(name, without(values)));
            return readable;
        }

        private static String[] without(String[] sent) {
            var readable = new String[sent.length];
            for (var i = 0; i < sent.length; i++) {
                readable[i] = ReadableParameters.without(sent[i]);
            }
            return readable;
        }
    }
}
