package app.retour.rules.documents;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.rules.policy.Policy;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A policy as a file that people review in git: JSON, one thing a line, rules in order, with the form that {@link
 * PolicyFileSchema} describes.
 */
@Component
public class PolicyFile {
    static final String FORMAT = "retour-policy/1";
    private static final int LONGEST = 2_000_000;
    private final JsonMapper json;

    PolicyFile(JsonMapper json) {
        this.json = json.rebuild()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .disable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .build();
    }

    public String write(Policy policy) {
        var file = new LinkedHashMap<String, Object>();
        file.put("format", FORMAT);
        file.put("currency", policy.currency().getCurrencyCode());
        file.put("rules", PolicyWriter.write(policy.rules()));
        return json.writeValueAsString(file) + "\n";
    }

    /**
     * What a file gives as its rules, not yet read: in the form of the API, if it is any good.
     *
     * @throws Refusal INVALID or TOO_LARGE, with the path of what is wrong
     */
    @Nullable
    public Object rules(String content, Currency currency) {
        if (content.length() > LONGEST) {
            throw new Refusal(ErrorCode.TOO_LARGE, "At most %,d characters".formatted(LONGEST), "content");
        }
        var file = DocumentPart.root(parsed(content), "content").knowingOnly("$schema", "format", "currency", "rules");
        var format = file.at("format").text(40);
        if (!format.equals(FORMAT)) {
            throw file.at("format").invalid("Give “%s”; this file says “%s”".formatted(FORMAT, format));
        }
        var stated = file.at("currency").text(3);
        if (!stated.equals(currency.getCurrencyCode())) {
            throw file.at("currency")
                    .invalid("The shop's currency is %s; a policy in %s cannot be read"
                            .formatted(currency.getCurrencyCode(), stated));
        }
        return file.at("rules").value();
    }

    /**
     * The same refusal with the line of the file at which its path stands; one that is not about the file as it is.
     */
    public Refusal placed(Refusal refused, String content) {
        var field = refused.field();
        if (field.isEmpty()
                || !Set.of("content", "rules").contains(field.getFirst())
                || field.equals(List.of("content"))) {
            return refused;
        }
        var path = field.getFirst().equals("content") ? field.subList(1, field.size()) : field;
        return new Refusal(
                refused.code(),
                "Line %d: %s".formatted(JsonLocation.of(json, content, path), refused.getMessage()),
                field.toArray(String[]::new));
    }

    private Object parsed(String content) {
        try {
            return json.readValue(content, Map.class);
        } catch (JacksonException unreadable) {
            var place = unreadable.getLocation();
            throw new Refusal(
                    ErrorCode.INVALID,
                    place == null
                            ? "This cannot be read as a policy file"
                            : "This cannot be read as a policy file: look at line %d, column %d"
                                    .formatted(place.getLineNr(), place.getColumnNr()),
                    "content");
        }
    }
}
