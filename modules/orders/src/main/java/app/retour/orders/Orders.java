package app.retour.orders;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.MailAddress;
import app.retour.kernel.Refusal;
import app.retour.orders.products.Product;
import app.retour.orders.products.ProductId;
import app.retour.orders.products.Products;
import app.retour.orders.rows.OrderNumber;
import app.retour.orders.settings.OrderSettings;
import app.retour.orders.settings.StoredOrderSettings;
import app.retour.orders.shoppers.PostalAddress;
import app.retour.orders.shoppers.Shopper;
import app.retour.orders.shoppers.ShopperId;
import app.retour.orders.shoppers.Shoppers;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Window;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The face of this module: what was bought. Of the tenant of the moment, always. */
@Service
@Transactional
public class Orders {
    private final CustomerOrders orders;
    private final WholeOrders whole;
    private final KnownBuyers buyers;
    private final OrderAddresses addresses;
    private final OrderSearch searches;
    private final OrderUpserts told;
    private final Shoppers shoppers;
    private final Products products;
    private final StoredOrderSettings settings;
    private final OrderDoor door;

    Orders(
            CustomerOrders orders,
            WholeOrders whole,
            KnownBuyers buyers,
            OrderAddresses addresses,
            OrderSearch searches,
            OrderUpserts told,
            Shoppers shoppers,
            Products products,
            StoredOrderSettings settings,
            OrderDoor door) {
        this.orders = orders;
        this.whole = whole;
        this.buyers = buyers;
        this.addresses = addresses;
        this.searches = searches;
        this.told = told;
        this.shoppers = shoppers;
        this.products = products;
        this.settings = settings;
        this.door = door;
    }

    /** The order with this id, as known now. */
    @Transactional(readOnly = true)
    public Optional<Order> find(OrderId id) {
        return findAll(List.of(id)).stream().findFirst();
    }

    /** Those of these orders that are known, in the order asked for. */
    @Transactional(readOnly = true)
    public List<Order> findAll(List<OrderId> ids) {
        var found = whole.find(ids.stream().map(OrderId::value).toList()).stream()
                .collect(Collectors.toMap(Order::id, Function.identity()));
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    /** The order that has this line. */
    @Transactional(readOnly = true)
    public Optional<Order> withLine(OrderLineId line) {
        return orders.orderOf(line.value()).flatMap(order -> find(new OrderId(order)));
    }

    /** The order with this number; {@code #1001} is {@code 1001}, case does not matter. */
    @Transactional(readOnly = true)
    public Optional<Order> byNumber(String number) {
        return orders.withNumber(OrderNumber.of(number)).flatMap(id -> find(new OrderId(id)));
    }

    /**
     * The order that somebody proves to be theirs, by its number and the e-mail or the postcode that it went to; by a
     * telephone number where the order has neither. Does the same work whichever of them is wrong. With an e-mail given,
     * only the e-mail counts.
     */
    @Transactional(readOnly = true)
    public Optional<OrderId> prove(
            String number, @Nullable String email, @Nullable String postcode, @Nullable String phone) {
        return door.prove(OrderNumber.of(number), email, postcode, phone);
    }

    /** Personal data: ask only to show it or to write to them. */
    @Transactional(readOnly = true)
    public Optional<Shopper> shopper(ShopperId id) {
        return shoppers.find(id);
    }

    /** Who bought an order, as far as it can be known at a moment; personal data. */
    @Transactional(readOnly = true)
    public KnownBuyer buyer(Order order, Instant at) {
        return buyers.of(order, at);
    }

    /** Where the order was sent; personal data. */
    @Transactional(readOnly = true)
    public Optional<PostalAddress> shipTo(OrderId id) {
        return addresses.shippedTo(id.value()).stream().findFirst();
    }

    /** The e-mail of who bought it, covered so that only they know it again: {@code a•••@e•••.com}. */
    @Transactional(readOnly = true)
    public Optional<String> coveredEmail(ShopperId shopper) {
        return shoppers.find(shopper)
                .map(Shopper::email)
                .flatMap(MailAddress::of)
                .map(MailAddress::covered);
    }

    /** Every variant of one product, in the shop's order. */
    @Transactional(readOnly = true)
    public List<Product> variantsOf(String productKey) {
        return products.variantsOf(productKey);
    }

    /** One variant. */
    @Transactional(readOnly = true)
    public Optional<Product> product(ProductId id) {
        return products.find(id);
    }

    /**
     * Makes an order known, or known better.
     *
     * @throws Refusal INVALID, TAKEN, with the path of the field
     */
    public Order upsert(OrderUpsert order) {
        return upsert(List.of(order)).getFirst();
    }

    /**
     * Makes orders known, or known better; all or none.
     *
     * @throws Refusal with the index of the culprit first in its path
     */
    public List<Order> upsert(List<OrderUpsert> several) {
        try {
            return findAll(
                    told.take(several).stream().map(OrderUpserts.Taken::order).toList());
        } catch (DataIntegrityViolationException unfit) {
            throw new Refusal(ErrorCode.INVALID, "A text, a list or an amount here cannot be stored");
        }
    }

    /** Orders whose number, shopper's name or e-mail, or a line's SKU contain the text; newest first. */
    @Transactional(readOnly = true)
    public List<OrderId> search(String text, int limit) {
        return searches.search(text, ScrollPosition.keyset(), limit).stream()
                .map(found -> new OrderId(found.id()))
                .toList();
    }

    /**
     * Newest first, a page at a time.
     *
     * @param search as {@link #search}; null for all
     */
    @Transactional(readOnly = true)
    public Window<Order> list(@Nullable String search, ScrollPosition from, int limit) {
        var page = searches.search(search, from, limit);
        var found = findAll(page.map(entry -> new OrderId(entry.id())).getContent());
        return Window.from(found, page::positionAt, page.hasNext());
    }

    @Transactional(readOnly = true)
    public OrderSettings settings() {
        return settings.current();
    }

    /**
     * @return what holds from now on
     * @throws Refusal naming the setting
     */
    public OrderSettings change(OrderSettings wanted) {
        wanted.check();
        return settings.change(wanted);
    }
}
