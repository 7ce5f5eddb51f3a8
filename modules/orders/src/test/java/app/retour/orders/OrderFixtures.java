package app.retour.orders;

import app.retour.kernel.Ids;
import app.retour.kernel.TenantId;
import app.retour.orders.OrderUpsert.LineUpsert;
import app.retour.orders.shoppers.PostalAddress;
import app.retour.tenants.NewTenant;
import app.retour.tenants.Tenants;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Orders and tenants to test with. */
public final class OrderFixtures {
    public static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    public static final Currency EUR = Currency.getInstance("EUR");

    private OrderFixtures() {}

    public static TenantId aTenant(Tenants tenants) {
        return tenants.open(new NewTenant("Shop", "s-" + Ids.next(), EUR, ZoneId.of("Europe/Berlin"), Locale.GERMANY));
    }

    public static LineUpsert aLine(String sku, int quantity, String unitPrice) {
        return new LineUpsert(
                null,
                sku,
                "Thing " + sku,
                null,
                quantity,
                quantity,
                new BigDecimal(unitPrice),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** Paid by card, sent to a postcode, reconciling without shipping. */
    public static OrderUpsert anOrder(String externalId, String number, String email, LineUpsert... lines) {
        return anOrderDelivered(externalId, number, email, null, lines);
    }

    public static OrderUpsert anOrderDelivered(
            String externalId, String number, String email, @Nullable Instant deliveredAt, LineUpsert... lines) {
        return toAPostcode(ToldOrder.of(externalId, number, lines), email, deliveredAt);
    }

    public static OrderUpsert order(
            String externalId,
            String number,
            String email,
            BigDecimal total,
            @Nullable Instant deliveredAt,
            LineUpsert... lines) {
        return toAPostcode(ToldOrder.of(externalId, number, lines).total(total), email, deliveredAt);
    }

    private static OrderUpsert toAPostcode(ToldOrder order, String email, @Nullable Instant deliveredAt) {
        return order.email(email)
                .delivered(deliveredAt)
                .soldOnTheWebTo("DE")
                .sentTo(new PostalAddress("Ada Lovelace", null, "Street 1", null, "Berlin", "01067", null, "DE", null))
                .told();
    }
}
