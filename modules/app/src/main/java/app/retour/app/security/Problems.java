package app.retour.app.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes the body of a refusal: a code for programs, words for people, the id that an operator finds in the log. */
@Component
class Problems {
    private final JsonMapper json;

    Problems(JsonMapper json) {
        this.json = json;
    }

    record Problem(String code, String message, String correlationId) {
        static Problem of(String code, String message) {
            return new Problem(code, message, Correlation.current());
        }
    }

    void write(HttpServletResponse response, HttpStatus status, String code, String message) throws IOException {
        write(response, status, Problem.of(code, message));
    }

    void write(HttpServletResponse response, HttpStatus status, Object body) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding(UTF_8.name());
        response.setHeader("Cache-Control", "no-store");
        // Some refusals come before the headers of the chains.
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.getOutputStream().write(json.writeValueAsBytes(body));
    }
}
