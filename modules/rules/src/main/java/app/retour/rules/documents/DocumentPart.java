package app.retour.rules.documents;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A part of a document from outside (maps, lists and scalars, as JSON or a GraphQL argument gives them) that knows the
 * path it stands at, so that every mistake is refused with the place and what would be accepted.
 */
public record DocumentPart(List<String> path, @Nullable Object value) {
    public static DocumentPart root(@Nullable Object value, String... path) {
        return new DocumentPart(List.of(path), value);
    }

    Refusal refused(ErrorCode code, String message) {
        return new Refusal(code, message, path.toArray(String[]::new));
    }

    public Refusal invalid(String message) {
        return refused(ErrorCode.INVALID, message);
    }

    /** A field of an object. */
    DocumentPart at(String field) {
        return new DocumentPart(deeper(field), object().get(field));
    }

    /** A field that may be left out or null. */
    Optional<DocumentPart> maybe(String field) {
        return Optional.of(at(field)).filter(part -> part.value != null);
    }

    private List<String> deeper(String step) {
        var longer = new ArrayList<>(path);
        longer.add(step);
        return List.copyOf(longer);
    }

    private Map<?, ?> object() {
        return value instanceof Map<?, ?> map ? map : throwing(missingOr("Give an object here"));
    }

    /** Names of the fields that are not null. */
    Set<String> fields() {
        var names = new TreeSet<String>();
        object().forEach((name, given) -> {
            if (given != null) {
                names.add(String.valueOf(name));
            }
        });
        return names;
    }

    DocumentPart knowingOnly(String... known) {
        for (var name : fields()) {
            if (!Arrays.asList(known).contains(name)) {
                throw new DocumentPart(deeper(name), null)
                        .invalid("There is no field of this name here; known are " + String.join(", ", known));
            }
        }
        return this;
    }

    public List<DocumentPart> items(int most) {
        if (!(value instanceof List<?> list)) {
            throw missingOr("Give a list here");
        }
        if (list.size() > most) {
            throw refused(ErrorCode.TOO_LARGE, "At most %d are accepted here, not %d".formatted(most, list.size()));
        }
        var parts = new ArrayList<DocumentPart>();
        for (var index = 0; index < list.size(); index++) {
            parts.add(new DocumentPart(deeper(String.valueOf(index)), list.get(index)));
        }
        return parts;
    }

    /** A text that is not blank, without outer blanks. */
    public String text(int longest) {
        if (!(value instanceof String text) || text.isBlank()) {
            throw missingOr("Give a text that is not blank");
        }
        var stripped = text.strip();
        if (stripped.length() > longest) {
            throw refused(ErrorCode.TOO_LARGE, "At most %d characters, not %d".formatted(longest, stripped.length()));
        }
        if (stripped.chars().anyMatch(Character::isISOControl)
                || stripped.chars().anyMatch(c -> c == 0xFFFD)) {
            throw invalid("Control characters are not accepted here");
        }
        return stripped;
    }

    boolean flag() {
        return value instanceof Boolean flag ? flag : throwing(missingOr("Give true or false"));
    }

    int number(int least, int most) {
        if (!(value instanceof Integer number) || number < least || number > most) {
            throw missingOr("Give a whole number from %d to %d".formatted(least, most));
        }
        return number;
    }

    /** A decimal number written as a string or given exactly: digits with at most six decimals, no exponent. */
    BigDecimal decimal() {
        if (value instanceof Double || value instanceof Float) {
            throw invalid("Write a number with decimals between quotation marks, for example \"49.90\"");
        }
        var isExact = value instanceof BigDecimal || value instanceof Integer || value instanceof Long;
        var text =
                value instanceof BigDecimal exact ? exact.toPlainString() : isExact ? String.valueOf(value) : text(30);
        if (!text.matches("-?[0-9]{1,12}(\\.[0-9]{1,6})?")) {
            throw invalid("Give a plain decimal number such as 100 or 49.90");
        }
        return new BigDecimal(text);
    }

    <E extends Enum<E>> E oneOf(Class<E> type) {
        var given = value instanceof Enum<?> constant ? constant.name() : value;
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(given))
                .findFirst()
                .orElseThrow(() -> missingOr("Give one of " + Arrays.toString(type.getEnumConstants())));
    }

    private Refusal missingOr(String wanted) {
        return refused(value == null ? ErrorCode.REQUIRED : ErrorCode.INVALID, wanted);
    }

    private static <T> T throwing(Refusal refusal) {
        throw refusal;
    }
}
