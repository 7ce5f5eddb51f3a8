package app.retour.notifications.letters;

import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What of a merchant's settings a message needs.
 *
 * @param dates a language as dates are written in it where the shop is
 * @param returnAddress in a language, one line a part; null while none is set
 * @param contact where shoppers write to
 * @param teamInbox where the team is told; null: the team is not told
 */
public record Merchant(
        String name,
        String slug,
        Locale locale,
        ZoneId zone,
        Currency currency,
        UnaryOperator<Locale> dates,
        boolean live,
        Letterhead letterhead,
        @Nullable Function<Locale, String> returnAddress,
        @Nullable String contact,
        @Nullable String teamInbox) {

    @Nullable
    String addressIn(Locale language) {
        return returnAddress == null ? null : returnAddress.apply(language);
    }
}
