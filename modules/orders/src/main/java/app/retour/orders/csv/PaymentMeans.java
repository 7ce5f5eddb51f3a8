package app.retour.orders.csv;

import app.retour.orders.amounts.Tender;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What kind of payment is meant, by what shops call it. */
public final class PaymentMeans {
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^a-z]+");
    private static final Pattern BETWEEN_NAMES = Pattern.compile("[^a-z0-9]+");
    private static final List<String> CARDS =
            List.of("shopify payments", "stripe", "visa", "mastercard", "amex", "card", "online cc");

    private PaymentMeans() {}

    public static Tender.Kind kind(String label) {
        var known = BETWEEN_WORDS.matcher(label.toLowerCase(Locale.ROOT)).replaceAll(" ");
        if (known.contains("gift card")) {
            return Tender.Kind.GIFT_CARD;
        }
        if (known.contains("store credit")) {
            return Tender.Kind.STORE_CREDIT;
        }
        return CARDS.stream().anyMatch(known::contains) ? Tender.Kind.CARD : Tender.Kind.OTHER;
    }

    /** Which of an order's payments it is, where only its name is known. */
    public static String id(int position, String label) {
        return "%d-%s"
                .formatted(
                        position + 1,
                        BETWEEN_NAMES.matcher(label.toLowerCase(Locale.ROOT)).replaceAll("-"));
    }
}
