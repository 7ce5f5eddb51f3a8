package app.retour.orders.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a told value must keep to, at its very edge, and the path that a refusal names. */
class LimitsTests {
    private static final Limits LINE = Limits.of(3).in("lines", 1);
    private static final Currency EUR = Currency.getInstance("EUR");

    private static void refuses(ThrowingCallable asking, ErrorCode code, String path) {
        assertThatThrownBy(asking).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(String.join(".", refusal.field())).isEqualTo(path);
        });
    }

    @Test
    void thePathGrowsWithEachStepAndTheOneBeforeStays() {
        var order = Limits.of(3);
        assertThat(order.in("shipTo").path()).containsExactly("3", "shipTo");
        assertThat(order.in("lines", 2).in("tags", 0).path()).containsExactly("3", "lines", "2", "tags", "0");
        assertThat(order.path()).containsExactly("3");
        assertThat(order.refusal(ErrorCode.INVALID, "No", "charges", "tips").field())
                .containsExactly("3", "charges", "tips");
    }

    @Test
    void aTextIsAsLongAsItMayBeAndOfRealCharacters() {
        assertThatCode(() -> LINE.text("x".repeat(500), Limits.LONG_TEXT, "title"))
                .doesNotThrowAnyException();
        assertThatCode(() -> LINE.text(null, 1, "title")).doesNotThrowAnyException();
        refuses(() -> LINE.text("x".repeat(501), Limits.LONG_TEXT, "title"), ErrorCode.TOO_LARGE, "3.lines.1.title");
        refuses(() -> LINE.text("a\0b", 10, "title"), ErrorCode.INVALID, "3.lines.1.title");
        refuses(() -> LINE.text("a\ud83d", 10, "title"), ErrorCode.INVALID, "3.lines.1.title");
        assertThatCode(() -> LINE.text("a\ud83d\ude00", 10, "title"))
                .as("a whole emoji")
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n"})
    void somethingMustBeSaid(String blank) {
        refuses(() -> LINE.required(blank, 10, "title"), ErrorCode.REQUIRED, "3.lines.1.title");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5.93214E+12", "5,93214e+12", " 1E+3 ", "12e-4"})
    void whatTellsOneThingFromAnotherHasAllItsDigits(String rounded) {
        refuses(() -> LINE.identity(rounded, "sku"), ErrorCode.INVALID, "3.lines.1.sku");
        refuses(() -> LINE.exact(rounded, "sku"), ErrorCode.INVALID, "3.lines.1.sku");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5932140000000", "E10", "1E", "SKU-1E+3", "3e"})
    void whatOnlyLooksLikeItTells(String sku) {
        assertThatCode(() -> LINE.identity(sku, "sku")).doesNotThrowAnyException();
    }

    @Test
    void ofAListTheOneThatIsTooLongIsNamed() {
        refuses(() -> LINE.texts(List.of("a", "x".repeat(501)), "tags"), ErrorCode.TOO_LARGE, "3.lines.1.tags.1");
        refuses(() -> LINE.texts(Collections.nCopies(251, "a"), "tags"), ErrorCode.TOO_LARGE, "3.lines.1.tags");
        assertThatCode(() -> LINE.texts(Collections.nCopies(250, "a"), "tags")).doesNotThrowAnyException();
        assertThatCode(() -> LINE.texts(null, "tags")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "0,               ''",
        "999999999999.99, ''",
        "1000000000000,   TOO_LARGE",
        "1E+400,          TOO_LARGE",
        "-0.01,           INVALID",
        "0.001,           INVALID",
        "5.00000,         ''",
    })
    void anAmountThatWasPaidIsAsFineAsItsCurrency(BigDecimal amount, String code) {
        if (code.isEmpty()) {
            assertThatCode(() -> LINE.money(amount, EUR, "paid")).doesNotThrowAnyException();
        } else {
            refuses(() -> LINE.money(amount, EUR, "paid"), ErrorCode.valueOf(code), "3.lines.1.paid");
        }
    }

    @Test
    void aPriceMayBeFinerThanACentAndHasAnEnd() {
        assertThatCode(() -> LINE.fine(new BigDecimal("8.264500000000001"), "unitPrice"))
                .doesNotThrowAnyException();
        assertThatCode(() -> LINE.fine(new BigDecimal("8.26450000000000000000"), "unitPrice"))
                .as("zeros are no decimals")
                .doesNotThrowAnyException();
        refuses(
                () -> LINE.fine(new BigDecimal("8.2645000000000001"), "unitPrice"),
                ErrorCode.INVALID,
                "3.lines.1.unitPrice");
        refuses(() -> LINE.fine(new BigDecimal("-1"), "unitPrice"), ErrorCode.INVALID, "3.lines.1.unitPrice");
    }

    @Test
    void roundingMayBeBelowZeroAndNotAbsurd() {
        assertThatCode(() -> LINE.signed(new BigDecimal("-0.02"), "rounding")).doesNotThrowAnyException();
        refuses(() -> LINE.signed(new BigDecimal("-1E+12"), "rounding"), ErrorCode.TOO_LARGE, "3.lines.1.rounding");
    }

    @ParameterizedTest
    @CsvSource({"0, true", "1, false", "100, false", "101, true"})
    void aWholeNumberKeepsToItsRange(int number, boolean refused) {
        if (refused) {
            refuses(() -> LINE.whole(number, 1, 100, "quantity"), ErrorCode.INVALID, "3.lines.1.quantity");
        } else {
            assertThatCode(() -> LINE.whole(number, 1, 100, "quantity")).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1970-01-02T00:00:00Z, false",
        "1970-01-01T23:59:59Z, true",
        "2199-12-31T23:59:59Z, false",
        "2200-01-01T00:00:00Z, true",
    })
    void aTimeIsOfThisAge(Instant time, boolean refused) {
        if (refused) {
            refuses(() -> LINE.time(time, "placedAt"), ErrorCode.INVALID, "3.lines.1.placedAt");
        } else {
            assertThatCode(() -> LINE.time(time, "placedAt")).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "https://cdn.example.com/a.jpg,     true",
                "HTTPS://cdn.example.com/a.jpg?v=1, true",
                "http://cdn.example.com/a.jpg,      false",
                "//cdn.example.com/a.jpg,           false",
                "https:///a.jpg,                    false",
                "https://ada:pw@example.com/a.jpg,  false",
                "javascript:alert(1),               false",
                "data:image/png;base64,             false",
                "https://example.com/a b.jpg,       false",
                "a.jpg,                             false",
                "-,                                 false",
            })
    void aPictureIsShownOnlyFromAnAddressByHttps(@Nullable String link, boolean shown) {
        assertThat(PictureLink.isShown(link)).isEqualTo(shown);
        if (!shown && link != null) {
            refuses(() -> Limits.of(0).pictureLink(link, 2_000, "imageUrl"), ErrorCode.INVALID, "0.imageUrl");
        }
    }

    @ParameterizedTest
    @CsvSource({"shirt, %shirt%", "' 50% off ', %50\\% off%", "a_b, %a\\_b%", "c:\\x, %c:\\\\x%"})
    void whatIsSearchedForMeansItself(String text, String pattern) {
        assertThat(RowReader.containing(text)).isEqualTo(pattern);
    }
}
