package app.retour.rules.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import app.retour.api.Caller;
import app.retour.kernel.ErrorCode;
import app.retour.kernel.Ids;
import app.retour.kernel.Refusal;
import app.retour.kernel.TenantId;
import app.retour.rules.documents.PolicyWriter;
import app.retour.rules.policy.RuleChange;
import app.retour.rules.vocabulary.FactName;
import app.retour.tenants.NewTenant;
import app.retour.tenants.Tenants;
import app.retour.tenants.tenancy.TenantContext;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import retour.testkit.RetourTest;

@RetourTest
class PolicyFileTests {
    @Autowired
    PolicyDrafts drafts;

    @Autowired
    PolicyFiles files;

    @Autowired
    Tenants tenants;

    private TenantId tenant = new TenantId(Ids.next());
    private final UUID anna = Ids.next();

    @BeforeEach
    void aShopApprovesWhatIsUnder100() {
        tenant = tenants.open(NewTenant.of("Life", "l-" + UUID.randomUUID(), "EUR", "Europe/Berlin", "en"));
        as(anna, () -> drafts.save(0, List.of(rule("low", "Low", "100.00"))));
        as(anna, () -> drafts.publish(drafts.analysed(1), "Under 100"));
    }

    @Test
    void aFileReadBackIsTheSamePolicy() {
        var recipes = Recipes.in(Currency.getInstance("EUR")).stream()
                .map(Recipe::rule)
                .toList();
        as(anna, () -> drafts.save(0, PolicyWriter.write(recipes)));
        var file = as(anna, () -> files.write(null));
        as(anna, () -> files.read(1, file));
        assertThat(as(anna, drafts::current).orElseThrow().rules()).isEqualTo(recipes);
        assertThat(as(anna, () -> files.write(null)))
                .isEqualTo(file)
                .startsWith("{\n")
                .endsWith("}\n");
        assertThat(as(anna, () -> files.write(as(anna, drafts::live).id())))
                .contains("\"Low\"")
                .doesNotContain("VIP");
    }

    @Test
    void aFileThatIsNoPolicyIsRefusedWithThePlaceAndNothingIsHalfRead() {
        assertRefused(() -> files.read(0, "[}"), ErrorCode.INVALID, "content");
        assertRefused(() -> files.read(0, "[]"), ErrorCode.INVALID, "content");
        assertRefused(
                () -> files.read(0, "{\"format\": \"retour-policy/2\", \"currency\": \"EUR\", \"rules\": []}"),
                ErrorCode.INVALID,
                "content",
                "format");
        assertRefused(
                () -> files.read(0, "{\"format\": \"retour-policy/1\", \"currency\": \"USD\", \"rules\": []}"),
                ErrorCode.INVALID,
                "content",
                "currency");
        assertRefused(
                () -> files.read(
                        0, "{\"format\": \"retour-policy/1\", \"currency\": \"EUR\", \"rules\": [{\"name\": \"x\"}]}"),
                ErrorCode.REQUIRED,
                "rules",
                "0",
                "when");
        assertThat(as(anna, drafts::current)).isEmpty();
    }

    @Test
    void aMistakeInAFileIsToldWithItsLine() {
        var file = """
                {
                  "$schema": "./retour-policy.schema.json",
                  "format": "retour-policy/1",
                  "currency": "EUR",
                  "rules": [
                    {
                      "name": "Low",
                      "when": {"all": []},
                      "then": {
                        "fee": {"kind": "FLAT", "per": "ITEM", "amount": 4.5}
                      }
                    }
                  ]
                }
                """;
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> as(anna, () -> files.read(0, file)))
                .withMessageStartingWith("Line 10: Write a number with decimals between quotation marks");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> as(anna, () -> files.read(0, file.replace("EUR", "USD"))))
                .withMessageStartingWith("Line 4: The shop's currency is EUR");
        assertThat(as(anna, () -> files.read(0, file.replace("4.5}", "4}"))).rules())
                .hasSize(1);
    }

    @Test
    void whatAFileWouldChangeIsToldBeforeItBecomesTheDraft() {
        as(anna, () -> drafts.save(0, List.of(rule("low", "Low", "50.00"), rule("vip", "VIP", "20.00"))));
        var file = as(anna, () -> files.write(as(anna, drafts::live).id()));
        var preview = as(anna, () -> files.preview(file));
        assertThat(preview.ruleCount()).isEqualTo(1);
        assertThat(preview.changes())
                .extracting(RuleChange::kind, RuleChange::ruleId)
                .containsExactly(tuple(RuleChange.Kind.CHANGED, "low"), tuple(RuleChange.Kind.REMOVED, "vip"));
        assertThat(as(anna, drafts::current).orElseThrow().rules()).hasSize(2);
    }

    @Test
    void theSchemaOfAFileNamesEveryFactWithItsOperators() {
        var schema = String.valueOf(as(anna, files::schema));
        for (var fact : FactName.values()) {
            assertThat(schema).contains("const=" + fact.key());
        }
    }

    private void assertRefused(Supplier<?> action, ErrorCode code, String... field) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> as(anna, action))
                .satisfies(refused -> {
                    assertThat(refused.code()).isEqualTo(code);
                    assertThat(refused.field()).containsExactly(field);
                });
    }

    private static Map<String, Object> rule(String id, String name, String under) {
        return Map.of(
                "id",
                id,
                "name",
                name,
                "when",
                Map.of(
                        "all",
                        List.of(Map.of(
                                "test",
                                Map.of("fact", "order.value", "operator", "LESS_THAN", "values", List.of(under))))),
                "then",
                Map.of("decision", Map.of("outcome", "APPROVE")));
    }

    private <T> T as(UUID person, Supplier<T> action) {
        return TenantContext.callAs(
                tenant,
                () -> Caller.staff(tenant, person, Set.of("rules:write")).call(action::get));
    }
}
