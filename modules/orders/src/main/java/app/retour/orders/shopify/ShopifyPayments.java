package app.retour.orders.shopify;

import app.retour.kernel.Money;
import app.retour.orders.OrderUpsert.TenderUpsert;
import app.retour.orders.amounts.Payment;
import app.retour.orders.csv.CsvRow;
import app.retour.orders.csv.PaymentMeans;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How an order was paid, as the export of orders tells it. */
final class ShopifyPayments {
    private static final Pattern SEVERAL = Pattern.compile("\\s\\+\\s");

    private ShopifyPayments() {}

    static Payment state(@Nullable String status) {
        return status == null
                ? Payment.UNKNOWN
                : switch (status.toLowerCase(Locale.ROOT)) {
                    case "paid", "refunded", "partially_refunded" -> Payment.PAID;
                    case "partially_paid" -> Payment.PARTLY_PAID;
                    case "pending", "authorized", "expired", "voided", "unpaid" -> Payment.UNPAID;
                    default -> Payment.UNKNOWN;
                };
    }

    /** Several means stand in one cell, without their amounts; and what a part of the payment was, the file does not say. */
    static @Nullable List<TenderUpsert> tenders(CsvRow row, Money total) {
        var whole = state(row.text("Financial Status")) != Payment.PARTLY_PAID;
        var text = row.text("Payment Method");
        if (text == null) {
            return null;
        }
        var means = SEVERAL.split(text);
        var tenders = new ArrayList<TenderUpsert>();
        for (var i = 0; i < means.length; i++) {
            var label = means[i].strip();
            tenders.add(new TenderUpsert(
                    PaymentMeans.id(i, label),
                    PaymentMeans.kind(label),
                    means.length == 1 && whole ? total.amount() : null,
                    label));
        }
        return tenders;
    }
}
