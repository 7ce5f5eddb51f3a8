package app.retour.kernel;

import java.util.UUID;

/** Names one merchant's account. Everything a tenant owns carries it. */
public record TenantId(UUID value) {
    public static TenantId of(String text) {
        return new TenantId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
