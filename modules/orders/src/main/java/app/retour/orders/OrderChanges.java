package app.retour.orders;

import app.retour.orders.shoppers.PostalAddress;
import app.retour.orders.shoppers.Proofs;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * What becomes of several orders that are told together: of each the last state only, which is the one that it would have,
 * had each been told in a transaction of its own.
 */
final class OrderChanges {
    private final Map<UUID, OrderMerge> merged = new LinkedHashMap<>();
    private final Set<UUID> created = new HashSet<>();
    private final Map<UUID, List<TenderRow>> tenders = new LinkedHashMap<>();
    private final Map<UUID, List<OutsideRefundRow>> refunds = new LinkedHashMap<>();
    private final Map<Place, PostalAddress> addresses = new LinkedHashMap<>();
    private final Map<UUID, String> missingPhones = new LinkedHashMap<>();

    enum Purpose {
        SHIPPING,
        BILLING
    }

    /** Which address of an order. */
    record Place(UUID order, Purpose purpose) {}

    /**
     * One more, after those that were added.
     *
     * @param isNew nobody told of it before, nor was it added here
     */
    void add(OrderMerge merge, boolean isNew, OrderUpsert told) {
        var id = merge.order().id();
        merged.put(id, merge);
        if (isNew) {
            created.add(id);
        }
        if (told.tenders() != null) {
            tenders.put(id, tenders(id, told.tenders()));
        }
        if (merge.outsideRefunds() != null) {
            refunds.put(id, merge.outsideRefunds());
        }
        if (told.shipTo() != null) {
            addresses.put(new Place(id, Purpose.SHIPPING), told.shipTo());
            missingPhones.remove(id);
        }
        // Who gave no e-mail is no shopper we know; the number is all there is to find the order by.
        if (told.shopperPhone() != null && Proofs.email(told.email()).isEmpty()) {
            addMissingPhone(id, told.shopperPhone().strip());
        }
        if (told.billTo() != null) {
            addresses.put(new Place(id, Purpose.BILLING), told.billTo());
        }
    }

    /** Where the address it goes to has none; whether one that is stored has, only the database knows. */
    private void addMissingPhone(UUID order, String phone) {
        var place = new Place(order, Purpose.SHIPPING);
        var address = addresses.get(place);
        if (address != null || created.contains(order)) {
            var known = Objects.requireNonNullElse(address, PostalAddress.EMPTY);
            addresses.put(place, known.phone() == null ? known.withPhone(phone) : known);
        } else {
            missingPhones.putIfAbsent(order, phone);
        }
    }

    private static List<TenderRow> tenders(UUID order, List<OrderUpsert.TenderUpsert> told) {
        var rows = new ArrayList<TenderRow>();
        told.forEach(tender -> rows.add(
                new TenderRow(order, tender.id(), rows.size(), tender.kind(), tender.amount(), tender.label())));
        return rows;
    }

    /** Orders that nobody told of before. */
    List<OrderMerge> created() {
        return merged.values().stream()
                .filter(one -> created.contains(one.order().id()))
                .toList();
    }

    /** Orders that are known better now. */
    List<OrderMerge> updated() {
        return merged.values().stream()
                .filter(one -> !created.contains(one.order().id()))
                .toList();
    }

    /** Those known before whose tenders were told, instead of those that they had. */
    Collection<UUID> withTenders() {
        return known(tenders);
    }

    List<TenderRow> tenders() {
        return tenders.values().stream().flatMap(List::stream).toList();
    }

    /** Those known before whose refunds outside were told, instead of those that they had. */
    Collection<UUID> withRefunds() {
        return known(refunds);
    }

    List<OutsideRefundRow> refunds() {
        return refunds.values().stream().flatMap(List::stream).toList();
    }

    private Collection<UUID> known(Map<UUID, ?> told) {
        return told.keySet().stream().filter(id -> !created.contains(id)).toList();
    }

    Map<Place, PostalAddress> addresses() {
        return addresses;
    }

    /** For orders known before, of whose address nothing was told. */
    Map<UUID, String> missingPhones() {
        return missingPhones;
    }
}
