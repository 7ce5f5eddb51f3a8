package app.retour.notifications.letters;

import static app.retour.notifications.letters.MessageValues.present;

import app.retour.kernel.UsualAmount;
import app.retour.notifications.liquid.ShownValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An invented return in which every value is there, in the template's language, to try templates on. */
public final class ExampleValues {
    private static final Instant REQUESTED = Instant.parse("2026-11-20T09:42:00Z");
    private static final Instant LAST_DAY = Instant.parse("2026-12-04T11:00:00Z");
    private final OwnWords words;
    private final Merchant merchant;
    private final LocaleFormat tongue;

    private ExampleValues(Merchant merchant, LocaleFormat tongue) {
        this.merchant = merchant;
        this.tongue = tongue;
        words = tongue.words();
    }

    /** Filled with the merchant's own name and addresses where there are any, and in the size of their currency. */
    public static Map<String, Object> of(Merchant merchant, LocaleFormat tongue) {
        return new ExampleValues(merchant, tongue).all();
    }

    private Map<String, Object> all() {
        var lamp = item("lamp", 1, "64.90", "damaged", "whyLamp");
        var shirt = item("shirt", 2, "79.80", "tooSmall", "whyShirt");
        return present(
                "shop", ofShop(),
                "shopper", present("name", "Ada Example"),
                "order", present("number", "1042"),
                "return", ofReturn(lamp, shirt),
                "evidence", ofEvidence(lamp),
                "parcel", present("carrier", "DHL", "tracking_number", "00340434161094000000"),
                "receipt",
                        present(
                                "complete",
                                true,
                                "lines",
                                List.of(present(
                                        "title", word("lamp"), "received", 1, "missing", 0, "unexpected", false))),
                "refund", ofRefund());
    }

    private Map<String, Object> ofShop() {
        var address = merchant.addressIn(tongue.locale());
        return present(
                "name", merchant.name(),
                "contact", merchant.contact() == null ? "help@shop.example" : merchant.contact(),
                "address", address == null ? word("returns") + "\nMill Lane 4\n10115 Berlin" : address);
    }

    private Map<String, Object> ofReturn(Map<String, Object> lamp, Map<String, Object> shirt) {
        return present(
                "rma", "R-1042",
                "requested_on", tongue.show(REQUESTED),
                "value", amount("144.70"),
                "items", List.of(lamp, shirt),
                "approved", List.of(lamp),
                "rejected", List.of(shirt),
                "waiting", List.of(),
                "sends", true,
                "shipping", "MERCHANT",
                "because", List.of(words.of("example.because", amount("100.00").text())),
                "next", List.of(word("pack"), word("check")),
                "next_by", tongue.showLastDay(LAST_DAY),
                "estimate", amount("64.90"));
    }

    private Map<String, Object> ofEvidence(Map<String, Object> lamp) {
        return present(
                "photos", 2,
                "comment", true,
                "message", word("evidence"),
                "by", tongue.showLastDay(LAST_DAY),
                "items", List.of(lamp));
    }

    private Map<String, Object> ofRefund() {
        return present(
                "amount", amount("64.90"),
                "shares", List.of(present("amount", amount("64.90"), "means", word("card"))),
                "reference", "RF-2207",
                "failure", word("closed"),
                "lines", List.of(present("text", word("lamp"), "amount", amount("64.90"))));
    }

    private Map<String, Object> item(String title, int quantity, String value, String reason, String why) {
        return present(
                "title", word(title),
                "quantity", quantity,
                "value", amount(value),
                "reason", word(reason),
                "resolution", "REFUND",
                "why", word(why),
                "keep", false);
    }

    private String word(String key) {
        return words.of("example." + key);
    }

    private ShownValue.Amount amount(String amount) {
        return Objects.requireNonNull(tongue.show(UsualAmount.like(new BigDecimal(amount), merchant.currency())));
    }

    /** How the value of a dotted name reads. */
    static String sampleOf(String name, Map<String, Object> examples) {
        @Nullable Object value = examples;
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
            case ShownValue shown -> shown.text();
            default -> value.toString().replace("\n", ", ");
        };
    }
}
