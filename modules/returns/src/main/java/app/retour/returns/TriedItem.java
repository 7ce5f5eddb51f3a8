package app.retour.returns;

import app.retour.rules.evaluation.Trace;
import app.retour.rules.policy.Outcome;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One invented item, judged, with the trace of how. */
public record TriedItem(
        UUID orderLineId,
        Outcome outcome,
        String because,
        @Nullable String shopperReason,
        List<String> undetermined,
        Trace trace) {}
