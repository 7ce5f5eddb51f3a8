package app.retour.returns.documents;

import app.retour.kernel.Ids;
import app.retour.orders.OrderId;
import app.retour.orders.Orders;
import app.retour.returns.Returns;
import app.retour.returns.events.RefundId;
import app.retour.returns.events.ReturnEvent;
import app.retour.returns.refunds.Refunds;
import app.retour.tenants.Tenants;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.data.domain.KeysetScrollPosition;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Window;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Refund documents: written when a refund is issued, then only read. */
@Service
@Transactional(readOnly = true)
public class RefundDocuments {
    private final DocumentRows rows;
    private final DocumentNumbers numbers;
    private final Refunds refunds;
    private final Returns returns;
    private final Orders orders;
    private final Tenants tenants;
    private final Clock clock;

    RefundDocuments(
            DocumentRows rows,
            DocumentNumbers numbers,
            Refunds refunds,
            Returns returns,
            Orders orders,
            Tenants tenants,
            Clock clock) {
        this.rows = rows;
        this.numbers = numbers;
        this.refunds = refunds;
        this.returns = returns;
        this.orders = orders;
        this.tenants = tenants;
        this.clock = clock;
    }

    /**
     * Heard at once, not after the commit: a refund is never ISSUED without its document, nor a number given without a
     * refund. The number is taken last, as everybody else waits for it.
     */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(ReturnEvent.RefundIssued event) {
        if (!event.amount().isPositive()) {
            return;
        }
        var refund = refunds.find(event.refundId()).orElseThrow();
        var about = returns.find(event.returnId()).orElseThrow();
        var order = orders.find(new OrderId(about.orderId())).orElseThrow();
        var sums = RefundedOrder.of(order).document(about.items(), refund.waterfall());
        var zone = tenants.current().zone();
        var sequence = numbers.next();
        var now = clock.instant();
        rows.insert(new RefundDocument(
                new RefundDocumentId(Ids.next()),
                sequence,
                refund.refundId(),
                about.returnId(),
                about.orderId(),
                about.orderNumber(),
                about.rmaNumber(),
                now,
                now.atZone(zone).toLocalDate(),
                order.taxMode(),
                sums));
    }

    public Optional<RefundDocument> find(RefundDocumentId id) {
        return rows.byId(id.value());
    }

    /** By refund; one that is not issued has none. */
    public Map<RefundId, RefundDocument> ofRefunds(Collection<RefundId> ids) {
        return rows.ofRefunds(ids.stream().map(RefundId::value).toList()).stream()
                .collect(Collectors.toMap(RefundDocument::refundId, Function.identity()));
    }

    /** In the order of issue. */
    public Window<RefundDocument> issued(DocumentPeriod period, ScrollPosition position, int limit) {
        var found = rows.issued(period, place(position), limit + 1);
        var page = found.size() > limit ? found.subList(0, limit) : found;
        return Window.from(
                List.copyOf(page),
                at -> ScrollPosition.forward(Map.of(
                        "on", page.get(at).issuedOn().toString(),
                        "number", String.valueOf(page.get(at).sequence()))),
                found.size() > limit);
    }

    private static DocumentRows.@Nullable Place place(ScrollPosition position) {
        var keys = position instanceof KeysetScrollPosition keyset ? keyset.getKeys() : Map.<String, Object>of();
        return keys.isEmpty()
                ? null
                : new DocumentRows.Place(
                        LocalDate.parse(String.valueOf(keys.get("on"))),
                        Long.parseLong(String.valueOf(keys.get("number"))));
    }
}
