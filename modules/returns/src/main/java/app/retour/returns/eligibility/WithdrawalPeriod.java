package app.retour.returns.eligibility;

import app.retour.orders.Order;
import app.retour.rules.vocabulary.LegalBasis;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Until when a consumer may withdraw from an order: 14 days from the day on which the last parcel came; where that day is
 * a Saturday, a Sunday or a public holiday, until the next working day (Regulation 1182/71, article 3(4)).
 *
 * @param until the last day, all of it; null while nobody knows that everything came, and so the time is not over
 */
public record WithdrawalPeriod(@Nullable LocalDate until) {
    static final WithdrawalPeriod OPEN = new WithdrawalPeriod(null);

    /** @param region as the order's address names it; asked for only where regions differ, for it is personal data */
    public static WithdrawalPeriod of(Order order, DeliveryDay delivery, Supplier<@Nullable String> region) {
        return since(order.shippingCountry(), region, isAllSent(order) ? delivery.date() : null);
    }

    static WithdrawalPeriod since(@Nullable String country, @Nullable LocalDate lastParcel) {
        return since(country, () -> null, lastParcel);
    }

    /**
     * The period of a consumer of a country.
     *
     * @param country null when nobody knows it
     * @param region of the country; null when nobody knows it, and then a holiday of any region counts
     * @param lastParcel when it came; null when nobody knows, or it has not
     */
    static WithdrawalPeriod since(
            @Nullable String country, Supplier<@Nullable String> region, @Nullable LocalDate lastParcel) {
        if (lastParcel == null) {
            return OPEN;
        }
        var code = country == null ? "" : country.strip().toUpperCase(Locale.ROOT);
        var end = lastParcel.plusDays(LegalBasis.WITHDRAWAL_DAYS);
        if (!LegalBasis.COUNTRIES.contains(code)) {
            return new WithdrawalPeriod(end);
        }
        // Kept only by some regions, if at all: which one it is makes a difference.
        var some = workingDay(code, null, end);
        return new WithdrawalPeriod(some.equals(end) ? end : workingDay(code, region.get(), end));
    }

    private static LocalDate workingDay(String country, @Nullable String region, LocalDate from) {
        var day = from;
        while (!PublicHolidays.isWorkingDay(country, region, day)) {
            day = day.plusDays(1);
        }
        return day;
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
    public WithdrawalPeriod neverBefore(WithdrawalPeriod earlier) {
        return includes(earlier) ? this : earlier;
    }

    private boolean includes(WithdrawalPeriod other) {
        return until == null || other.until != null && !other.until.isAfter(until);
    }
}
