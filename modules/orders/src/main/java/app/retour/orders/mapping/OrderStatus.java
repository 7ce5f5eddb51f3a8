package app.retour.orders.mapping;

import app.retour.orders.amounts.Payment;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the words say that shops use for the state of an order. */
record OrderStatus(Payment payment, boolean canceled, boolean shipped) {
    private static final Set<String> CANCELED = Set.of(
            "cancelled",
            "canceled",
            "failed",
            "declined",
            "trash",
            "voided",
            "storniert",
            "annulé",
            "annulée",
            "cancelado",
            "annullato",
            "geannuleerd",
            "payment error");
    private static final Set<String> UNPAID = Set.of(
            "pending",
            "pending payment",
            "on hold",
            "awaiting payment",
            "incomplete",
            "unpaid",
            "new",
            "authorized",
            "awaiting bank wire payment",
            "awaiting check payment",
            "zahlung ausstehend",
            "in wartestellung");
    private static final Set<String> PARTLY_PAID = Set.of("partially paid", "partly paid");
    private static final Set<String> SHIPPED = Set.of(
            "completed",
            "complete",
            "shipped",
            "delivered",
            "partially shipped",
            "fulfilled",
            "refunded",
            "partially refunded",
            "closed",
            "versendet",
            "versandt",
            "fertiggestellt",
            "abgeschlossen",
            "zugestellt",
            "expédié",
            "livré",
            "terminée",
            "enviado",
            "entregado",
            "completado",
            "spedito",
            "consegnato",
            "completato",
            "verzonden",
            "afgerond");
    private static final Set<String> PAID = Set.of(
            "paid",
            "processing",
            "awaiting fulfillment",
            "awaiting shipment",
            "awaiting pickup",
            "in progress",
            "payment accepted",
            "processing in progress",
            "captured",
            "settled",
            "bezahlt",
            "in bearbeitung",
            "payé",
            "paiement accepté",
            "pagado",
            "pagato",
            "betaald");

    static OrderStatus of(@Nullable String status, @Nullable String payment) {
        var order = known(status);
        var money = payment == null ? order : known(payment);
        return new OrderStatus(
                PARTLY_PAID.contains(money)
                        ? Payment.PARTLY_PAID
                        : UNPAID.contains(money)
                                ? Payment.UNPAID
                                : PAID.contains(money) || SHIPPED.contains(money) ? Payment.PAID : Payment.UNKNOWN,
                CANCELED.contains(order),
                SHIPPED.contains(order));
    }

    private static String known(@Nullable String status) {
        return status == null
                ? ""
                : status.strip()
                        .toLowerCase(Locale.ROOT)
                        .replaceFirst("^wc-", "")
                        .replaceAll("[\\s_-]+", " ");
    }
}
