package app.retour.journeys;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A CSV export of orders, as Shopify writes it; every order has one line. */
final class OrderFile {
    private static final String HEADER = "Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,"
            + "Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Discount Amount,Created at,Lineitem quantity,"
            + "Lineitem name,Lineitem price,Lineitem sku,Lineitem requires shipping,Lineitem taxable,"
            + "Lineitem fulfillment status,Shipping Name,Shipping Zip,Shipping Country,Payment Method,Id";
    private final List<String> rows = new ArrayList<>();
    private final LocalDate today = LocalDate.now(ZoneId.of("Europe/Berlin"));

    /** @param daysAgo when it was dispatched */
    OrderFile order(String number, String email, String sku, String title, String price, int daysAgo) {
        var dispatched = today.minusDays(daysAgo);
        rows.add(String.format(
                Locale.ROOT,
                "#%s,%s,paid,%s,fulfilled,%s,EUR,%s,0.00,0.00,%s,,0.00,%s,1,\"%s\",%s,%s,true,true,fulfilled,Ada Example,10999,US,Visa,55%s",
                number,
                email,
                at(dispatched.minusDays(1)),
                at(dispatched),
                price,
                price,
                at(dispatched.minusDays(1)),
                title,
                price,
                sku,
                number));
        return this;
    }

    private static String at(LocalDate day) {
        return day + " 12:00:00 +0100";
    }

    String csv() {
        return HEADER + "\n" + String.join("\n", rows) + "\n";
    }
}
