package app.retour.portal;

import app.retour.api.GlobalId;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The merchant as their shoppers see them. */
public record Storefront(
        String name,
        String slug,
        String locale,
        String dateLocale,
        String timeZone,
        String currency,
        @Nullable String contactEmail,
        Brand brand) {

    record Brand(String color, String onColor, @Nullable String logoFileId) {}

    public String base() {
        return "/r/" + slug;
    }

    public @Nullable String logoPath() {
        return brand.logoFileId() == null
                ? null
                : base() + "/files/" + GlobalId.parse(brand.logoFileId()).id();
    }

    /** As the words of the page, and as that language is written where the shop is. */
    Wording wording(Locale words) {
        var own = Locale.forLanguageTag(locale);
        var place = Locale.forLanguageTag(dateLocale);
        var isOwn = own.getLanguage().equals(words.getLanguage());
        return new Wording(
                isOwn ? own : words,
                isOwn ? place : Locale.of(words.getLanguage(), place.getCountry()),
                ZoneId.of(timeZone));
    }
}
