package app.retour.walks;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.api.AccessRules;
import app.retour.api.Caller;
import app.retour.app.security.StartedApplication;
import app.retour.files.Files;
import app.retour.tenants.Tenants;
import app.retour.tenants.clients.Scopes;
import app.retour.tenants.tenancy.TenantContext;
import graphql.schema.GraphQLSchema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.graphql.client.ClientGraphQlResponse;
import org.springframework.graphql.client.GraphQlClient;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Asks every field of the API, in any order, with whatever is well typed. Each is answered or refused by name; nothing is
 * an error of ours, and no error blames a place that the field does not take. {@code -Dretour.inputs} says how many, {@code -Dretour.seed} which.
 */
@StartedApplication
class AnyInputWalkTests {
    private static final int REQUESTS = Integer.getInteger("retour.inputs", 20_000);
    private static final long SEED = Long.getLong("retour.seed", 20_261_130L);
    private static final int RETURNS = 6;
    private static final int EACH_TELLS_ALL = 8;
    private static final int MOST_REPORTED = 40;

    @LocalServerPort
    int port;

    @Autowired
    GraphQlSource source;

    @Autowired
    GraphQlClient inProcessGraphQl;

    @Autowired
    Tenants tenants;

    @Autowired
    Files files;

    @Autowired
    JdbcClient jdbc;

    @Test
    void whateverIsWellTypedIsAnsweredOrRefusedByName() {
        System.out.printf("%d requests from seed %d%n", REQUESTS, SEED);
        var world = World.of(port, tenants, files);
        var scenes = IntStream.range(0, RETURNS)
                .mapToObj(i -> {
                    var ended = new ReturnStory(world, world.scene.canary)
                            .untilTheEnd()
                            .scene
                            .with(world.scene);
                    return i % 2 == 0
                            ? ended
                            : new ReturnStory(world, world.scene.canary)
                                    .untilReview()
                                    .scene
                                    .with(ended);
                })
                .toList();
        var staff = Caller.staff(world.tenant, owner(world), Scopes.ALL);
        GraphQLSchema schema = source.schema();
        var rules = AccessRules.of(schema).all();
        var questions = Question.all(schema).stream()
                .filter(question -> !question.path().startsWith("Subscription"))
                .filter(question -> rules.containsKey(question.path())
                        && rules.get(question.path()).admits(staff))
                .toList();
        assertThat(questions).hasSizeGreaterThan(100);

        var random = new Random(SEED);
        var broken = new ArrayList<String>();
        var nowhere = new TreeSet<String>();
        var blamed = new TreeSet<String>();
        var asked = new HashSet<String>();
        for (var i = 0; i < REQUESTS && broken.size() < MOST_REPORTED; i++) {
            var question = questions.get(random.nextInt(questions.size()));
            var scene = scenes.get(random.nextInt(scenes.size()));
            var given = new AnyInput(random, question.name(), scene.ids()).of(question);
            var document = i % EACH_TELLS_ALL == 0 ? question.document(rules, staff, null) : question.brief();
            asked.add(question.path());
            var answer = TenantContext.callAs(
                    world.tenant,
                    () -> staff.call(() ->
                            inProcessGraphQl.document(document).variables(given).executeSync()));
            for (var place : blamed(question, answer)) {
                (InputPlaces.has(question, place) ? blamed : nowhere).add(question.path() + " blames " + place);
            }
            if (isOurFault(answer)) {
                broken.add("%d: %s%s → %s".formatted(i, question.path(), AnyInput.told(given), answer.getErrors()));
            }
        }
        assertThat(broken).isEmpty();
        assertThat(nowhere).as("places that no input has").isEmpty();
        assertThat(blamed).hasSizeGreaterThan(100);
        assertThat(asked).as("each was asked").hasSameSizeAs(questions);
    }

    /** What errors of the payload, or of the field itself, blame. */
    private static List<List<String>> blamed(Question question, ClientGraphQlResponse answer) {
        var places = new ArrayList<List<String>>();
        Map<String, Object> data = Objects.requireNonNullElse(answer.getData(), Map.of());
        if (data.get(question.name()) instanceof Map<?, ?> payload
                && payload.get("userErrors") instanceof List<?> errors) {
            errors.forEach(error -> places.add(texts(error instanceof Map<?, ?> one ? one.get("field") : null)));
        }
        answer.getErrors().forEach(error -> {
            var place = new ArrayList<>(texts(error.getExtensions().get("field")));
            // Where the type of a variable is not met, the path counts from it on; ours are named as the arguments are.
            if (error.getExtensions().get("variable") instanceof String variable && !variable.equals("input")) {
                place.addFirst(variable);
            }
            places.add(place);
        });
        return places;
    }

    private static List<String> texts(@Nullable Object list) {
        return list instanceof List<?> parts
                ? parts.stream().map(String::valueOf).toList()
                : List.of();
    }

    private UUID owner(World world) {
        return jdbc.sql("select id from tenants.person where email = ?")
                .param(world.merchant.email())
                .query(UUID.class)
                .single();
    }

    private static boolean isOurFault(ClientGraphQlResponse answer) {
        return answer.getErrors().stream()
                .map(error -> String.valueOf(error.getErrorType()))
                .anyMatch(type -> type.equals("INTERNAL_ERROR") || type.equals("FORBIDDEN"));
    }
}
