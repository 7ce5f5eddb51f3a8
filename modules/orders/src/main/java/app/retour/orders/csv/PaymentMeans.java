package app.retour.orders.csv;

import app.retour.orders.amounts.Tender;
import java.util.Locale;

/** What kind of payment is meant, by what shops call it. */
public final class PaymentMeans {
    private PaymentMeans() {}

    public static Tender.Kind kind(String label) {
        var known = label.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", " ");
        if (known.contains("gift card")) {
            return Tender.Kind.GIFT_CARD;
        }
        if (known.contains("store credit")) {
            return Tender.Kind.STORE_CREDIT;
        }
        return known.matches(".*(shopify payments|stripe|credit card|debit card|visa|mastercard|amex|card|online cc).*")
                ? Tender.Kind.CARD
                : Tender.Kind.OTHER;
    }

    /** Which of an order's payments it is, where only its name is known. */
    public static String id(int position, String label) {
        return "%d-%s".formatted(position + 1, label.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"));
    }
}
