package app.retour.returns.status;

import java.util.UUID;

/** Names one receipt of the warehouse. */
public record ReceiptId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
