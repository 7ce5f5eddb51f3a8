package app.retour.app.security;

import app.retour.api.Outage;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers for whatever gave up because the database is away, sessions and credentials included: 503, when to come again, and
 * the request's id. In front of everything that asks the database.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class OutageAnswers extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(OutageAnswers.class);
    private final Problems problems;

    OutageAnswers(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | IOException | RuntimeException failure) {
            if (!Outage.isIn(failure) || response.isCommitted()) {
                throw failure;
            }
            // No stack of each: there are as many as there are requests, and all say the same.
            LOG.warn("A request cannot be answered now, {}: {}", Correlation.current(), failure.toString());
            answer(request, response);
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.resetBuffer();
        response.setHeader(HttpHeaders.RETRY_AFTER, Outage.RETRY_AFTER_SECONDS);
        var message = Outage.message(Correlation.current());
        var path = request.getRequestURI();
        if (path.startsWith("/r/")) {
            // People read these pages: the portal tells it in their language.
            if (request.getMethod().equals("GET")) {
                response.setHeader("Refresh", Outage.RETRY_AFTER_SECONDS);
            }
            response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
        } else if (path.equals("/graphql")) {
            problems.write(
                    response,
                    HttpStatus.SERVICE_UNAVAILABLE,
                    Map.of(
                            "errors",
                            List.of(Map.of(
                                    "message", message, "extensions", Outage.extensions(Correlation.current())))));
        } else {
            problems.write(response, HttpStatus.SERVICE_UNAVAILABLE, Outage.CODE, message);
        }
    }
}
