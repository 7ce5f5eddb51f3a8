package app.retour.walks;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.api.AccessRules;
import app.retour.api.Caller;
import app.retour.app.security.Browser;
import app.retour.app.security.StartedApplication;
import app.retour.files.Files;
import app.retour.tenants.Tenants;
import app.retour.tenants.clients.Scopes;
import app.retour.tenants.shoppers.ShopperSessions;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.graphql.execution.GraphQlSource;

/**
 * Gives every field of the API, wherever it takes an id, the id of somebody else: of another merchant to staff and
 * programs, of another order and of another shopper to a shopper. Nothing of the stranger may come back, nothing of theirs
 * may change, and a mutation is refused.
 */
@StartedApplication
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForeignIdWalkTests {
    @LocalServerPort
    int port;

    @Autowired
    GraphQlSource source;

    @Autowired
    Tenants tenants;

    @Autowired
    Files files;

    @Autowired
    ShopperSessions sessions;

    private GraphQLSchema schema;
    private Map<String, AccessRules.Rule> rules;
    private Strangers strangers;

    @BeforeAll
    void twoMerchantsAndThreeOrders() {
        schema = source.schema();
        rules = AccessRules.of(schema).all();
        strangers = Strangers.of(port, tenants, files);
    }

    @Test
    void everythingThatHasAnIdIsInTheStrangersWorld() {
        assertThat(strangers.other().scene.ids().keySet())
                .as("make one of these in World or ReturnStory when the schema gets a new type of node")
                .containsAll(nodeTypes());
        assertThat(Question.all(schema).stream()
                        .flatMap(question -> question.idPositions().stream()
                                .filter(position -> Ids.typeAt(question.name(), position) == null)
                                .map(position -> question.path() + ": " + position)))
                .as("say in Ids which type's id stands here")
                .isEmpty();
    }

    @Test
    void staffReachNothingOfAnotherMerchant() throws SQLException {
        var staff = Caller.staff(strangers.own().tenant, UUID.randomUUID(), Scopes.ALL);
        walk(
                new Walker(staff, strangers.own().staff()::graphql, strangers.ownThings()),
                strangers.other().scene,
                Fingerprint.of(strangers.other()));
    }

    @Test
    void programsReachNothingOfAnotherMerchant() throws SQLException {
        var scopes = Scopes.ALL.stream().filter(Scopes::grantableToClients).collect(Collectors.toSet());
        var program = Caller.integrator(strangers.own().tenant, UUID.randomUUID(), scopes);
        walk(
                new Walker(program, strangers.own().program()::graphql, strangers.ownThings()),
                strangers.other().scene,
                Fingerprint.of(strangers.other()));
    }

    @Test
    void aShopperReachesNothingOfAnotherMerchant() throws SQLException {
        walk(shopper(), strangers.other().scene, Fingerprint.of(strangers.other()));
    }

    @Test
    void aShopperReachesNothingOfAnotherOrderNotEvenTheirOwn() throws SQLException {
        var stranger = strangers.alsoTheirs().scene.without("Shopper");
        walk(shopper(), stranger, Fingerprint.of(stranger));
    }

    @Test
    void aShopperReachesNothingOfAnotherShopper() throws SQLException {
        walk(shopper(), strangers.neighbours().scene, Fingerprint.of(strangers.neighbours().scene));
    }

    private interface Api {
        Browser.Answer ask(String document, Map<String, ?> variables);
    }

    private record Walker(Caller caller, Api api, Scene things) {}

    private Walker shopper() {
        var caller =
                Caller.shopper(strangers.own().tenant, strangers.open().orderId(), Set.of(ShopperSessions.BY_EMAIL));
        var token = sessions.issue(strangers.own().tenant, strangers.open().orderId(), true);
        return new Walker(caller, new World.Bearer(port, token)::graphql, strangers.ownThings());
    }

    private void walk(Walker walker, Scene stranger, Fingerprint fingerprint) {
        var before = fingerprint.take();
        var wrong = new ArrayList<String>();
        var refusals = new TreeMap<String, String>();
        for (var question : Question.all(schema)) {
            var rule = rules.get(question.path());
            if (rule == null || !rule.admits(walker.caller)) {
                continue;
            }
            for (var trial : Trial.of(question, stranger)) {
                var answer = walker.api.ask(
                        question.document(rules, walker.caller, trial.onlyType(admitted(walker.caller))),
                        question.variables(trial.values(walker.things, stranger, this::version)));
                wrong.addAll(trial.judge(answer, stranger));
                trial.refusal(answer).ifPresent(refusal -> refusals.put(trial.toString(), refusal));
            }
            // Of each question, not of each id it takes: the whole database is read for it.
            var after = fingerprint.take();
            if (!after.equals(before)) {
                wrong.add(question.path() + " changed " + difference(before, after));
                before = after;
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(refusals.entrySet().stream()
                        .filter(entry -> !entry.getValue().equals("NOT_FOUND"))
                        .map(Object::toString))
                .as("refused for another reason than the id: the walk did not get as far as it should")
                .containsExactlyInAnyOrderElementsOf(Trial.OTHERWISE.stream()
                        .filter(known -> refusals.containsKey(known.substring(0, known.lastIndexOf('='))))
                        .toList());
    }

    private Set<String> admitted(Caller caller) {
        return nodeTypes().stream()
                .filter(type -> {
                    var rule = rules.get(type + ".id");
                    return rule != null && rule.admits(caller);
                })
                .collect(Collectors.toSet());
    }

    private int version(String question) {
        return switch (question) {
            case "updateTenant" ->
                strangers
                        .own()
                        .ask("{ tenant { version } }", Map.of())
                        .at("/tenant/version")
                        .asInt();
            case "approveItems", "rejectItems", "askForEvidence", "releaseApproved", "closeReturn" ->
                strangers.open().state().path("version").asInt();
            default -> 0;
        };
    }

    private Set<String> nodeTypes() {
        return schema.getImplementations((graphql.schema.GraphQLInterfaceType) schema.getType("Node")).stream()
                .map(GraphQLObjectType::getName)
                .collect(Collectors.toSet());
    }

    private static Map<String, List<String>> difference(Map<String, String> before, Map<String, String> after) {
        var changed = new LinkedHashMap<String, List<String>>();
        after.forEach((table, sum) -> {
            if (!sum.equals(before.get(table))) {
                changed.put(table, List.of(String.valueOf(before.get(table)), sum));
            }
        });
        return changed;
    }
}
