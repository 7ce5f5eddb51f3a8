package app.retour.portal.request;

import app.retour.portal.Storefront;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Base64;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps the draft in the shopper's own browser. Not signed: all of it is their own input and is judged anew by the schema;
 * only its size is guarded.
 */
@Component
class DraftCookie {
    static final String NAME = "RETOUR_DRAFT";
    private static final int MOST_CHARACTERS = 3_800;
    private static final int MOST_BYTES = 64_000;
    private final JsonMapper json;

    DraftCookie(JsonMapper json) {
        this.json = json;
    }

    /** The draft for this order; a new one when there is none, or one of another order. */
    Draft read(HttpServletRequest request, String order) {
        var cookie = WebUtils.getCookie(request, NAME);
        var draft = cookie == null ? null : decode(cookie.getValue());
        return draft == null || !order.equals(draft.order()) ? Draft.of(order) : draft;
    }

    /** @return false when it is too large to keep; nothing was written then */
    boolean write(Draft draft, Storefront storefront, HttpServletRequest request, HttpServletResponse response) {
        var encoded = encode(draft);
        if (encoded.length() > MOST_CHARACTERS) {
            return false;
        }
        var cookie = ResponseCookie.from(NAME, encoded)
                .path(storefront.base())
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .maxAge(Duration.ofHours(2))
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        return true;
    }

    private String encode(Draft draft) {
        var bytes = new ByteArrayOutputStream();
        try (var deflated = new DeflaterOutputStream(bytes)) {
            deflated.write(json.writeValueAsBytes(draft));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
    }

    private @Nullable Draft decode(String value) {
        try (var inflated = new InflaterInputStream(
                new ByteArrayInputStream(Base64.getUrlDecoder().decode(value)))) {
            return json.readValue(inflated.readNBytes(MOST_BYTES), Draft.class);
        } catch (IOException | IllegalArgumentException | NullPointerException | JacksonException notOurs) {
            return null;
        }
    }
}
