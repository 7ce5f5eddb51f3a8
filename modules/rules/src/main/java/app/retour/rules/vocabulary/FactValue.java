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
        /** Beyond these, a set tells sooner whether one of them is said twice. */
        private static final int FEW = 8;

        public Texts {
            texts = List.copyOf(texts);
        }

        /** As they are compared, each once; these very texts where they are said so. */
        List<String> folded() {
            return isFolded()
                    ? texts
                    : texts.stream().map(Text::fold).distinct().toList();
        }

        private boolean isFolded() {
            for (var at = 0; at < texts.size(); at++) {
                var text = texts.get(at);
                if (at == FEW || !Text.isFolded(text) || texts.indexOf(text) < at) {
                    return false;
                }
            }
            return true;
        }
    }

    /** A count, days, grams or percent. 2 and 2.0 are the same. */
    record Quantity(BigDecimal number) implements FactValue {
        private static final int DIGITS = 18;

        /** Whole numbers keep no power of ten, so that nobody has to reckon it again. */
        public Quantity {
            if (number.scale() != 0 || number.precision() > DIGITS) {
                number = number.stripTrailingZeros();
            }
            if (number.scale() < 0 && number.precision() - (long) number.scale() <= DIGITS) {
                number = number.setScale(0);
            }
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
        return !isKnown()
                || switch (type) {
                    case TEXT, CHOICE -> this instanceof Text;
                    case TEXTS, CHOICES -> this instanceof Texts;
                    case COUNT, DAYS, GRAMS, PERCENT -> this instanceof Quantity;
                    case MONEY -> this instanceof Amount;
                    case DATE -> this instanceof Day;
                    case FLAG -> this instanceof Flag;
                };
    }
}
