package app.retour.notifications.liquid;

import java.math.BigDecimal;
import java.time.ZonedDateTime;

/** A value that reads as its reader writes it, and still is what it stands for. */
public sealed interface ShownValue {
    /** As it is printed. */
    String text();

    /**
     * An amount of money: {@code refund.amount > 50} compares its number, {@code refund.amount} prints the text.
     *
     * @param currency ISO 4217
     */
    record Amount(BigDecimal number, String currency, String text) implements ShownValue {}

    /** A moment in the shop's zone, for {@code date} to write in any way. */
    record Moment(ZonedDateTime at, String text) implements ShownValue {}
}
