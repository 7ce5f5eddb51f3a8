package app.retour.rules.publishing;

import app.retour.rules.evaluation.CompiledPolicy;
import app.retour.rules.evaluation.ItemFacts;
import app.retour.rules.evaluation.TryOut;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Judges items by the draft or by what is live, storing nothing, with the trace of each. */
@Service
@Transactional(readOnly = true)
public class TryOuts {
    private final DraftedPolicy draft;
    private final LivePolicy live;

    TryOuts(DraftedPolicy draft, LivePolicy live) {
        this.draft = draft;
        this.live = live;
    }

    public List<TryOut> of(PolicySource source, List<ItemFacts> items) {
        var drafted = source == PolicySource.DRAFT ? draft.current() : Optional.<DraftedPolicy.Revision>empty();
        if (drafted.isPresent()) {
            var policy = CompiledPolicy.of(drafted.get().policy());
            return items.stream().map(item -> TryOut.of(policy, item)).toList();
        }
        return items.stream().map(live.current()::tried).toList();
    }
}
