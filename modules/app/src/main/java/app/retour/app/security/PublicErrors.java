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
        shown.put("message", status == null ? "This did not work" : status.getReasonPhrase());
        var knownId = request.getAttribute(Correlation.KEY, RequestAttributes.SCOPE_REQUEST);
        var id = knownId == null ? Correlation.current() : knownId.toString();
        shown.put("correlationId", id);
        if (status == HttpStatus.SERVICE_UNAVAILABLE) {
            shown.put("code", Outage.CODE);
            shown.put("message", Outage.message(id));
        }
        return shown;
    }
}
