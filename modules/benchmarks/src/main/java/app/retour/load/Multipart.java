package app.retour.load;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A form with one file, as browsers send it. */
final class Multipart {
    private static final String EDGE = "edge-of-a-part-7c1f";
    static final String TYPE = "multipart/form-data; boundary=" + EDGE;

    private Multipart() {}

    static BodyPublisher form(Map<String, String> fields, String file, byte[] content) {
        var head = new StringBuilder();
        fields.forEach(
                (name, value) -> head.append(part(name, "")).append(value).append("\r\n"));
        head.append(part(file, "; filename=\"photo\""));
        return BodyPublishers.concat(
                BodyPublishers.ofString(head.toString()),
                BodyPublishers.ofByteArray(content),
                BodyPublishers.ofString("\r\n--" + EDGE + "--\r\n", StandardCharsets.US_ASCII));
    }

    private static String part(String name, String more) {
        return "--%s\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n".formatted(EDGE, name, more);
    }
}
