package app.retour.rules.trials;

import java.util.UUID;
import org.springframework.modulith.NamedInterface;

/** Names one try of a draft on past decisions. */
@NamedInterface("trials")
public record BackTestId(UUID value) {}
