package app.retour.orders.products;

import java.util.UUID;

/** Names one variant of a product. */
public record ProductId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
