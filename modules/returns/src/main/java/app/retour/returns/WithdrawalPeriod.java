package app.retour.returns;

import app.retour.orders.Order;
import app.retour.rules.LegalBasis;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Until when a consumer may withdraw from an order: 14 days from the day on which the last parcel came; where that day is
 * a Saturday, a Sunday or a public holiday, until the next working day (Regulation 1182/71, article 3(4)).
 *
 * @param until the last day, all of it; null while nobody knows that everything came, and so the time is not over
 */
record WithdrawalPeriod(@Nullable LocalDate until) {
    static final WithdrawalPeriod OPEN = new WithdrawalPeriod(null);

    static WithdrawalPeriod of(Order order, DeliveryDay delivery) {
        return since(order.shippingCountry(), isAllSent(order) ? delivery.date() : null);
    }

    /**
     * The period of a consumer of a country.
     *
     * @param country null when nobody knows it
     * @param lastParcel when it came; null when nobody knows, or it has not
     */
    static WithdrawalPeriod since(@Nullable String country, @Nullable LocalDate lastParcel) {
        if (lastParcel == null) {
            return OPEN;
        }
        var code = country == null ? "" : country.strip().toUpperCase(Locale.ROOT);
        var end = lastParcel.plusDays(LegalBasis.WITHDRAWAL_DAYS);
        while (LegalBasis.COUNTRIES.contains(code) && !PublicHolidays.isWorkingDay(code, end)) {
            end = end.plusDays(1);
        }
        return new WithdrawalPeriod(end);
    }

    /** The last parcel counts: with goods still to be sent, it cannot have come. */
    private static boolean isAllSent(Order order) {
        return order.lines().stream()
                .filter(line -> !line.giftCard())
                .allMatch(line -> line.fulfilledQuantity() >= line.quantity());
    }

    boolean includes(LocalDate day) {
        return until == null || !day.isAfter(until);
    }

    /** Nothing that is told later moves a period back that was running. */
    WithdrawalPeriod neverBefore(WithdrawalPeriod earlier) {
        return includes(earlier) ? this : earlier;
    }

    private boolean includes(WithdrawalPeriod other) {
        return until == null || other.until != null && !other.until.isAfter(until);
    }
}
