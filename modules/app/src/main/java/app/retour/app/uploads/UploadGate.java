package app.retour.app.uploads;

import app.retour.api.Caller;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a multipart request go on only where files are taken, of a caller who may send them, with a length said beforehand and
 * room for it. Stands behind the filter that knows the caller and before the first that reads a parameter, which would take
 * the whole body to disk.
 */
public final class UploadGate extends OncePerRequestFilter {
    private static final String SECONDS_TO_WAIT = "30";
    private final SpoolSpace space;
    private final Refusals refusals;

    /** How a chain tells a refusal. */
    public interface Refusals {
        void write(HttpServletResponse response, HttpStatus status, String code, String message) throws IOException;
    }

    public UploadGate(SpoolSpace space, Refusals refusals) {
        this.space = space;
        this.refusals = refusals;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var type = request.getContentType();
        return type == null || !type.regionMatches(true, 0, "multipart/", 0, "multipart/".length());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var place = UploadPlace.of(request, Caller.current());
        switch (place) {
            case UploadPlace.None _ ->
                refusals.write(response, HttpStatus.UNSUPPORTED_MEDIA_TYPE, "NO_FILES", "No files are taken here");
            case UploadPlace.ForOthers _ ->
                refusals.write(response, HttpStatus.UNAUTHORIZED, "UNAUTHENTICATED", "Sign in to send files");
            case UploadPlace.SessionOver(var portal) -> lead(response, portal + "?ended");
            case UploadPlace.Open open -> take(open, request, response, chain);
        }
    }

    private void take(
            UploadPlace.Open place, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var length = request.getContentLengthLong();
        if (length < 0) {
            refusals.write(
                    response, HttpStatus.LENGTH_REQUIRED, "LENGTH_REQUIRED", "Say the length of the body beforehand");
        } else if (length > place.mostBytes()) {
            tooLarge(place, response);
        } else if (!space.take(length)) {
            tooMany(place, response);
        } else {
            try {
                chain.doFilter(request, response);
            } finally {
                space.give(length);
            }
        }
    }

    private void tooLarge(UploadPlace.Open place, HttpServletResponse response) throws IOException {
        if (place.portal() != null) {
            lead(response, place.portal() + "/files/too-large");
        } else {
            refusals.write(
                    response,
                    HttpStatus.CONTENT_TOO_LARGE,
                    "TOO_LARGE",
                    "At most %d MB can be sent here at once".formatted(place.mostBytes() / 1_000_000));
        }
    }

    private void tooMany(UploadPlace.Open place, HttpServletResponse response) throws IOException {
        if (place.portal() != null) {
            lead(response, place.portal() + "/files/too-many");
        } else {
            response.setHeader("Retry-After", SECONDS_TO_WAIT);
            refusals.write(
                    response,
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "BUSY",
                    "Too many files are being sent at this moment; try again in half a minute");
        }
    }

    private static void lead(HttpServletResponse response, String page) {
        response.setStatus(HttpStatus.SEE_OTHER.value());
        response.setHeader("Location", page);
    }
}
