package app.retour.app.security;

import app.retour.api.Outage;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.webmvc.error.DefaultErrorAttributes;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.WebRequest;

/** What the world learns of an error outside GraphQL: its kind and an id, nothing of our insides. */
@Component
class PublicErrors extends DefaultErrorAttributes {
    @Override
    public Map<String, Object> getErrorAttributes(WebRequest request, ErrorAttributeOptions options) {
        var known = super.getErrorAttributes(request, options);
        var status = known.get("status") instanceof Integer code ? HttpStatus.resolve(code) : null;
        var shown = new LinkedHashMap<String, Object>();
        shown.put("status", known.getOrDefault("status", 500));
        shown.put("code", status == null ? "ERROR" : status.name());
        shown.put("message", status == null ? "This did not work" : inWords(status));
        var knownId = request.getAttribute(Correlation.KEY, RequestAttributes.SCOPE_REQUEST);
        var id = knownId == null ? Correlation.current() : knownId.toString();
        shown.put("correlationId", id);
        if (status == HttpStatus.SERVICE_UNAVAILABLE) {
            shown.put("code", Outage.CODE);
            shown.put("message", Outage.message(id));
        }
        return shown;
    }

    private static String inWords(HttpStatus status) {
        return switch (status) {
            case BAD_REQUEST -> "Something that this address needs is missing, or cannot be read";
            case NOT_FOUND -> "There is nothing at this address";
            case METHOD_NOT_ALLOWED ->
                "This address is not asked by this method; the header Allow names those that it takes";
            case NOT_ACCEPTABLE -> "There is no answer of a type that the header Accept asks for";
            case UNSUPPORTED_MEDIA_TYPE -> "This address takes no body of this Content-Type";
            case CONTENT_TOO_LARGE -> "This is larger than this address takes";
            case INTERNAL_SERVER_ERROR ->
                "Something went wrong on our side. Try again; if it stays, tell us the correlationId";
            default -> status.getReasonPhrase();
        };
    }
}
