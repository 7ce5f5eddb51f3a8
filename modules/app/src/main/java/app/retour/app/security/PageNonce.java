package app.retour.app.security;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.resource.ResourceTransformer;
import org.springframework.web.servlet.resource.ResourceTransformerChain;
import org.springframework.web.servlet.resource.TransformedResource;

/** Writes a number that is used once into the admin's page, where the built file holds a place for it. */
final class PageNonce implements ResourceTransformer {
    /** As index.html has it. */
    static final String PLACE = "NONCE-OF-THIS-PAGE";

    private static final String GIVEN = PageNonce.class.getName();
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 16;
    private final String page;

    PageNonce(String page) {
        this.page = page;
    }

    static Optional<String> given(HttpServletRequest request) {
        return Optional.ofNullable((String) request.getAttribute(GIVEN));
    }

    @Override
    public Resource transform(HttpServletRequest request, Resource file, ResourceTransformerChain chain)
            throws IOException {
        var next = chain.transform(request, file);
        if (!page.equals(next.getFilename())) {
            return next;
        }
        var random = new byte[BYTES];
        RANDOM.nextBytes(random);
        var nonce = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        request.setAttribute(GIVEN, nonce);
        var text = next.getContentAsString(StandardCharsets.UTF_8).replace(PLACE, nonce);
        return new TransformedResource(next, text.getBytes(StandardCharsets.UTF_8));
    }
}
