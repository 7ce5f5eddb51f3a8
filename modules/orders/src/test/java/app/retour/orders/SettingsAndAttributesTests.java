package app.retour.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.orders.settings.OrderSettings;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a merchant sets for orders, and what integrators push beside them. */
class SettingsAndAttributesTests {
    private static void refuses(ThrowingCallable asking, ErrorCode code, String path) {
        assertThatThrownBy(asking).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(String.join(".", refusal.field())).isEqualTo(path);
        });
    }

    @ParameterizedTest
    @CsvSource({"1969-12-31, false", "1970-01-01, true", "2199-12-31, true", "2200-01-01, false", "-0044-03-15, false"})
    void ordersAreCompleteSinceADayOfThisAge(LocalDate day, boolean taken) {
        var settings = new OrderSettings(day, null);
        if (taken) {
            assertThatCode(settings::check).doesNotThrowAnyException();
        } else {
            refuses(settings::check, ErrorCode.INVALID, "historyCompleteSince");
        }
    }

    @Test
    void theTagOfFinalSaleIsATextThatFits() {
        assertThatCode(new OrderSettings(null, "final sale")::check).doesNotThrowAnyException();
        refuses(new OrderSettings(null, "x".repeat(501))::check, ErrorCode.TOO_LARGE, "finalSaleTag");
    }

    @ParameterizedTest
    @CsvSource({"' ', REQUIRED", "'', REQUIRED", "a-name-of-a-hundred-and-one, TOO_LARGE"})
    void anAttributeHasANameOfItsOwn(String name, ErrorCode code) {
        var told = name.startsWith("a") ? "x".repeat(101) : name;
        refuses(() -> Attributes.check(new Attributes.Pushed(told, List.of("a")), 3), code, "attributes.3.name");
    }

    @Test
    void anAttributeHasFiftyValuesAtMostAndNoneIsEndless() {
        assertThatCode(() ->
                        Attributes.check(new Attributes.Pushed("tier", Collections.nCopies(50, "x".repeat(200))), 0))
                .doesNotThrowAnyException();
        assertThatCode(() -> Attributes.check(new Attributes.Pushed("tier", List.of()), 0))
                .as("no value takes it away")
                .doesNotThrowAnyException();
        refuses(
                () -> Attributes.check(new Attributes.Pushed("tier", Collections.nCopies(51, "a")), 0),
                ErrorCode.TOO_LARGE,
                "attributes.0.values");
        refuses(
                () -> Attributes.check(new Attributes.Pushed("tier", List.of("x".repeat(201))), 0),
                ErrorCode.TOO_LARGE,
                "attributes.0.values");
        refuses(
                () -> Attributes.check(new Attributes.Pushed("tier", List.of("a", "\0")), 0),
                ErrorCode.INVALID,
                "attributes.0.values.1");
    }
}
