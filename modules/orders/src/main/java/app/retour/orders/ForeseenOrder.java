package app.retour.orders;

import app.retour.kernel.Money;
import app.retour.orders.shoppers.PostalAddress;
import app.retour.orders.shoppers.Proofs;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an order will be once it is taken, before anybody takes it.
 *
 * @param email that opens it; null where it names none, or one of nobody
 * @param postcode that opens it; null where it names none, or a placeholder
 * @param phone whether a phone number opens it, as nothing better does
 * @param reconciles whether its sums agree; else its refunds need a person
 * @param difference what the total holds more than its parts; nothing where they agree
 */
public record ForeseenOrder(
        @Nullable String email, @Nullable String postcode, boolean phone, boolean reconciles, Money difference) {
    /**
     * As {@link Orders#upsert} would find it.
     *
     * @throws app.retour.kernel.Refusal for what would not be taken
     */
    public static ForeseenOrder of(OrderUpsert told) {
        OrderCheck.check(told, 0);
        var email = Proofs.email(told.email()).map(address -> address.text()).orElse(null);
        var postcode = Stream.of(told.shipTo(), told.billTo())
                .filter(Objects::nonNull)
                .map(PostalAddress::postcode)
                .filter(code -> Proofs.postcode(code) != null)
                .findFirst()
                .orElse(null);
        var amounts = ToldAmounts.of(null, BigDecimal.ZERO, BigDecimal.ZERO, told);
        var sums = amounts.sums();
        return new ForeseenOrder(
                email,
                postcode,
                email == null && postcode == null && Proofs.phone(told.shopperPhone()) != null,
                sums.reconciles(),
                sums.reconciles() ? Money.zero(told.currency()) : difference(amounts));
    }

    /** Tax may be in the prices or not: the nearer of the two counts. */
    private static Money difference(ToldAmounts amounts) {
        var sums = amounts.sums();
        var charges = amounts.charges();
        var beside = charges.shipping()
                .plus(charges.paymentFee())
                .plus(charges.duties())
                .plus(charges.tips())
                .plus(charges.rounding());
        var included = sums.total().minus(sums.subtotal()).minus(beside);
        var excluded = included.minus(sums.taxes());
        return size(included).compareTo(size(excluded)) <= 0 ? included : excluded;
    }

    private static Money size(Money amount) {
        return amount.isNegative() ? amount.negated() : amount;
    }
}
