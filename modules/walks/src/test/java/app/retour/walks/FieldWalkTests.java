package app.retour.walks;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.api.AccessRules;
import app.retour.api.Caller;
import app.retour.app.security.StartedApplication;
import app.retour.kernel.TenantId;
import app.retour.tenants.NewTenant;
import app.retour.tenants.Tenants;
import app.retour.tenants.tenancy.TenantContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.ExecutionGraphQlResponse;
import org.springframework.graphql.ExecutionGraphQlService;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.graphql.support.DefaultExecutionGraphQlRequest;

/**
 * Asks for every field there is, nested ones too, as every kind of caller: what a caller may not have is refused before
 * anything runs, and what is open to those who are not staff stands in a list that a person reads.
 */
@StartedApplication
class FieldWalkTests {
    private static final Path OPEN = Path.of("src/test/resources/walks/open-to-outsiders.txt");

    @Autowired
    GraphQlSource source;

    @Autowired
    ExecutionGraphQlService service;

    @Autowired
    Tenants tenants;

    private TenantId tenant;

    @BeforeEach
    void openAnAccount() {
        tenant = tenants.open(
                NewTenant.of("Walk", "walk-" + UUID.randomUUID().toString().substring(0, 8), "EUR", "UTC", "en"));
    }

    @Test
    void aFieldThatACallerMayNotHaveRefusesTheWholeOperation() {
        var rules = AccessRules.of(source.schema()).all();
        var ways = new Operations(source.schema()).toEveryField();
        assertThat(ways.stream().map(Operations.Way::target).collect(Collectors.toSet()))
                .as("every field is reached")
                .containsAll(rules.keySet());
        var wrong = new ArrayList<String>();
        for (var caller : callers(rules)) {
            for (var way : ways) {
                var admitted =
                        way.steps().stream().allMatch(step -> rule(rules, step).admits(caller));
                if (!admitted) {
                    var answer = ask(caller, way.document());
                    if (!isRefused(answer)) {
                        wrong.add("%s got %s: %s".formatted(caller.kind(), way.target(), answer.getErrors()));
                    }
                } else if (!way.isMutation() && isRefused(ask(caller, way.document()))) {
                    wrong.add("%s was refused %s".formatted(caller.kind(), way.target()));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void whatIsOpenToOutsidersIsWhatTheListSays() throws IOException {
        var rules = AccessRules.of(source.schema()).all();
        var open = new TreeSet<String>();
        rules.forEach((field, rule) -> {
            for (var kind : List.of(Caller.Kind.SHOPPER, Caller.Kind.ANONYMOUS)) {
                if (rule.to().contains(kind)) {
                    open.add(kind + " " + field);
                }
            }
        });
        if (Boolean.getBoolean("walk.write")) {
            Files.createDirectories(OPEN.getParent());
            Files.write(OPEN, open);
        }
        assertThat(open)
                .as("open to shoppers and to everybody; read each line before you run with -Dwalk.write=true")
                .containsExactlyElementsOf(Files.readAllLines(OPEN));
    }

    private static AccessRules.Rule rule(Map<String, AccessRules.Rule> rules, String field) {
        return Objects.requireNonNull(rules.get(field), () -> "rule of " + field);
    }

    private List<Caller> callers(Map<String, AccessRules.Rule> rules) {
        var scopes = rules.values().stream()
                .map(AccessRules.Rule::scope)
                .filter(scope -> scope != null)
                .collect(Collectors.toSet());
        var reading = scopes.stream().filter(scope -> scope.endsWith(":read")).collect(Collectors.toSet());
        return List.of(
                Caller.anonymous(tenant),
                Caller.shopper(tenant, UUID.randomUUID(), Set.of()),
                Caller.staff(tenant, UUID.randomUUID(), Set.of()),
                Caller.staff(tenant, UUID.randomUUID(), reading),
                Caller.staff(tenant, UUID.randomUUID(), scopes),
                Caller.integrator(tenant, UUID.randomUUID(), Set.of()),
                Caller.integrator(tenant, UUID.randomUUID(), scopes));
    }

    private ExecutionGraphQlResponse ask(Caller caller, String document) {
        var request = new DefaultExecutionGraphQlRequest(document, null, null, null, "walk", Locale.ENGLISH);
        var snapshots = io.micrometer.context.ContextSnapshotFactory.builder().build();
        return TenantContext.callAs(
                tenant,
                () -> caller.call(() -> {
                    var snapshot = snapshots.captureAll();
                    return Objects.requireNonNull(service.execute(request)
                            .contextWrite(snapshot::updateContext)
                            .block());
                }));
    }

    private static boolean isRefused(ExecutionGraphQlResponse answer) {
        var refusals = answer.getErrors().stream()
                .filter(error -> error.getExtensions().get("classification") instanceof String kind
                        && (kind.equals("FORBIDDEN") || kind.equals("UNAUTHORIZED"))
                        && error.getLocations().isEmpty())
                .count();
        assertThat(answer.getErrors().stream()
                        .filter(error -> String.valueOf(error.getMessage()).contains("Validation error")))
                .as("the walk asks valid questions")
                .isEmpty();
        return refusals > 0 && answer.getExecutionResult().getData() == null;
    }
}
