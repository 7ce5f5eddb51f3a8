package app.retour.rules.graphql;

import app.retour.api.Answers;
import app.retour.api.GlobalId;
import app.retour.api.Idempotency;
import app.retour.api.UserError;
import app.retour.rules.evaluation.DecisionId;
import app.retour.rules.trials.BackTest;
import app.retour.rules.trials.BackTests;
import app.retour.rules.trials.ShadowRun;
import app.retour.rules.trials.ShadowRunId;
import app.retour.rules.trials.ShadowRuns;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Window;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.data.query.ScrollSubrange;
import org.springframework.stereotype.Controller;

/** Drafts that judge in silence, in the API. */
@Controller
class ShadowController {
    private static final int MOST_SHOWN = 20;
    private final ShadowRuns runs;
    private final Idempotency idempotency;

    ShadowController(ShadowRuns runs, Idempotency idempotency) {
        this.runs = runs;
        this.idempotency = idempotency;
    }

    record Starting(int days, String idempotencyKey) {}

    record Stopping(String shadowRunId) {}

    record Comparing(String shadowRunId, String decisionId) {}

    record Payload(@Nullable ShadowRun shadowRun, List<UserError> userErrors) {}

    record ComparePayload(BackTests.@Nullable SideBySide result, List<UserError> userErrors) {}

    @QueryMapping
    Optional<ShadowRun> shadowRun(@Argument String id) {
        return runs.find(parsed(id));
    }

    @QueryMapping
    List<ShadowRun> shadowRuns() {
        return runs.newest(MOST_SHOWN);
    }

    @QueryMapping
    ComparePayload compareShadowDecision(@Argument Comparing input) {
        return Answers.of(
                () -> runs.compare(
                        parsed(input.shadowRunId), new DecisionId(GlobalId.parse(input.decisionId, "PolicyDecision"))),
                result -> new ComparePayload(result, List.of()),
                errors -> new ComparePayload(null, errors));
    }

    @MutationMapping
    Payload startShadowRun(@Argument Starting input) {
        return answer(() -> idempotency.once(
                "startShadowRun",
                input.idempotencyKey,
                input.days,
                () -> runs.start(input.days),
                started -> started.id().value().toString(),
                id -> runs.find(new ShadowRunId(UUID.fromString(id))).orElseThrow()));
    }

    @MutationMapping
    Payload stopShadowRun(@Argument Stopping input) {
        return answer(() -> runs.stop(parsed(input.shadowRunId)));
    }

    @SchemaMapping(typeName = "ShadowRun")
    String id(ShadowRun run) {
        return GlobalId.of("ShadowRun", run.id().value());
    }

    @SchemaMapping(typeName = "ShadowRun")
    Window<BackTest.Change> changes(ShadowRun run, ScrollSubrange subrange) {
        return runs.changes(
                run.id(),
                subrange.position().orElseGet(ScrollPosition::keyset),
                Math.clamp(subrange.count().orElse(50), 1, 500));
    }

    private static ShadowRunId parsed(String id) {
        return new ShadowRunId(GlobalId.parse(id, "ShadowRun"));
    }

    private static Payload answer(Supplier<ShadowRun> action) {
        return Answers.of(action, run -> new Payload(run, List.of()), errors -> new Payload(null, errors));
    }
}
