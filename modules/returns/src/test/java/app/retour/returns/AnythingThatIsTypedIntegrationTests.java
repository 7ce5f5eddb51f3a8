package app.retour.returns;

import static app.retour.returns.AMerchant.APPROVE_ALL;
import static app.retour.returns.AMerchant.CLERK;
import static app.retour.returns.AMerchant.SHE;
import static app.retour.returns.AMerchant.as;
import static app.retour.returns.AMerchant.wants;
import static org.assertj.core.api.Assertions.assertThat;

import app.retour.api.Caller;
import app.retour.api.GlobalId;
import app.retour.kernel.TenantId;
import app.retour.tenants.TenantContext;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.graphql.client.GraphQlClient;
import org.springframework.graphql.execution.GraphQlSource;
import retour.testkit.RetourTest;

/** Whatever is well typed gets an answer or an error that names it; every mutation of this module, with extreme values. */
@RetourTest
class AnythingThatIsTypedIntegrationTests {
    private static final int TIMES = Integer.getInteger("retour.inputs", 25);
    private static final Set<String> SCOPES = Set.of(
            "returns:read",
            "returns:write",
            "returns:decide",
            "refunds:write",
            "receive:write",
            "orders:read",
            "orders:write",
            "tenant:read",
            "tenant:write",
            "rules:read",
            "rules:write");

    @Autowired
    AMerchant merchant;

    @Autowired
    Returns returns;

    @Autowired
    Receiving receiving;

    @Autowired
    GraphQlClient inProcessGraphQl;

    @Autowired
    GraphQlSource source;

    private final Map<String, List<String>> ids = new HashMap<>();
    private Random random = new Random(0);

    @Test
    void noInputOfTheRightTypesIsAnInternalError() throws IOException {
        var seed = Long.getLong("retour.seed", 20_261_129L);
        System.out.printf("Inputs from seed %d%n", seed);
        random = new Random(seed);
        var tenant = merchant.opens();
        as(tenant, () -> {
            merchant.publishes(APPROVE_ALL);
            return true;
        });
        var broken = new ArrayList<String>();
        for (var mutation : mutations()) {
            for (var i = 0; i < TIMES; i++) {
                if (i % 5 == 0) {
                    as(tenant, this::somethingToDo);
                }
                var input = object((GraphQLInputObjectType)
                        unwrapped(mutation.getArgument("input").getType()));
                var answer = inTheTeam(tenant, mutation, input);
                if (answer.contains("INTERNAL") || answer.contains("FORBIDDEN")) {
                    broken.add("%s(%s): %s".formatted(mutation.getName(), input, answer));
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    private String inTheTeam(TenantId tenant, GraphQLFieldDefinition mutation, Map<String, Object> input) {
        var type = ((GraphQLNamedType) unwrapped(mutation.getArgument("input").getType())).getName();
        var document = "mutation($input: %s!) { %s(input: $input) { userErrors { field code message } } }"
                .formatted(type, mutation.getName());
        return TenantContext.callAs(
                tenant,
                () -> Caller.staff(tenant, UUID.randomUUID(), SCOPES)
                        .call(() -> inProcessGraphQl
                                .document(document)
                                .variables(Map.of("input", input))
                                .executeSync()
                                .getErrors()
                                .toString()));
    }

    /** Those that this module's own pieces of the schema add. */
    private List<GraphQLFieldDefinition> mutations() throws IOException {
        var names = new ArrayList<String>();
        for (var piece :
                new PathMatchingResourcePatternResolver().getResources("classpath*:graphql/returns/*.graphqls")) {
            var text = piece.getContentAsString(StandardCharsets.UTF_8);
            var block = Pattern.compile("extend type Mutation \\{(.*?)\\n}", Pattern.DOTALL)
                    .matcher(text);
            while (block.find()) {
                var field = Pattern.compile("^  (\\w+)\\(", Pattern.MULTILINE).matcher(block.group(1));
                while (field.find()) {
                    names.add(field.group(1));
                }
            }
        }
        assertThat(names).as("mutations were found").hasSizeGreaterThan(20);
        return names.stream()
                .map(name -> source.schema().getMutationType().getField(name))
                .toList();
    }

    private boolean somethingToDo() {
        var order = merchant.sold(3, 5);
        var made = returns.request(wants(order, 2, "too_small"), SHE);
        var receipt = receiving.open(made.rmaNumber(), false, CLERK);
        know("Order", order.id().value());
        know("OrderLine", order.lines().getFirst().id().value());
        know("Return", made.returnId().value());
        know("ReturnItem", made.items().getFirst().itemId().value());
        know("Receipt", receipt.receiptId().value());
        know("ReceiptLine", receipt.lines().getFirst().lineId());
        if (random.nextBoolean()) {
            receiving.count(
                    receipt.receiptId(),
                    List.of(new Receiving.Count(made.items().getFirst().itemId(), 2)));
            receiving.close(
                    receipt.receiptId(),
                    true,
                    List.of(new Receiving.Grading(
                            receipt.lines().getFirst().lineId(), 2, 0, Grade.AS_NEW, Disposition.RESTOCKED, null)),
                    CLERK);
            returns.find(made.returnId())
                    .orElseThrow()
                    .refunds()
                    .forEach(refund -> know("Refund", refund.refundId().value()));
        }
        return true;
    }

    private void know(String type, UUID id) {
        ids.computeIfAbsent(type, _ -> new ArrayList<>()).add(GlobalId.of(type, id));
    }

    private Map<String, Object> object(GraphQLInputObjectType type) {
        var given = new HashMap<String, Object>();
        for (var field : type.getFieldDefinitions()) {
            if (field.getType() instanceof GraphQLNonNull || random.nextInt(3) > 0) {
                given.put(field.getName(), value(field.getName(), field.getType()));
            }
        }
        if (type.isOneOf()) {
            var one = given.keySet().stream()
                    .findFirst()
                    .orElse(type.getFieldDefinitions().getFirst().getName());
            given.keySet().removeIf(name -> !name.equals(one));
        }
        return given;
    }

    private Object value(String name, GraphQLInputType type) {
        if (type instanceof GraphQLNonNull required) {
            return value(name, (GraphQLInputType) required.getWrappedType());
        }
        if (type instanceof GraphQLList list) {
            var items = new ArrayList<>();
            for (var i = random.nextInt(4); i > 0; i--) {
                items.add(value(name, (GraphQLInputType) list.getWrappedType()));
            }
            if (!items.isEmpty() && random.nextInt(4) == 0) {
                items.add(items.getFirst());
            }
            return items;
        }
        if (type instanceof GraphQLInputObjectType object) {
            return object(object);
        }
        if (type instanceof GraphQLEnumType choice) {
            return any(choice.getValues().stream()
                    .map(GraphQLEnumValueDefinition::getName)
                    .toList());
        }
        return switch (((GraphQLNamedType) type).getName()) {
            case "Int" -> any(List.of(0, 0, 1, 1, 2, -1, 3, Integer.MAX_VALUE, Integer.MIN_VALUE));
            case "Boolean" -> random.nextBoolean();
            case "Decimal" ->
                any(List.of(
                        "0",
                        "1",
                        "-1",
                        "0.01",
                        "30.00",
                        "0.005",
                        "-0.00001",
                        "1000000000000000000000000000000",
                        "-1000000000000000000000000000000"));
            case "Float" -> any(List.of(0.0, -1.5, 1e300));
            case "Date" -> any(List.of("2026-11-01", "0001-01-01", "9999-12-31"));
            case "DateTime" -> any(List.of("2026-11-01T00:00:00Z", "9999-12-31T23:59:59Z"));
            case "ID" -> id(name);
            default ->
                any(List.of(
                        "",
                        " ",
                        "a",
                        "too_small",
                        "en",
                        "R-1001",
                        "R-999999999999999",
                        "🧵 Größe",
                        "x".repeat(5_000),
                        "%s'\"\\"));
        };
    }

    private String id(String name) {
        var kinds = new ArrayList<>(ids.keySet());
        var fitting = kinds.stream()
                .filter(kind -> name.toLowerCase(Locale.ROOT)
                        .contains(kind.replace("Return", "").toLowerCase(Locale.ROOT)))
                .toList();
        return switch (random.nextInt(8)) {
            case 0 -> "nonsense";
            case 1 -> GlobalId.of(any(kinds), UUID.randomUUID());
            case 2 -> any(known(any(kinds)));
            default -> any(known(any(fitting.isEmpty() ? kinds : fitting)));
        };
    }

    private List<String> known(String kind) {
        return ids.getOrDefault(kind, List.of("none"));
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static GraphQLType unwrapped(GraphQLType type) {
        return type instanceof GraphQLNonNull required ? unwrapped(required.getWrappedType()) : type;
    }
}
