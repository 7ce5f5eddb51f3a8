package app.retour.journeys;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A CSV export of orders, as Shopify writes it. */
final class OrderFile {
    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    static final String POSTCODE = "10999";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xx", Locale.ROOT);
    private static final String HEADER = "Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,"
            + "Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Discount Amount,Created at,Lineitem quantity,"
            + "Lineitem name,Lineitem price,Lineitem sku,Lineitem requires shipping,Lineitem taxable,"
            + "Lineitem fulfillment status,Shipping Name,Shipping Zip,Shipping Country,Payment Method,Id";
    private final List<String> rows = new ArrayList<>();
    private final LocalDate today = LocalDate.now(ZONE);

    /** One unit of something. */
    record Line(String sku, String title, String price) {}

    /** @param daysAgo when it was dispatched, at noon */
    OrderFile order(String number, String email, String sku, String title, String price, int daysAgo) {
        return order(number, email, daysAgo, LocalTime.NOON, new Line(sku, title, price));
    }

    /**
     * @param daysAgo when it was dispatched
     * @param clock and at what time of the merchant's day
     */
    OrderFile order(String number, String email, int daysAgo, LocalTime clock, Line... lines) {
        var total = BigDecimal.ZERO;
        for (var line : lines) {
            total = total.add(new BigDecimal(line.price()));
        }
        for (var line : lines) {
            var sums = line == lines[0]
                    ? "paid,%s,fulfilled,%s,EUR,%s,0.00,0.00,%s,,0.00"
                            .formatted(at(daysAgo + 1, clock), at(daysAgo, clock), total, total)
                    : ",,,,,,,,,,";
            rows.add("#%s,%s,%s,%s,1,\"%s\",%s,%s,true,true,fulfilled,Ada Example,%s,US,Visa,%s"
                    .formatted(
                            number,
                            email,
                            sums,
                            at(daysAgo + 1, clock),
                            line.title(),
                            line.price(),
                            line.sku(),
                            POSTCODE,
                            line == lines[0] ? "55" + number : ""));
        }
        return this;
    }

    private String at(int daysAgo, LocalTime clock) {
        return TIME.format(today.minusDays(daysAgo).atTime(clock).atZone(ZONE));
    }

    String csv() {
        return HEADER + "\n" + String.join("\n", rows) + "\n";
    }
}
