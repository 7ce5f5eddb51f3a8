package app.retour.orders.graphql;

import app.retour.kernel.Money;
import app.retour.kernel.Refusal;
import app.retour.orders.ForeseenOrder;
import app.retour.orders.OrderUpsert;
import app.retour.orders.OrderUpsert.LineUpsert;
import app.retour.orders.mapping.ProposedMapping;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An order of the preview, in the API's words: as it would be taken, or why it would not be. */
record PreviewedOrder(
        int line,
        @Nullable String number,
        @Nullable Instant placedAt,
        @Nullable String email,
        @Nullable String shopperName,
        @Nullable String postcode,
        boolean opens,
        @Nullable Money subtotal,
        @Nullable Money shipping,
        @Nullable Money taxes,
        @Nullable Money total,
        @Nullable Boolean reconciles,
        @Nullable Money difference,
        List<Line> lines,
        @Nullable String column,
        @Nullable String problem) {
    record Line(String title, @Nullable String sku, int quantity, Money paid) {}

    static PreviewedOrder of(ProposedMapping.PreviewedOrder previewed) {
        var order = previewed.order();
        if (order == null) {
            return refused(previewed, previewed.column(), previewed.problem());
        }
        try {
            return of((int) previewed.line(), order, ForeseenOrder.of(order));
        } catch (Refusal refused) {
            return refused(
                    previewed,
                    refused.field().isEmpty() ? null : refused.field().getLast(),
                    refused.getMessage());
        }
    }

    private static PreviewedOrder of(int line, OrderUpsert order, ForeseenOrder foreseen) {
        var currency = order.currency();
        return new PreviewedOrder(
                line,
                order.number(),
                order.placedAt(),
                foreseen.email(),
                order.shopperName(),
                foreseen.postcode(),
                foreseen.email() != null || foreseen.postcode() != null || foreseen.phone(),
                money(order.subtotal(), currency),
                money(order.charges().shipping(), currency),
                money(order.taxes(), currency),
                money(order.total(), currency),
                foreseen.reconciles(),
                foreseen.difference(),
                order.lines().stream().map(each -> line(each, currency)).toList(),
                null,
                null);
    }

    private static PreviewedOrder refused(
            ProposedMapping.PreviewedOrder previewed, @Nullable String column, @Nullable String problem) {
        return new PreviewedOrder(
                (int) previewed.line(),
                previewed.number(),
                null,
                null,
                null,
                null,
                false,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                column,
                problem);
    }

    private static Line line(LineUpsert line, Currency currency) {
        return new Line(
                line.title(), line.sku(), line.quantity(), Objects.requireNonNull(money(line.paid(), currency)));
    }

    private static @Nullable Money money(@Nullable BigDecimal amount, Currency currency) {
        return amount == null ? null : new Money(amount, currency);
    }
}
