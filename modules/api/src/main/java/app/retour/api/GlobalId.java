package app.retour.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.retour.kernel.Refusal;
import app.retour.kernel.UnknownId;
import java.util.Base64;
import java.util.UUID;

/** An id as integrators see it: opaque, unique over the service, and it knows its type. */
public record GlobalId(String type, UUID id) {
    public static String of(String type, UUID id) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((type + ":" + id).getBytes(UTF_8));
    }

    /** @throws Refusal NOT_FOUND when this is no id of the service; the answer names the place where it was given */
    public static GlobalId parse(String text) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(text), UTF_8).split(":", 2);
            return new GlobalId(parts[0], UUID.fromString(parts[1]));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException foreign) {
            throw new UnknownId(text, "There is nothing with the id you gave");
        }
    }

    /** @throws Refusal NOT_FOUND when this is no id of that type */
    public static UUID parse(String text, String type) {
        var parsed = parse(text);
        if (!parsed.type.equals(type)) {
            throw new UnknownId(text, "The id you gave is not one of a " + type);
        }
        return parsed.id;
    }
}
