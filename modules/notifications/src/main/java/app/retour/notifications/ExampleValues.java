package app.retour.notifications;

import static app.retour.notifications.MessageValues.present;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An invented return in which every value is there, to try templates on. */
final class ExampleValues {
    private static final Map<String, Object> LAMP = present(
            "title", "Reading lamp, brass",
            "quantity", 1,
            "value", "€64.90",
            "reason", "Arrived damaged",
            "resolution", "REFUND",
            "why", "It was used for longer than a trial",
            "keep", false);
    private static final Map<String, Object> SHIRT = present(
            "title", "Linen shirt, M",
            "quantity", 2,
            "value", "€79.80",
            "reason", "Too small",
            "resolution", "REFUND",
            "why", "The return window ended on November 2",
            "keep", false);
    private static final Map<String, Object> ALL = present(
            "shop",
            present(
                    "name",
                    "Your shop",
                    "contact",
                    "help@shop.example",
                    "address",
                    "Returns\nMill Lane 4\n10115 Berlin"),
            "shopper",
            present("name", "Ada Example"),
            "order",
            present("number", "1042"),
            "return",
            present(
                    "rma",
                    "R-1042",
                    "requested_on",
                    "November 20, 2026",
                    "value",
                    "€144.70",
                    "items",
                    List.of(LAMP, SHIRT),
                    "approved",
                    List.of(LAMP),
                    "rejected",
                    List.of(SHIRT),
                    "waiting",
                    List.of(),
                    "sends",
                    true,
                    "shipping",
                    "MERCHANT",
                    "because",
                    List.of("The value of the return is over €100"),
                    "next",
                    List.of("Pack the items and send them", "We check them and refund you"),
                    "next_by",
                    "December 4, 2026",
                    "estimate",
                    "€64.90"),
            "evidence",
            present(
                    "photos",
                    2,
                    "comment",
                    true,
                    "message",
                    "Please show the crack from both sides.",
                    "by",
                    "December 4, 2026",
                    "items",
                    List.of(LAMP)),
            "parcel",
            present("carrier", "DHL", "tracking_number", "00340434161094000000"),
            "receipt",
            present(
                    "complete",
                    true,
                    "lines",
                    List.of(present("title", "Reading lamp, brass", "received", 1, "missing", 0, "unexpected", false))),
            "refund",
            present(
                    "amount", "€64.90",
                    "shares", List.of(present("amount", "€64.90", "means", "Visa ending in 4242")),
                    "reference", "RF-2207",
                    "failure", "The card is closed",
                    "lines", List.of(present("text", "Reading lamp, brass", "amount", "€64.90"))));

    private ExampleValues() {}

    /** Filled with the merchant's own name and addresses where she has them. */
    static Map<String, Object> of(Merchant merchant) {
        var values = new LinkedHashMap<>(ALL);
        var shop = new LinkedHashMap<String, Object>(
                present("contact", "help@shop.example", "address", "Returns\nMill Lane 4\n10115 Berlin"));
        shop.putAll(
                present("name", merchant.name(), "contact", merchant.contact(), "address", merchant.returnAddress()));
        values.put("shop", shop);
        return values;
    }

    /** How the value of a dotted name reads. */
    static String sampleOf(String name) {
        @Nullable Object value = ALL;
        for (var step : name.split("\\.")) {
            value = value instanceof Map<?, ?> map ? map.get(step) : null;
        }
        return switch (value) {
            case null -> "";
            case List<?> list when list.isEmpty() -> "";
            case List<?> list
            when list.getFirst() instanceof Map<?, ?> map ->
                map.values().stream().findFirst().map(String::valueOf).orElse("") + " …";
            case List<?> list -> String.valueOf(list.getFirst());
            default -> value.toString().replace("\n", ", ");
        };
    }
}
