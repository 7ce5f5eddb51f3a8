package app.retour.notifications.letters;

import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.function.UnaryOperator;

public final class MerchantFixtures {
    private MerchantFixtures() {}

    public static Merchant lumen() {
        return in("EUR");
    }

    /** The same, whose shop is of another currency. */
    static Merchant in(String currency) {
        return new Merchant(
                "Lumen & Co",
                "lumen",
                Locale.UK,
                ZoneId.of("Europe/Berlin"),
                Currency.getInstance(currency),
                UnaryOperator.identity(),
                true,
                new Letterhead("Lumen & Co", "#1f5a4d", "#ffffff", null, "help@lumen.example", "en-GB"),
                _ -> "Lumen & Co\nMill Lane 4\n10115 Berlin",
                "help@lumen.example",
                "team@lumen.example");
    }
}
