package app.retour.app.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebInputException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** Tells whoever sent a body that nobody can read what belongs there, as JSON, whatever answer they asked for. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class UnreadableBodies implements HandlerExceptionResolver {
    private static final String OPERATION =
            "This body is no operation. Send one JSON object with the text \"query\" and, if it has variables, the object"
                    + " \"variables\"; one operation a request";
    private static final String OTHER = "This body cannot be read. Send one JSON object, as the documentation has it";
    private final Problems problems;

    UnreadableBodies(Problems problems) {
        this.problems = problems;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        if (!(failure instanceof HttpMessageNotReadableException) && !(failure instanceof ServerWebInputException)) {
            return null;
        }
        try {
            problems.write(
                    response,
                    HttpStatus.BAD_REQUEST,
                    request.getRequestURI().equals("/graphql")
                            ? Map.of("errors", List.of(error()))
                            : Problems.Problem.of("INVALID", OTHER));
            return new ModelAndView();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** As GraphQL has them. */
    private static Map<String, Object> error() {
        return Map.of(
                "message",
                OPERATION,
                "extensions",
                Map.of("code", "INVALID", "classification", "BAD_REQUEST", "correlationId", Correlation.current()));
    }
}
