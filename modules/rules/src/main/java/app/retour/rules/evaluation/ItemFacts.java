package app.retour.rules.evaluation;

import app.retour.rules.vocabulary.Facts;
import java.util.List;
import java.util.UUID;
import org.springframework.modulith.NamedInterface;

/**
 * One item to judge.
 *
 * @param itemRef the asker's name for it
 * @param raisedGuards guards (caps per shopper and period) that stand against approving it, each in plain words
 */
@NamedInterface("evaluation")
public record ItemFacts(UUID itemRef, Facts facts, List<String> raisedGuards) {
    public ItemFacts {
        raisedGuards = List.copyOf(raisedGuards);
    }

    public ItemFacts(UUID itemRef, Facts facts) {
        this(itemRef, facts, List.of());
    }
}
