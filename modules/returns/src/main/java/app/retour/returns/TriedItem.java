package app.retour.returns;

import app.retour.rules.Outcome;
import app.retour.rules.Trace;
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
