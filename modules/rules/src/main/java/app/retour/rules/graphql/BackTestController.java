package app.retour.rules.graphql;

import app.retour.api.Answers;
import app.retour.api.GlobalId;
import app.retour.api.Idempotency;
import app.retour.api.UserError;
import app.retour.rules.evaluation.DecisionId;
import app.retour.rules.trials.BackTest;
import app.retour.rules.trials.BackTestId;
import app.retour.rules.trials.BackTestProgress;
import app.retour.rules.trials.BackTests;
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
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.graphql.data.query.ScrollSubrange;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;

/** Drafts tried on history, in the API. */
@Controller
class BackTestController {
    private static final int MOST_SHOWN = 20;
    private final BackTests tests;
    private final BackTestProgress progress;
    private final Idempotency idempotency;

    BackTestController(BackTests tests, BackTestProgress progress, Idempotency idempotency) {
        this.tests = tests;
        this.progress = progress;
        this.idempotency = idempotency;
    }

    record Starting(int days, String idempotencyKey) {}

    record Canceling(String id) {}

    record Comparing(String backTestId, String decisionId) {}

    record Payload(@Nullable BackTest backTest, List<UserError> userErrors) {}

    record ComparePayload(BackTests.@Nullable SideBySide result, List<UserError> userErrors) {}

    @QueryMapping
    Optional<BackTest> backTest(@Argument String id) {
        return tests.find(parsed(id));
    }

    @QueryMapping
    List<BackTest> backTests() {
        return tests.newest(MOST_SHOWN);
    }

    @QueryMapping
    ComparePayload compareDecision(@Argument Comparing input) {
        return Answers.of(
                () -> tests.compare(
                        parsed(input.backTestId), new DecisionId(GlobalId.parse(input.decisionId, "PolicyDecision"))),
                result -> new ComparePayload(result, List.of()),
                errors -> new ComparePayload(null, errors));
    }

    @SubscriptionMapping
    Flux<BackTest> backTestProgress(@Argument String id) {
        return progress.of(parsed(id));
    }

    @MutationMapping
    Payload startBackTest(@Argument Starting input) {
        return answer(() -> idempotency.once(
                "startBackTest",
                input.idempotencyKey,
                input.days,
                () -> tests.start(input.days),
                started -> started.id().value().toString(),
                id -> tests.find(new BackTestId(UUID.fromString(id))).orElseThrow()));
    }

    @MutationMapping
    Payload cancelBackTest(@Argument Canceling input) {
        return answer(() -> tests.cancel(parsed(input.id)));
    }

    @SchemaMapping(typeName = "BackTest")
    String id(BackTest test) {
        return GlobalId.of("BackTest", test.id().value());
    }

    @SchemaMapping(typeName = "BackTest")
    Window<BackTest.Change> changes(BackTest test, ScrollSubrange subrange) {
        return tests.changes(
                test.id(),
                subrange.position().orElseGet(ScrollPosition::keyset),
                Math.clamp(subrange.count().orElse(50), 1, 500));
    }

    @SchemaMapping(typeName = "BackTestChange")
    String subjectId(BackTest.Change change) {
        return GlobalId.of(change.decision().subjectType(), change.decision().subjectId());
    }

    private static BackTestId parsed(String id) {
        return new BackTestId(GlobalId.parse(id, "BackTest"));
    }

    private static Payload answer(Supplier<BackTest> action) {
        return Answers.of(action, test -> new Payload(test, List.of()), errors -> new Payload(null, errors));
    }
}
