package app.retour.app.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Keeps bodies that are read into memory small; files have a way of their own. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class BodyLimit extends OncePerRequestFilter {
    private static final long LARGEST = 4L << 20;
    private final Problems problems;

    BodyLimit(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = request.getRequestURI();
        return !path.equals("/graphql")
                && !path.startsWith("/session")
                && !path.startsWith("/oauth2/")
                && !path.startsWith("/webhooks/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > LARGEST) {
            problems.write(response, HttpStatus.CONTENT_TOO_LARGE, "TOO_LARGE", "A body has at most 4 MiB");
        } else if (request.getContentLengthLong() < 0 && request.getHeader("Transfer-Encoding") != null) {
            problems.write(
                    response, HttpStatus.LENGTH_REQUIRED, "LENGTH_REQUIRED", "Say the length of the body beforehand");
        } else {
            chain.doFilter(request, response);
        }
    }
}
