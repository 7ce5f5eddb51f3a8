package app.retour.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.orders.amounts.Payment;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** An order that several sources tell: what one does not know, another's word stays for. */
class ToldAgainTests {
    private static final Instant LATER = OrderFixtures.NOON.plus(Duration.ofDays(5));

    static List<Arguments> whatASourceMayNotKnow() {
        return List.of(
                Arguments.of("externalId", "7001"),
                Arguments.of("fulfilledAt", LATER),
                Arguments.of("deliveredAt", LATER),
                Arguments.of("canceledAt", LATER),
                Arguments.of("exchangeRate", new BigDecimal("1.08")),
                Arguments.of("tags", List.of("gift")),
                Arguments.of("discountCodes", List.of("SPRING")),
                Arguments.of("shippingCountry", "DE"),
                Arguments.of("channel", "web"),
                Arguments.of("gift", true),
                Arguments.of("business", false),
                Arguments.of("fingerprint", "f1"));
    }

    @ParameterizedTest
    @MethodSource("whatASourceMayNotKnow")
    void whatIsNotToldAgainStaysAndWhatIsIsNew(String field, Object value) {
        var known = ToldOrders.first(Changed.with(ToldOrders.order(), field, value));
        var silent = ToldOrders.again(known, Changed.with(ToldOrders.order(), field, null));
        assertThat(component(silent.order(), field)).isEqualTo(value);
        var newly = ToldOrders.again(
                ToldOrders.first(Changed.with(ToldOrders.order(), field, null)),
                Changed.with(ToldOrders.order(), field, value));
        assertThat(component(newly.order(), field)).isEqualTo(value);
        assertThat(newly.order().id()).isEqualTo(newly.lines().getFirst().order());
    }

    static List<Arguments> whatASourceMayNotKnowOfALine() {
        return List.of(
                Arguments.of("variantTitle", "M"),
                Arguments.of("taxRate", new BigDecimal("19")),
                Arguments.of("giftCard", true),
                Arguments.of("finalSale", true),
                Arguments.of("vendor", "Acme"),
                Arguments.of("productType", "Shirts"),
                Arguments.of("tags", List.of("summer")),
                Arguments.of("weightGrams", 250));
    }

    @ParameterizedTest
    @MethodSource("whatASourceMayNotKnowOfALine")
    void theSameHoldsForEachLine(String field, Object value) {
        var known = ToldOrders.first(ToldOrders.order(Changed.with(ToldOrders.SHIRT, field, value)));
        var silent = ToldOrders.again(known, ToldOrders.order(ToldOrders.SHIRT));
        assertThat(component(silent.lines().getFirst(), field)).isEqualTo(value);
        assertThat(silent.lines().getFirst().id())
                .isEqualTo(known.lines().getFirst().id());
    }

    private static Object component(Record row, String name) {
        try {
            return Arrays.stream(row.getClass().getRecordComponents())
                    .filter(component -> component.getName().equals(name))
                    .findFirst()
                    .orElseThrow()
                    .getAccessor()
                    .invoke(row);
        } catch (ReflectiveOperationException impossible) {
            throw new LinkageError("A record can be read and made", impossible);
        }
    }

    @Test
    void ofSeveralParcelsTheLastOneCounts() {
        var known = ToldOrders.first(Changed.with(ToldOrders.order(), "deliveredAt", LATER));
        var earlier = Changed.with(ToldOrders.order(), "deliveredAt", LATER.minusSeconds(60));
        assertThat(ToldOrders.again(known, earlier).order().deliveredAt()).isEqualTo(LATER);
        var later = Changed.with(ToldOrders.order(), "deliveredAt", LATER.plusSeconds(60));
        assertThat(ToldOrders.again(known, later).order().deliveredAt()).isEqualTo(LATER.plusSeconds(60));
    }

    @Test
    void whoDoesNotKnowWhetherItIsPaidTakesNothingBack() {
        var paid = ToldOrders.first(ToldOrders.order());
        for (var silent : new Payment[] {null, Payment.UNKNOWN}) {
            assertThat(ToldOrders.again(paid, Changed.with(ToldOrders.order(), "payment", silent))
                            .order()
                            .payment())
                    .isEqualTo(Payment.PAID);
        }
        var unpaid = Changed.with(ToldOrders.order(), "payment", Payment.UNPAID);
        assertThat(ToldOrders.again(paid, unpaid).order().payment()).isEqualTo(Payment.UNPAID);
        assertThat(ToldOrders.first(Changed.with(ToldOrders.order(), "payment", null))
                        .order()
                        .payment())
                .isEqualTo(Payment.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // told, of the order, before, as it is
                "1, no,  0, 1",
                "9, no,  0, 2",
                "0, yes, 2, 0",
                "-, yes, 0, 2",
                "-, no,  0, 0",
                "-, no,  1, 1",
            })
    void howManyPiecesWereShipped(@Nullable Integer told, String fulfilled, int before, int shipped) {
        var known = ToldOrders.first(ToldOrders.order(Changed.with(ToldOrders.SHIRT, "fulfilledQuantity", before)));
        var again = ToldOrders.order(Changed.with(ToldOrders.SHIRT, "fulfilledQuantity", told));
        var order = fulfilled.equals("yes") ? Changed.with(again, "fulfilledAt", LATER) : again;
        assertThat(ToldOrders.again(known, order).lines().getFirst().fulfilledQuantity())
                .isEqualTo(shipped);
    }

    @Test
    void whoDeliveredAnOrderShippedIt() {
        var told = ToldOrders.order(Changed.with(ToldOrders.SHIRT, "fulfilledQuantity", null));
        assertThat(ToldOrders.first(Changed.with(told, "deliveredAt", LATER))
                        .lines()
                        .getFirst()
                        .fulfilledQuantity())
                .isEqualTo(2);
    }

    @Test
    void aLineThatIsToldNoMoreStaysWithNothingLeft() {
        var known = ToldOrders.first(ToldOrders.order());
        var edited = ToldOrders.again(known, ToldOrders.order(ToldOrders.SHIRT));
        assertThat(edited.lines()).hasSize(2);
        var belt = edited.lines().getLast();
        assertThat(belt.id()).isEqualTo(known.lines().getLast().id());
        assertThat(belt.quantity()).isZero();
        assertThat(belt.fulfilledQuantity()).isZero();
        assertThat(belt.paid()).isZero();
        assertThat(belt.unitPrice()).as("what it was stays readable").isEqualByComparingTo("15.00");
    }

    @Test
    void theCurrencyOfAnOrderNeverChanges() {
        var known = ToldOrders.first(ToldOrders.order());
        var dollars = Changed.with(ToldOrders.order(), "currency", Currency.getInstance("USD"));
        assertThatThrownBy(() -> ToldOrders.again(known, dollars)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(ErrorCode.WRONG_STATE);
            assertThat(refusal.field()).containsExactly("currencyCode");
        });
    }

    @Test
    void theNumberIsKeptAsItIsShownAndComparedInOneForm() {
        var told = Changed.with(ToldOrders.order(), "number", "  #AB-7 ");
        var row = ToldOrders.first(told).order();
        assertThat(row.number()).isEqualTo("#AB-7");
        assertThat(row.values().getValue("number_key")).isEqualTo("AB-7");
    }
}
