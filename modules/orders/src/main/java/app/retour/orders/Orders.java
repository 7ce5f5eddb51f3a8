package app.retour.orders;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The face of this module. */
@Service
public class Orders {
    /** The order with this id, as known now. */
    public Optional<Order> find(OrderId id) {
        throw new UnsupportedOperationException("Not yet");
    }

    /** The order with this number; {@code #1001} is {@code 1001}, case does not matter. */
    public Optional<Order> byNumber(String number) {
        throw new UnsupportedOperationException("Not yet");
    }

    /**
     * The order that somebody proves to be hers, by its number and the e-mail or the postcode that it went to. Takes the
     * same time whichever of them is wrong.
     */
    public Optional<OrderId> prove(String number, @Nullable String email, @Nullable String postcode) {
        throw new UnsupportedOperationException("Not yet");
    }

    /** Personal data: ask only to show it or to write to her. */
    public Optional<Shopper> shopper(ShopperId id) {
        throw new UnsupportedOperationException("Not yet");
    }

    /** Where the order was sent; personal data. */
    public Optional<PostalAddress> shipTo(OrderId id) {
        throw new UnsupportedOperationException("Not yet");
    }

    /** Every variant of one product, in the shop's order. */
    public List<Product> variantsOf(String productKey) {
        throw new UnsupportedOperationException("Not yet");
    }

    /** One variant. */
    public Optional<Product> product(ProductId id) {
        throw new UnsupportedOperationException("Not yet");
    }

    /**
     * Makes an order known, or known better. The same again changes nothing.
     *
     * @throws app.retour.kernel.Refusal INVALID, TAKEN, with the path of the field
     */
    public Order upsert(OrderUpsert told) {
        throw new UnsupportedOperationException("Not yet");
    }

    /** What she bought up to a moment, as far as it can be known. */
    public ShopperHistory historyOf(ShopperId shopper, Instant at) {
        throw new UnsupportedOperationException("Not yet");
    }

    /** Orders whose number, shopper's name or e-mail, or a line's SKU contain the text; newest first. */
    public List<OrderId> search(String text, int limit) {
        throw new UnsupportedOperationException("Not yet");
    }
}
