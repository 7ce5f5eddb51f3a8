package app.retour.returns.settings;

import java.util.UUID;
import org.springframework.modulith.NamedInterface;

/** Names one reason of the merchant. */
@NamedInterface("settings")
public record ReasonId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
