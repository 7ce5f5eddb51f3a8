package app.retour.app.security;

import app.retour.api.Origins;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.web.header.HeaderWriter;

/**
 * What the pages of staff may load and run. No script and no style may stand in a page, but the styles that the components of
 * the admin and of GraphiQL write while they run, which bear the page's nonce. Two pages have a law of their own: a message as
 * it would be sent, in a frame that has nothing else and sets the message's styles itself; and GraphiQL, whose editor works
 * beside the page.
 */
final class StaffPagePolicy implements HeaderWriter {
    static final String MAIL_FRAME = "/admin/mail-frame.html";
    private static final String POLICY = "Content-Security-Policy";
    private static final String FRAMES = "X-Frame-Options";
    private static final String NOT_FRAMED =
            " frame-ancestors 'none'; base-uri 'none'; form-action 'self'; object-src 'none'";
    private static final String GRAPHIQL = "default-src 'self'; script-src 'self'; style-src 'self'%s;"
            + " img-src 'self' data:; font-src 'self' data:; connect-src 'self'; frame-src 'none'; worker-src 'self' blob:;"
            + NOT_FRAMED;
    private final String admin;
    private final String mail;

    StaffPagePolicy(Origins origins) {
        this.admin =
                "default-src 'self'; script-src 'self'; style-src 'self'%s; img-src 'self' data: blob:; font-src 'self';"
                        + " connect-src 'self'; frame-src 'self'; worker-src 'none';" + NOT_FRAMED;
        // The logo in a letterhead has the address that it has in the mail.
        this.mail = "sandbox allow-scripts; default-src 'none'; script-src 'self'; style-src 'none';"
                + " img-src 'self' data: %s; frame-ancestors 'self'; base-uri 'none'; form-action 'none'"
                        .formatted(origins.portal());
    }

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        var path = request.getRequestURI();
        var isMail = path.equals(MAIL_FRAME);
        response.setHeader(FRAMES, isMail ? "SAMEORIGIN" : "DENY");
        if (response.containsHeader(POLICY)) {
            return;
        }
        if (isMail) {
            response.setHeader(POLICY, mail);
        } else {
            var isGraphiql = path.equals("/graphiql") || path.startsWith("/graphiql/");
            var nonce = PageNonce.given(request).map(" 'nonce-%s'"::formatted).orElse("");
            response.setHeader(POLICY, (isGraphiql ? GRAPHIQL : admin).formatted(nonce));
        }
    }
}
