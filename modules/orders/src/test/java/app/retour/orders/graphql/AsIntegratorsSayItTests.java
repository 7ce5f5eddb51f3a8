package app.retour.orders.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.retour.kernel.Money;
import app.retour.kernel.Refusal;
import app.retour.orders.Changed;
import app.retour.orders.OrderUpsert;
import app.retour.orders.OrderUpsert.OutsideRefundUpsert;
import app.retour.orders.OutsideRefund;
import app.retour.orders.ToldOrders;
import app.retour.orders.amounts.TaxMode;
import app.retour.orders.mapping.ColumnMapping;
import app.retour.orders.mapping.OrderField;
import app.retour.orders.mapping.ProposedMapping;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Orders, mappings and previews as they pass through the API. */
class AsIntegratorsSayItTests {
    private static final OrderInput INPUT = input("gid://shopify/Order/123", "EUR", "gid://shopify/LineItem/7");

    private static OrderInput input(String externalId, String currency, @Nullable String lineId) {
        var line = Changed.with(ToldOrders.SHIRT, "externalId", lineId);
        var refund = new OutsideRefundUpsert("r", OutsideRefund.Kind.GOODS, lineId, null, 1, BigDecimal.ONE, null);
        return new OrderInput(
                externalId,
                "#1",
                null,
                null,
                null,
                Instant.EPOCH,
                null,
                null,
                null,
                currency,
                null,
                null,
                null,
                new BigDecimal("4.90"),
                null,
                null,
                null,
                null,
                null,
                null,
                new BigDecimal("44.90"),
                null,
                null,
                null,
                List.of(refund),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(line));
    }

    /** Its files call 123 what its API calls gid://shopify/Order/123: told both ways it is one order. */
    @Test
    void whatShopifysApiPutsBeforeAnIdIsNoPartOfIt() {
        var told = INPUT.toUpsert();
        assertThat(told.externalId()).isEqualTo("123");
        assertThat(told.lines().getFirst().externalId()).isEqualTo("7");
        assertThat(Objects.requireNonNull(told.outsideRefunds()).getFirst().lineExternalId())
                .isEqualTo("7");
        var other = input("SO-gid://shopify/Order/123", "EUR", null).toUpsert();
        assertThat(other.externalId()).as("only at its beginning").isEqualTo("SO-gid://shopify/Order/123");
        assertThat(other.lines().getFirst().externalId()).isNull();
    }

    @Test
    void whatIsNotSaidIsNotKnown() {
        var told = INPUT.toUpsert();
        assertThat(told.charges()).isEqualTo(OrderUpsert.Charges.ofShipping(new BigDecimal("4.90")));
        assertThat(told.payment()).isNull();
        assertThat(told.tenders()).isNull();
        assertThat(told.tags()).isNull();
        assertThat(told.fingerprint()).as("always written").isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"EURO", "eur", "", "€"})
    void aCurrencyIsThreeLettersOfIso4217(String code) {
        assertThatThrownBy(() -> input("1", code, null).toUpsert())
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.field()).containsExactly("currencyCode"));
    }

    private static OrderFileMappingInput mapping(
            @Nullable String currency, OrderFileMappingInput.ColumnInput... columns) {
        return new OrderFileMappingInput(List.of(columns), ColumnMapping.Rows.LINE_PER_ROW, null, null, currency, null);
    }

    private static OrderFileMappingInput.ColumnInput column(OrderField field, String name) {
        return new OrderFileMappingInput.ColumnInput(field, name);
    }

    @Test
    void aMappingKeepsTheOrderInWhichItsColumnsWereSaid() {
        var mapping = mapping(
                        " eur ",
                        column(OrderField.TOTAL, "Sum"),
                        column(OrderField.NUMBER, "No"),
                        column(OrderField.SKU, "No"))
                .toMapping();
        assertThat(mapping.columns().keySet()).containsExactly(OrderField.TOTAL, OrderField.NUMBER, OrderField.SKU);
        assertThat(mapping.currency()).isEqualTo(Currency.getInstance("EUR"));
        assertThat(mapping.prices()).isEqualTo(TaxMode.UNKNOWN);
        assertThat(mapping(" ").toMapping().currency()).isNull();
    }

    @Test
    void whatIsSaidTwiceOrIsNoCurrencyIsNamedWithItsPlace() {
        assertThatThrownBy(() -> mapping(null, column(OrderField.TOTAL, "a"), column(OrderField.TOTAL, "b"))
                        .toMapping())
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.field()).containsExactly("mapping", "columns", "1", "field"))
                .hasMessage("Two columns are said to hold “Order total”");
        assertThatThrownBy(() -> mapping("Euro").toMapping())
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.field()).containsExactly("mapping", "currencyCode"));
    }

    private static PreviewedOrder previewed(OrderUpsert order) {
        return PreviewedOrder.of(new ProposedMapping.PreviewedOrder(2, "#1", order, null, null));
    }

    private static OrderUpsert told() {
        var lines = ToldOrders.order().lines().stream()
                .map(line -> Changed.with(line, "paid", line.unitPrice().multiply(BigDecimal.valueOf(line.quantity()))))
                .toList();
        return Changed.with(ToldOrders.order(), "lines", lines);
    }

    @Test
    void aPreviewShowsTheOrderAsItWouldBe() {
        var shown = previewed(told());
        assertThat(shown.email()).isEqualTo("ada@example.com");
        assertThat(shown.opens()).isTrue();
        assertThat(shown.total()).isEqualTo(Money.of("55.00", "EUR"));
        assertThat(shown.reconciles()).isTrue();
        assertThat(shown.lines())
                .extracting(PreviewedOrder.Line::paid)
                .containsExactly(Money.of("40.00", "EUR"), Money.of("15.00", "EUR"));
        assertThat(shown.problem()).isNull();
    }

    @Test
    void aPreviewShowsThatNobodyCouldOpenItAndThatItsSumsDoNotAgree() {
        var shown = previewed(
                Changed.with(Changed.with(told(), "email", "noreply@shop.invalid"), "total", new BigDecimal("60.00")));
        assertThat(shown.email()).isNull();
        assertThat(shown.opens()).isFalse();
        assertThat(shown.reconciles()).isFalse();
        assertThat(shown.difference()).isEqualTo(Money.of("5.00", "EUR"));
    }

    @Test
    void aPreviewTellsWhatWouldBeRefusedAndWhatCouldNotBeRead() {
        var refused = previewed(Changed.with(told(), "email", "ada@"));
        assertThat(refused.column()).isEqualTo("email");
        assertThat(refused.problem()).isEqualTo("This is not an e-mail address");
        assertThat(refused.lines()).isEmpty();
        var unread = PreviewedOrder.of(new ProposedMapping.PreviewedOrder(3, "#2", null, "Qty", "“Qty” is empty"));
        assertThat(unread.line()).isEqualTo(3);
        assertThat(unread.number()).isEqualTo("#2");
        assertThat(unread.column()).isEqualTo("Qty");
        assertThat(unread.opens()).isFalse();
    }
}
