package app.retour.privacy;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import java.util.List;
import java.util.stream.Collectors;

/** A shopper is not erased, for reasons that will pass. */
public final class ErasureStandsBack extends Refusal {
    private final List<ErasureObstacle.Kind> kinds;

    ErasureStandsBack(List<ErasureObstacle.Reason> reasons) {
        super(
                ErrorCode.WRONG_STATE,
                reasons.stream().map(ErasureObstacle.Reason::text).collect(Collectors.joining(" ")),
                reasons.stream().allMatch(ErasureObstacle.Reason::mayBeOverruled) ? "evenWhileOpen" : "shopperId");
        kinds = reasons.stream().map(ErasureObstacle.Reason::kind).distinct().toList();
    }

    /** What stands against it, each once. */
    public List<ErasureObstacle.Kind> kinds() {
        return kinds;
    }
}
