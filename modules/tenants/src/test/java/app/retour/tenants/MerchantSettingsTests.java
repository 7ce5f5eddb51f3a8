package app.retour.tenants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Ids;
import app.retour.kernel.Refusal;
import app.retour.kernel.TenantId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A merchant's account: what it may be called, where it is, and what it needs before mail goes to shoppers. */
class MerchantSettingsTests {
    private static final Address HOME = new Address("Books", "Main Street 1", null, "01067", "Dresden", null, "de");

    private static MerchantAccount account() {
        return new MerchantAccount(
                new TenantId(Ids.next()), NewTenant.of("Books", "books", "EUR", "Europe/Berlin", "de"), Instant.EPOCH);
    }

    private static TenantUpdate update(@Nullable String email, @Nullable Address address) {
        return new TenantUpdate(0, null, null, null, null, email, null, address, null, null);
    }

    private static void refuses(ThrowingCallable asking, ErrorCode code, String path) {
        assertThatThrownBy(asking).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(String.join(".", refusal.field())).isEqualTo(path);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "' ', books, EUR, Europe/Berlin, de, REQUIRED, businessName",
        "Bo\u0007oks, books, EUR, Europe/Berlin, de, INVALID, businessName",
        "Books, bo, EUR, Europe/Berlin, de, INVALID, slug",
        "Books, -books, EUR, Europe/Berlin, de, INVALID, slug",
        "Books, books-, EUR, Europe/Berlin, de, INVALID, slug",
        "Books, bücher, EUR, Europe/Berlin, de, INVALID, slug",
        "Books, admin, EUR, Europe/Berlin, de, TAKEN, slug",
        "Books, ADMIN, EUR, Europe/Berlin, de, TAKEN, slug",
        "Books, books, EURO, Europe/Berlin, de, INVALID, currency",
        "Books, books, XAU, Europe/Berlin, de, INVALID, currency",
        "Books, books, EUR, Berlin, de, INVALID, timeZone",
        "Books, books, EUR, +01:00, de, INVALID, timeZone",
        "Books, books, EUR, Europe/Berlin, german, INVALID, locale",
        "Books, books, EUR, Europe/Berlin, xx, INVALID, locale",
        "Books, books, EUR, Europe/Berlin, de_DE, INVALID, locale",
    })
    void whatIsNotAcceptableIsNamed(
            String name, String slug, String currency, String zone, String locale, ErrorCode code, String field) {
        refuses(() -> NewTenant.of(name, slug, currency, zone, locale), code, field);
    }

    @Test
    void whatIsMeantIsTakenHoweverItIsTyped() {
        assertThat(NewTenant.of(" Books ", " BOOKS-2 ", " eur ", " Europe/Berlin ", " de-at "))
                .isEqualTo(new NewTenant(
                        "Books",
                        "books-2",
                        Currency.getInstance("EUR"),
                        ZoneId.of("Europe/Berlin"),
                        Locale.forLanguageTag("de-AT")));
        refuses(() -> NewTenant.name("x".repeat(101), "name"), ErrorCode.INVALID, "name");
    }

    @Test
    void mailToShoppersNeedsWhereToWriteAndWhereToSend() {
        var account = account();
        assertThat(account.snapshot().missingForLive()).containsExactly("contactEmail", "returnAddress");
        refuses(account::goLive, ErrorCode.REQUIRED, "contactEmail");
        account.pause();
        account.change(update("help@books.example", null));
        assertThat(account.snapshot().missingForLive()).containsExactly("returnAddress");
        account.change(update(null, HOME));
        account.goLive();
        assertThat(account.snapshot().live()).isTrue();
        refuses(() -> account.change(update("", null)), ErrorCode.REQUIRED, "contactEmail");
    }

    @Test
    void whatIsNotChangedStaysAndAnEmptyTextTakesAnAddressAway() {
        var account = account();
        account.change(new TenantUpdate(
                0,
                "Books & Co",
                null,
                "Europe/Vienna",
                "de-AT",
                "help@books.example",
                "team@books.example",
                HOME,
                "#123456",
                new TenantUpdate.Logo(Ids.next())));
        var whole = account.snapshot();
        account.change(update(null, null));
        assertThat(account.snapshot()).isEqualTo(whole);
        account.change(new TenantUpdate(0, null, null, null, null, " ", "", null, null, new TenantUpdate.Logo(null)));
        assertThat(account.snapshot().contactEmail()).isNull();
        assertThat(account.snapshot().teamInbox()).isNull();
        assertThat(account.snapshot().brand().logoFile()).isNull();
        assertThat(account.snapshot().returnAddress()).isEqualTo(HOME);
    }

    @Test
    void whoSawAnOlderVersionLoadsItAgain() {
        var account = account();
        refuses(
                () -> account.change(new TenantUpdate(7, "Other", null, null, null, null, null, null, null, null)),
                ErrorCode.STALE,
                "version");
        assertThat(account.snapshot().name()).isEqualTo("Books");
    }

    @ParameterizedTest
    @CsvSource({
        "' ', Street, 01067, Dresden, DE, REQUIRED, name",
        "Books, ' ', 01067, Dresden, DE, REQUIRED, street",
        "Books, Street, ' ', Dresden, DE, REQUIRED, postcode",
        "Books, Street, 01067, ' ', DE, REQUIRED, city",
        "Books, Street, 01067, Dresden, ' ', REQUIRED, country",
        "Books, Street, 01067, Dresden, XX, INVALID, country",
        "Books, Street, 01067, Dresden, Germany, INVALID, country",
    })
    void anAddressIsWhole(
            String name, String street, String postcode, String city, String country, ErrorCode code, String part) {
        refuses(() -> new Address(name, street, null, postcode, city, null, country), code, "returnAddress." + part);
    }

    @Test
    void anAddressIsKeptWithoutBlanksAroundItAndNoLineIsEndless() {
        assertThat(new Address(" Books ", "Main Street 1 ", " ", "01067", " Dresden", "", "de"))
                .isEqualTo(HOME);
        refuses(
                () -> new Address("Books", "x".repeat(201), null, "01067", "Dresden", null, "DE"),
                ErrorCode.TOO_LARGE,
                "returnAddress.street");
        refuses(
                () -> new Address("Books", "x", "x".repeat(201), "01067", "Dresden", null, "DE"),
                ErrorCode.TOO_LARGE,
                "returnAddress.street2");
    }

    @Test
    void datesAreThoseOfWhereTheShopIs() {
        var account = account();
        assertThat(account.snapshot().dates(Locale.ENGLISH))
                .as("nobody knows where")
                .isEqualTo(Locale.ENGLISH);
        account.change(update(null, HOME));
        assertThat(account.snapshot().dates(Locale.ENGLISH)).isEqualTo(Locale.forLanguageTag("en-DE"));
        assertThat(account.snapshot().dates(Locale.US))
                .as("a language that names its region")
                .isEqualTo(Locale.US);
    }

    @Test
    void theAuditTellsWhatChangedAndNoAddressOfAnybody() {
        var account = account();
        var before = account.snapshot();
        account.change(new TenantUpdate(
                0,
                "Books & Co",
                "books-2",
                null,
                null,
                "help@books.example",
                "team@books.example",
                HOME,
                "#123456",
                new TenantUpdate.Logo(Ids.next())));
        var difference = SettingsDifference.between(before, account.snapshot());
        assertThat(difference)
                .containsEntry("name", Map.of("before", "Books", "after", "Books & Co"))
                .containsEntry("slug", Map.of("before", "books", "after", "books-2"))
                .containsEntry("brandColor", Map.of("before", "#1f5a4d", "after", "#123456"))
                .containsEntry("contactEmail", "changed")
                .containsEntry("teamInbox", "changed")
                .containsEntry("returnAddress", "changed")
                .containsEntry("logo", "changed")
                .doesNotContainKeys("timeZone", "locale");
        assertThat(difference.toString()).doesNotContain("help@", "team@", "Main Street");
        assertThat(SettingsDifference.between(before, before)).isEmpty();
    }
}
