package app.retour.rules.vocabulary;

import app.retour.kernel.Money;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** What a fact is for one item. Unknown means that no source ever supplied it; an empty list is known. */
public sealed interface FactValue {
    Unknown UNKNOWN = new Unknown();

    record Unknown() implements FactValue {}

    record Text(String text) implements FactValue {
        /** As it is compared: without regard to case and outer blanks. */
        public String folded() {
            return fold(text);
        }

        public static String fold(String text) {
            if (isFolded(text)) {
                return text;
            }
            // ẞ has no other capital than itself; some capitals come apart into a letter and its accents.
            var folded = composed(text.strip())
                    .replace('ẞ', 'ß')
                    .toUpperCase(Locale.ROOT)
                    .toLowerCase(Locale.ROOT);
            return composed(folded);
        }

        private static String composed(String text) {
            return Normalizer.normalize(text, Normalizer.Form.NFC);
        }

        /** Most texts are: codes and names of printable ASCII without capitals. Others may be too; they are folded to themselves. */
        private static boolean isFolded(String text) {
            for (var at = 0; at < text.length(); at++) {
                var letter = text.charAt(at);
                if (letter < '!' || letter > '~' || letter >= 'A' && letter <= 'Z') {
                    return false;
                }
            }
            return true;
        }
    }

    record Texts(List<String> texts) implements FactValue {
        public Texts {
            texts = List.copyOf(texts);
        }
    }

    /** A count, days, grams or percent. 2 and 2.0 are the same. */
    record Quantity(BigDecimal number) implements FactValue {
        public Quantity {
            number = number.stripTrailingZeros();
        }
    }

    record Amount(Money money) implements FactValue {}

    record Day(LocalDate date) implements FactValue {}

    record Flag(boolean isSet) implements FactValue {}

    default boolean isKnown() {
        return this != UNKNOWN && !(this instanceof Unknown);
    }

    /** Whether a fact of that type may hold this. */
    default boolean suits(FactType type) {
        return switch (this) {
            case Unknown _ -> true;
            case Text _ -> type == FactType.TEXT || type == FactType.CHOICE;
            case Texts _ -> type.isList();
            case Quantity _ -> type.isNumeric();
            case Amount _ -> type == FactType.MONEY;
            case Day _ -> type == FactType.DATE;
            case Flag _ -> type == FactType.FLAG;
        };
    }
}
