package app.retour.returns;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.api.Caller;
import app.retour.api.GlobalId;
import app.retour.kernel.TenantId;
import app.retour.tenants.tenancy.TenantContext;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.client.ClientGraphQlResponse;
import org.springframework.graphql.client.GraphQlClient;
import org.springframework.stereotype.Component;

/** What integrators and the team do over the API around money: tell orders, take returns in, adjust and pay. */
@Component
public class TheApi {
    public static final String REFUND =
            "refund { id version state failure needsPersonBecause amount { amount currencyCode } }";
    private static final Set<String> SCOPES = Set.of(
            "orders:read",
            "orders:write",
            "returns:read",
            "returns:write",
            "returns:decide",
            "receive:write",
            "refunds:write");
    private final GraphQlClient graphQl;

    TheApi(GraphQlClient inProcessGraphQl) {
        graphQl = inProcessGraphQl;
    }

    /** A payload, and what was refused in it. */
    public record Answer(Map<String, Object> payload) {
        @SuppressWarnings("unchecked")
        public List<String> codes() {
            return ((List<Map<String, Object>>) Objects.requireNonNull(payload.get("userErrors")))
                    .stream().map(error -> String.valueOf(error.get("code"))).toList();
        }

        /** By path, for example {@code "refund.amount.amount"}. */
        @Nullable
        public Object at(String path) {
            Object found = payload;
            for (var step : path.split("\\.")) {
                found = switch (found) {
                    case Map<?, ?> map -> map.get(step);
                    case List<?> list ->
                        list.stream().skip(Integer.parseInt(step)).findFirst().orElse(null);
                    case null, default -> null;
                };
            }
            return found;
        }

        public String text(String path) {
            return String.valueOf(at(path));
        }

        public Answer done() {
            assertThat(codes()).as("%s", payload).isEmpty();
            return this;
        }
    }

    /** As an integrator, who has no limits of a role. */
    public Answer asks(TenantId tenant, String mutation, Map<String, ?> input, String selection) {
        return asks(Caller.integrator(tenant, UUID.randomUUID(), SCOPES), mutation, input, selection);
    }

    /** As a member of the team who is no owner. */
    public static Caller agent(TenantId tenant) {
        return Caller.staff(tenant, UUID.fromString("11111111-1111-7111-8111-111111111111"), SCOPES);
    }

    @SuppressWarnings("unchecked")
    public Answer asks(Caller caller, String mutation, Map<String, ?> input, String selection) {
        var type = mutation.substring(0, 1).toUpperCase(Locale.ROOT) + mutation.substring(1) + "Input";
        var answer = run(
                caller,
                "mutation($input: %s!) { %s(input: $input) { %s userErrors { field code message } } }"
                        .formatted(type, mutation, selection),
                Map.of("input", input));
        assertThat(answer.getErrors()).as("%s(%s)", mutation, input).isEmpty();
        return new Answer(Objects.requireNonNull(
                (Map<String, Object>) answer.field(mutation).getValue()));
    }

    /** What a query answers to an integrator. */
    public Answer query(TenantId tenant, String document, Map<String, Object> variables) {
        var answer = run(Caller.integrator(tenant, UUID.randomUUID(), SCOPES), document, variables);
        assertThat(answer.getErrors()).as(document).isEmpty();
        Map<String, Object> data = answer.getData();
        return new Answer(Objects.requireNonNull(data));
    }

    private ClientGraphQlResponse run(Caller caller, String document, Map<String, Object> variables) {
        return TenantContext.callAs(
                caller.requireTenant(),
                () -> caller.call(
                        () -> graphQl.document(document).variables(variables).executeSync()));
    }

    /** Goods of one line at 30.00 a unit, sent and delivered; all of it may be told otherwise. */
    public static Map<String, Object> order(String id, String currency, int units, Map<String, ?> otherwise) {
        var delivered = Instant.now().minus(5, ChronoUnit.DAYS).toString();
        var total = units * 30 + ".00";
        var order = new HashMap<String, Object>(Map.of(
                "externalId",
                id,
                "number",
                "#" + id,
                "email",
                "ada@example.com",
                "placedAt",
                delivered,
                "deliveredAt",
                delivered,
                "currencyCode",
                currency,
                "total",
                total,
                "payment",
                "PAID",
                "tenders",
                List.of(Map.of("id", "card", "kind", "CARD", "label", "Visa", "amount", total)),
                "lines",
                List.of(line("l1", units, "30.00"))));
        order.putAll(otherwise);
        return order;
    }

    public static Map<String, Object> line(String id, int units, String price) {
        return Map.of(
                "externalId",
                id,
                "sku",
                "SHIRT-" + id,
                "title",
                "Linen shirt",
                "quantity",
                units,
                "fulfilledQuantity",
                units,
                "unitPrice",
                price);
    }

    public Answer tells(TenantId tenant, Map<String, Object> order) {
        return asks(tenant, "upsertOrders", Map.of("orders", List.of(order)), "orders { id lines { id } }");
    }

    /** A return of so many units of the order's first line; the answer's {@code return} has its refunds. */
    public Answer returns(TenantId tenant, Answer told, int units) {
        return returns(tenant, told, 0, units);
    }

    /** The same of another line, counted from 0. */
    Answer returns(TenantId tenant, Answer told, int line, int units) {
        var order = told.text("orders.0.id");
        var shopper = Caller.shopper(tenant, GlobalId.parse(order, "Order"), Set.of());
        return asks(
                        shopper,
                        "requestReturn",
                        Map.of(
                                "items",
                                List.of(Map.of(
                                        "orderLineId",
                                        told.text("orders.0.lines.%d.id".formatted(line)),
                                        "quantity",
                                        units,
                                        "reason",
                                        "changed_mind")),
                                "idempotencyKey",
                                UUID.randomUUID().toString()),
                        "return { id rmaNumber decision refunds { id state amount { amount currencyCode } } }")
                .done();
    }

    /** The clerk counts so many units and accepts them; the answer's {@code receipt.return} has the refunds. */
    public Answer receives(TenantId tenant, Answer asked, int units) {
        return receives(tenant, asked, units, true);
    }

    /** @param graded accepted at once, or left for another day */
    public Answer receives(TenantId tenant, Answer asked, int units, boolean graded) {
        var clerk = agent(tenant);
        var opened = asks(
                        clerk,
                        "openReceipt",
                        Map.of(
                                "code",
                                asked.text("return.rmaNumber"),
                                "idempotencyKey",
                                UUID.randomUUID().toString()),
                        "receipt { id lines { id itemId } }")
                .done();
        var receipt = opened.text("receipt.id");
        asks(
                        clerk,
                        "countItems",
                        Map.of(
                                "receiptId",
                                receipt,
                                "counts",
                                List.of(Map.of("itemId", opened.text("receipt.lines.0.itemId"), "quantity", units))),
                        "receipt { id }")
                .done();
        return asks(
                        clerk,
                        "closeReceipt",
                        Map.of(
                                "receiptId",
                                receipt,
                                "grades",
                                graded
                                        ? List.of(Map.of(
                                                "lineId",
                                                opened.text("receipt.lines.0.id"),
                                                "grade",
                                                "AS_NEW",
                                                "disposition",
                                                "RESTOCKED"))
                                        : List.of()),
                        "receipt { id return { refunds { id version state needsPersonBecause amount { amount currencyCode } } } }")
                .done();
    }

    public Answer pays(TenantId tenant, String refund, String reference) {
        return asks(
                tenant,
                "markRefundPaid",
                Map.of("refundId", refund, "reference", reference, "idempotencyKey", reference),
                REFUND);
    }
}
