package app.retour.rules.evaluation;

import java.util.UUID;
import org.springframework.modulith.NamedInterface;

/** Names one stored decision. */
@NamedInterface("evaluation")
public record DecisionId(UUID value) {}
