package app.retour.orders.shoppers;

import java.util.UUID;

/** Names one shopper. */
public record ShopperId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
