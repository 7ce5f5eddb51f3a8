package app.retour.orders;

import static app.retour.orders.OrderFixtures.aTenant;
import static org.assertj.core.api.Assertions.assertThat;

import app.retour.api.Caller;
import app.retour.kernel.Ids;
import app.retour.kernel.TenantId;
import app.retour.tenants.Tenants;
import app.retour.tenants.clients.Scopes;
import app.retour.tenants.tenancy.TenantContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.client.GraphQlClient;
import org.springframework.test.context.TestPropertySource;
import retour.testkit.RetourTest;

@RetourTest
@TestPropertySource(properties = "retour.jobs.enabled=false")
abstract class AbsurdInputs {
    static final List<Object> DECIMALS = List.of(
            "-1",
            "-50.00",
            "0",
            "0.00",
            "0.005",
            "8.2645",
            "0." + "0".repeat(35) + "1",
            "999999999999.99",
            "1000000000000",
            "1" + "0".repeat(30),
            "9".repeat(40),
            "-" + "9".repeat(39));

    static final List<Object> WHOLES = List.of(-1, 0, Integer.MAX_VALUE, Integer.MIN_VALUE);

    static final List<Object> TIMES = List.of(
            "0001-01-01T00:00:00Z",
            "9999-12-31T23:59:59Z",
            "1970-01-01T00:00:00Z",
            "+999999999-12-31T23:59:59Z",
            "-999999999-01-01T00:00:00Z",
            "2199-12-31T23:59:59+18:00");

    static final List<Object> DAYS = List.of("0001-01-01", "9999-12-31", "+999999999-12-31", "-999999999-01-01");

    static final List<Object> TEXTS = List.of(
            "",
            " ",
            "x".repeat(20_000),
            "nul\0nul",
            "\uD800",
            "\u202E\u0007",
            "1e30",
            "NaN",
            "-",
            "' or 1=1 --",
            "%_\\",
            "5.93214E+12");

    @Autowired
    GraphQlClient api;

    @Autowired
    Tenants tenants;

    TenantId tenant = new TenantId(Ids.next());

    @BeforeEach
    void openShop() {
        tenant = aTenant(tenants);
    }

    static Map<String, Object> object(Object... pairs) {
        var object = new LinkedHashMap<String, Object>();
        for (var i = 0; i < pairs.length; i += 2) {
            object.put(pairs[i].toString(), pairs[i + 1]);
        }
        return object;
    }

    static Map<String, Object> address() {
        return object(
                "name",
                "Ada",
                "company",
                "A",
                "line1",
                "B",
                "line2",
                "C",
                "city",
                "D",
                "postcode",
                "10115",
                "province",
                "E",
                "country",
                "DE",
                "phone",
                "030 123456");
    }

    void walk(String mutation, String type, Map<String, Object> input) {
        var document = "mutation($input: %s!) { %s(input: $input) { userErrors { field code message } } }"
                .formatted(type, mutation);
        var wrong = new ArrayList<String>();
        for (var place : leaves(input, "")) {
            for (var absurd : absurdities(place.value)) {
                var value = with(input, place.path, absurd, "");
                judge(document, Map.of("input", value), mutation + place.path + " = " + shortened(absurd), wrong);
            }
        }
        assertThat(wrong).isEmpty();
    }

    void judge(String document, Map<String, Object> variables, String what, List<String> wrong) {
        var staff = Caller.staff(tenant, new UUID(1, 1), Scopes.ALL);
        var asked = document.contains("startShopperSession") ? Caller.anonymous(tenant) : staff;
        var answer = TenantContext.callAs(
                tenant,
                () -> asked.call(
                        () -> api.document(document).variables(variables).executeSync()));
        answer.getErrors().stream()
                .filter(error -> !String.valueOf(error.getErrorType()).matches("BAD_REQUEST|NOT_FOUND|ValidationError"))
                .forEach(error -> wrong.add(what + ": " + error));
    }

    private record Leaf(String path, Object value) {}

    static List<Leaf> leaves(Object value, String path) {
        var found = new ArrayList<Leaf>();
        if (value instanceof Map<?, ?> fields) {
            fields.forEach((name, field) -> found.addAll(leaves(field, path + "." + name)));
        } else if (value instanceof List<?> items) {
            for (var i = 0; i < items.size(); i++) {
                found.addAll(leaves(items.get(i), path + "." + i));
            }
        } else if (!(value instanceof Boolean)) {
            found.add(new Leaf(path, value));
        }
        return found;
    }

    static List<Object> absurdities(Object value) {
        if (value instanceof Integer) {
            return WHOLES;
        }
        var text = value.toString();
        if (text.matches("\\d{4}-\\d\\d-\\d\\dT.*")) {
            return TIMES;
        }
        return text.matches("\\d{4}-\\d\\d-\\d\\d")
                ? DAYS
                : text.matches("\\d+(\\.\\d+)?") && !text.equals("333") ? both() : TEXTS;
    }

    /** A text that looks like a number may be either; what its type does not allow is refused by the type. */
    static List<Object> both() {
        var both = new ArrayList<>(DECIMALS);
        both.addAll(TEXTS);
        return both;
    }

    static Object with(Object value, String path, Object absurd, String here) {
        if (here.equals(path)) {
            return absurd;
        }
        if (value instanceof Map<?, ?> fields) {
            var copy = new LinkedHashMap<String, Object>();
            fields.forEach((name, field) -> copy.put(name.toString(), with(field, path, absurd, here + "." + name)));
            return copy;
        }
        if (value instanceof List<?> items) {
            var copy = new ArrayList<>();
            for (var i = 0; i < items.size(); i++) {
                copy.add(with(items.get(i), path, absurd, here + "." + i));
            }
            return copy;
        }
        return value;
    }

    static String shortened(Object value) {
        var text = value.toString().replace("\0", "<NUL>");
        return text.length() < 40 ? text : text.substring(0, 40) + "…";
    }
}
