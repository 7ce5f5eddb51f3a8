package app.retour.orders;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.kernel.TenantId;
import app.retour.tenants.TenantContext;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Takes what sources tell of orders, many at a time, inside the caller's transaction. */
@Component
class ToldOrders {
    private static final int MOST_LINES = 2_000;
    private static final int MOST_UNITS = 100_000;
    private static final int LONGEST = 500;
    private final CustomerOrders orders;
    private final Shoppers shoppers;
    private final ApplicationEventPublisher events;

    ToldOrders(CustomerOrders orders, Shoppers shoppers, ApplicationEventPublisher events) {
        this.orders = orders;
        this.shoppers = shoppers;
        this.events = events;
    }

    record Taken(OrderId order, Change change) {}

    /**
     * All or none, in the order given; of several that mean the same order, each later one adds to the earlier.
     *
     * @throws Refusal with the index of the culprit first in its path
     */
    List<Taken> take(List<OrderUpsert> told) {
        if (told.isEmpty()) {
            return List.of();
        }
        for (var i = 0; i < told.size(); i++) {
            check(told.get(i), i);
        }
        var known = known(told);
        var people = shoppers.know(told);
        var changed = new LinkedHashMap<UUID, OrderMerge>();
        var taken = new ArrayList<Taken>();
        for (var i = 0; i < told.size(); i++) {
            var order = told.get(i);
            var before = known.find(order, i);
            if (before != null
                    && order.fingerprint() != null
                    && order.fingerprint().equals(before.order.fingerprint())) {
                taken.add(new Taken(new OrderId(before.order.id()), Change.UNCHANGED));
                continue;
            }
            var merged = merge(before, order, people, i);
            changed.put(merged.order().id(), merged);
            known.put(merged);
            announce(before == null ? null : before.order, merged.order());
            taken.add(new Taken(new OrderId(merged.order().id()), before == null ? Change.CREATED : Change.UPDATED));
        }
        try {
            orders.save(
                    changed.values().stream().map(OrderMerge::order).toList(),
                    changed.values().stream()
                            .flatMap(merged -> merged.lines().stream())
                            .toList());
        } catch (DuplicateKeyException meanwhile) {
            throw new Refusal(
                    ErrorCode.STALE, "One of these orders was told by somebody else meanwhile; send it again");
        }
        for (var i = 0; i < told.size(); i++) {
            if (taken.get(i).change() != Change.UNCHANGED) {
                saveRest(taken.get(i).order().value(), told.get(i));
            }
        }
        return taken;
    }

    private void saveRest(UUID id, OrderUpsert told) {
        if (told.tenders() != null) {
            var rows = new ArrayList<TenderRow>();
            told.tenders()
                    .forEach(tender -> rows.add(new TenderRow(
                            id, tender.id(), rows.size(), tender.kind(), tender.amount(), tender.label())));
            orders.saveTenders(id, rows);
        }
        if (told.shipTo() != null) {
            orders.saveAddress(id, "SHIPPING", told.shipTo());
        }
        if (told.billTo() != null) {
            orders.saveAddress(id, "BILLING", told.billTo());
        }
    }

    private OrderMerge merge(@Nullable Known before, OrderUpsert order, Map<String, UUID> people, int index) {
        var email = order.email() == null ? null : Email.of(order.email()).orElse(null);
        try {
            return OrderMerge.of(
                    before == null ? null : before.order,
                    before == null ? List.of() : before.lines,
                    order,
                    email == null ? null : people.get(email.address()));
        } catch (Refusal refused) {
            throw at(
                    index,
                    refused.code(),
                    String.valueOf(refused.getMessage()),
                    refused.field().toArray(String[]::new));
        }
    }

    private void announce(@Nullable OrderRow before, OrderRow after) {
        TenantId tenant = TenantContext.current();
        var id = new OrderId(after.id());
        Instant delivered = after.deliveredAt();
        if (delivered != null && !delivered.equals(before == null ? null : before.deliveredAt())) {
            events.publishEvent(new OrderDelivered(tenant, id, delivered));
        }
        Instant canceled = after.canceledAt();
        if (canceled != null && !canceled.equals(before == null ? null : before.canceledAt())) {
            events.publishEvent(new OrderCanceled(tenant, id, canceled));
        }
    }

    private KnownOrders known(List<OrderUpsert> told) {
        var rows = orders.hold(
                told.stream()
                        .map(OrderUpsert::externalId)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()),
                told.stream().map(order -> OrderNumber.of(order.number())).collect(Collectors.toSet()));
        var lines = orders.linesOf(rows.stream().map(OrderRow::id).toList()).stream()
                .collect(Collectors.groupingBy(LineRow::order));
        var known = new KnownOrders(new HashMap<>(), new HashMap<>());
        rows.forEach(row -> known.put(new OrderMerge(row, lines.getOrDefault(row.id(), List.of()))));
        return known;
    }

    private record Known(OrderRow order, Collection<LineRow> lines) {}

    private record KnownOrders(Map<String, Known> byExternalId, Map<OrderNumber, Known> byNumber) {
        void put(OrderMerge merged) {
            var known = new Known(merged.order(), merged.lines());
            var externalId = merged.order().externalId();
            if (externalId != null) {
                byExternalId.put(externalId, known);
            }
            byNumber.put(OrderNumber.of(merged.order().number()), known);
        }

        @Nullable
        Known find(OrderUpsert told, int index) {
            var sameNumber = byNumber.get(OrderNumber.of(told.number()));
            var same =
                    told.externalId() == null ? sameNumber : byExternalId.getOrDefault(told.externalId(), sameNumber);
            if (sameNumber != null && told.externalId() != null) {
                var other = sameNumber.order.externalId();
                if (other != null && !other.equals(told.externalId())) {
                    throw at(index, ErrorCode.TAKEN, "Another order has this number already", "number");
                }
            }
            return same;
        }
    }

    private static void check(OrderUpsert told, int index) {
        Function<String[], Refusal> missing = field -> at(index, ErrorCode.REQUIRED, "Say something here", field);
        if (told.number().isBlank()) {
            throw missing.apply(new String[] {"number"});
        }
        if (told.number().length() > 100) {
            throw at(index, ErrorCode.TOO_LARGE, "A number has at most 100 characters", "number");
        }
        if (told.email() != null && Email.of(told.email()).isEmpty()) {
            throw at(index, ErrorCode.INVALID, "This is not an e-mail address", "email");
        }
        if (told.total().signum() < 0) {
            throw at(index, ErrorCode.INVALID, "A total is not negative", "total");
        }
        if (told.lines().isEmpty() || told.lines().size() > MOST_LINES) {
            throw at(index, ErrorCode.INVALID, "An order has 1 to 2,000 lines", "lines");
        }
        for (var i = 0; i < told.lines().size(); i++) {
            var line = told.lines().get(i);
            var place = String.valueOf(i);
            if (line.title().isBlank() || line.title().length() > LONGEST) {
                throw at(index, ErrorCode.INVALID, "A title has 1 to 500 characters", "lines", place, "title");
            }
            if (line.quantity() < 1 || line.quantity() > MOST_UNITS) {
                throw at(index, ErrorCode.INVALID, "A quantity is 1 to 100,000", "lines", place, "quantity");
            }
            if (line.fulfilledQuantity() != null && line.fulfilledQuantity() < 0) {
                throw at(index, ErrorCode.INVALID, "A quantity is not negative", "lines", place, "fulfilledQuantity");
            }
            if (isNegative(line.unitPrice()) || isNegative(line.paid()) || isNegative(line.tax())) {
                throw at(index, ErrorCode.INVALID, "An amount of a line is not negative", "lines", place);
            }
        }
    }

    private static boolean isNegative(@Nullable BigDecimal amount) {
        return amount != null && amount.signum() < 0;
    }

    private static Refusal at(int index, ErrorCode code, String message, String... field) {
        var path = new ArrayList<String>(List.of(String.valueOf(index)));
        path.addAll(List.of(field));
        return new Refusal(code, message, path.toArray(String[]::new));
    }
}
