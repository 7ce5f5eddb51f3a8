package app.retour.orders;

import app.retour.orders.OrderUpsert.LineUpsert;
import app.retour.orders.OrderUpsert.TenderUpsert;
import app.retour.orders.amounts.Payment;
import app.retour.orders.amounts.Tender;
import app.retour.orders.shoppers.PostalAddress;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An order as a source tells it, in few words: Ada's, in euros, paid by card; what nobody says here is not told. */
final class ToldOrder {
    private final String externalId;
    private final String number;
    private final List<LineUpsert> lines;
    private BigDecimal total;
    private @Nullable String email;
    private @Nullable String phone;
    private @Nullable Instant deliveredAt;
    private @Nullable PostalAddress shipTo;
    private @Nullable PostalAddress billTo;
    private @Nullable String country;
    private @Nullable String channel;

    private ToldOrder(String externalId, String number, List<LineUpsert> lines) {
        this.externalId = externalId;
        this.number = number;
        this.lines = lines;
        total = lines.stream()
                .map(line -> line.unitPrice().multiply(BigDecimal.valueOf(line.quantity())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Of things without discounts, tax or shipping; else {@link #total} says what it sums to. */
    static ToldOrder of(String externalId, String number, LineUpsert... lines) {
        return new ToldOrder(externalId, number, List.of(lines));
    }

    ToldOrder total(BigDecimal amount) {
        total = amount;
        return this;
    }

    ToldOrder email(@Nullable String address) {
        email = address;
        return this;
    }

    ToldOrder phone(@Nullable String spoken) {
        phone = spoken;
        return this;
    }

    ToldOrder delivered(@Nullable Instant at) {
        deliveredAt = at;
        return this;
    }

    ToldOrder sentTo(@Nullable PostalAddress address) {
        shipTo = address;
        return this;
    }

    /** Somewhere of which no more is known. */
    ToldOrder sentToPostcode(@Nullable String postcode) {
        return sentTo(at(postcode));
    }

    ToldOrder billedToPostcode(@Nullable String postcode) {
        billTo = at(postcode);
        return this;
    }

    ToldOrder soldOnTheWebTo(String shippingCountry) {
        country = shippingCountry;
        channel = "web";
        return this;
    }

    private static @Nullable PostalAddress at(@Nullable String postcode) {
        return postcode == null ? null : new PostalAddress(null, null, null, null, null, postcode, null, null, null);
    }

    OrderUpsert told() {
        return new OrderUpsert(
                externalId,
                number,
                email,
                "Ada Lovelace",
                phone,
                OrderFixtures.NOON,
                null,
                deliveredAt,
                null,
                OrderFixtures.EUR,
                null,
                null,
                null,
                OrderUpsert.Charges.NONE,
                null,
                total,
                null,
                Payment.PAID,
                null,
                null,
                null,
                null,
                country,
                channel,
                null,
                null,
                List.of(new TenderUpsert("1", Tender.Kind.CARD, total, "Card")),
                shipTo,
                billTo,
                lines,
                null);
    }
}
