package app.retour.rules;

import java.util.List;
import org.springframework.stereotype.Service;

/** The face of this module: judges items by the tenant's policy, and says why. */
@Service
public class Policies {
    /** Judges by the live policy, or by the version named, and stores one decision an item in the caller's transaction. */
    public Judgement judge(JudgeRequest request) {
        throw new UnsupportedOperationException("Comes with the next slice: " + request);
    }

    /** The same by the live policy, storing nothing: for what a shopper is told before she submits. */
    public Judgement preview(List<ItemFacts> items) {
        throw new UnsupportedOperationException("Comes with the next slice: " + items);
    }

    /** Judges invented or past items by draft or live, storing nothing, with the trace of each. */
    public List<TryOut> tryOut(PolicySource source, List<ItemFacts> items) {
        throw new UnsupportedOperationException("Comes with the next slice: " + source + items);
    }

    /** Stores what a person decided, as a decision of its own beside the policy's. */
    public DecisionId decideByHand(DecisionByHand decision) {
        throw new UnsupportedOperationException("Comes with the next slice: " + decision);
    }

    /** @throws app.retour.kernel.Refusal NOT_FOUND when this tenant has no such decision */
    public Trace trace(DecisionId decision) {
        throw new UnsupportedOperationException("Comes with the next slice: " + decision);
    }

    /** The version that judges new returns now; a new tenant's sends everything to review. */
    public PolicyVersionId liveVersion() {
        throw new UnsupportedOperationException("Comes with the next slice");
    }
}
