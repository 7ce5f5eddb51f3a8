package app.retour.rules.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import app.retour.api.Caller;
import app.retour.kernel.ErrorCode;
import app.retour.kernel.Ids;
import app.retour.kernel.Refusal;
import app.retour.kernel.TenantId;
import app.retour.rules.documents.ConditionReader;
import app.retour.rules.documents.DocumentPart;
import app.retour.rules.evaluation.RuleFixtures;
import app.retour.rules.policy.Outcome;
import app.retour.rules.policy.Rule;
import app.retour.rules.policy.RuleChange;
import app.retour.rules.policy.Truth;
import app.retour.rules.vocabulary.Vocabulary;
import app.retour.tenants.NewTenant;
import app.retour.tenants.Tenants;
import app.retour.tenants.tenancy.TenantContext;
import java.util.ArrayList;
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
class PolicyLifeTests {
    private static final List<Object> FIFTY = List.of(fact("order.value", "50.00"));

    @Autowired
    PolicyDrafts drafts;

    @Autowired
    Examples examples;

    @Autowired
    PublishApproval publishApproval;

    @Autowired
    Tenants tenants;

    private TenantId tenant = new TenantId(Ids.next());
    private final UUID anna = Ids.next();
    private final UUID ben = Ids.next();

    @BeforeEach
    void aShopApprovesWhatIsUnder100() {
        tenant = tenants.open(NewTenant.of("Life", "l-" + UUID.randomUUID(), "EUR", "Europe/Berlin", "en"));
        as(anna, () -> drafts.save(0, List.of(rule("low", "Low", "100.00"))));
        as(anna, () -> drafts.publish(drafts.analysed(1), "Under 100"));
    }

    @Test
    void nothingIsPublishedThatBreaksAnExample() {
        as(anna, () -> examples.save(null, 0, "Fifty is fine", FIFTY, Outcome.APPROVE));
        as(anna, () -> drafts.save(0, List.of(rule("low", "Low", "20.00"))));
        var broken = as(anna, () -> examples.all(PolicySource.DRAFT)).getFirst();
        assertThat(broken.holds()).isFalse();
        assertThat(broken.tried().trace().rules().getFirst().truth()).isEqualTo(Truth.FALSE);
        assertThat(as(anna, () -> examples.all(PolicySource.LIVE)).getFirst().holds())
                .isTrue();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> as(anna, () -> drafts.publish(drafts.analysed(1), "Too strict")))
                .withMessageContaining("“Fifty is fine” should be approved and would be sent to review")
                .satisfies(refused -> assertThat(refused.field()).containsExactly("examples"));
        assertThat(as(anna, drafts::live).number()).isEqualTo(1);
        as(anna, () -> drafts.save(1, List.of(rule("low", "Low", "60.00"))));
        assertThat(as(anna, () -> drafts.publish(drafts.analysed(2), "Fine")).number())
                .isEqualTo(2);
    }

    @Test
    void examplesAreReadLikeAnyFactsAndNeverOverwrittenUnseen() {
        assertRefused(
                () -> examples.save(null, 0, "Bad", List.of(fact("order.value", "much")), Outcome.APPROVE),
                ErrorCode.INVALID,
                "facts",
                "0",
                "values",
                "0");
        var kept = as(anna, () -> examples.save(null, 0, "One", FIFTY, Outcome.APPROVE));
        assertRefused(() -> examples.save(null, 0, "One", FIFTY, Outcome.APPROVE), ErrorCode.TAKEN, "name");
        as(anna, () -> examples.save(kept.id(), kept.version(), "Uno", FIFTY, Outcome.APPROVE));
        assertRefused(
                () -> examples.save(kept.id(), kept.version(), "Eins", FIFTY, Outcome.REVIEW),
                ErrorCode.STALE,
                "version");
        as(anna, () -> {
            examples.remove(kept.id());
            return kept;
        });
        assertThat(as(anna, () -> examples.all(PolicySource.LIVE))).isEmpty();
    }

    @Test
    void whatChangedIsToldRuleByRule() {
        as(anna, () -> drafts.save(0, List.of(rule("a", "A", "1"), rule("b", "B", "2"), rule("c", "C", "3"))));
        as(anna, () -> drafts.publish(drafts.analysed(1), "Three"));
        assertThat(as(anna, () -> drafts.changes(null, null))).isEmpty();
        var changed = new ArrayList<Object>(List.of(rule("c", "C", "3"), rule("a", "A", "5"), rule("d", "D", "4")));
        as(anna, () -> drafts.save(0, changed));
        assertThat(as(anna, () -> drafts.changes(null, null)).get(1).words()).startsWith("New: IF");
        assertThat(RuleChange.between(List.of(), List.of(switchedOff()))
                        .getFirst()
                        .words())
                .startsWith("New, switched off: ALWAYS");
        var changes = as(anna, () -> drafts.changes(null, null));
        assertThat(changes)
                .extracting(RuleChange::kind, RuleChange::ruleId)
                .containsExactly(
                        tuple(RuleChange.Kind.CHANGED, "a"),
                        tuple(RuleChange.Kind.ADDED, "d"),
                        tuple(RuleChange.Kind.REMOVED, "b"))
                .doesNotContain(tuple(RuleChange.Kind.CHANGED, "c"));
        assertThat(changes.getFirst().words())
                .isEqualTo("IF the order value is under €5 instead of IF the order value is under €1");
    }

    private static Rule switchedOff() {
        return RuleFixtures.switchedOff(RuleFixtures.rule("Off", RuleFixtures.all(), RuleFixtures.approve()));
    }

    @Test
    void anAmountBelowZeroAndAMistypedFactAreRefusedInPlainWords() {
        assertRefused(
                () -> drafts.save(0, List.of(rule("neg", "Negative", "-5"))),
                ErrorCode.INVALID,
                "rules",
                "0",
                "when",
                "all",
                "0",
                "test",
                "values",
                "0");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> new ConditionReader(RuleFixtures.EUR, Vocabulary.OF_THE_HOUSE)
                        .fact(DocumentPart.root("order.valu", "fact")))
                .withMessageContaining("“order.valu”");
    }

    @Test
    void onlyTheRuleThatWasMovedIsSaidToBeMoved() {
        as(anna, () -> drafts.save(0, List.of(rule("a", "A", "1"), rule("b", "B", "2"), rule("c", "C", "3"))));
        as(anna, () -> drafts.publish(drafts.analysed(1), "Three"));
        as(anna, () -> drafts.save(0, List.of(rule("c", "C", "3"), rule("a", "A", "1"), rule("b", "B", "2"))));
        assertThat(as(anna, () -> drafts.changes(null, null))).singleElement().satisfies(change -> {
            assertThat(change.kind()).isEqualTo(RuleChange.Kind.MOVED);
            assertThat(change.words()).isEqualTo("Moved from place 3 to 1");
        });
    }

    @Test
    void aDraftAndAVersionSayWhoseTheyAre() {
        as(anna, () -> drafts.save(0, List.of(rule("low", "Low", "50.00"))));
        assertThat(as(ben, drafts::current).orElseThrow().savedBy()).isEqualTo(anna.toString());
        as(ben, () -> drafts.save(1, List.of(rule("low", "Low", "51.00"))));
        assertThat(as(anna, drafts::current).orElseThrow().savedBy()).isEqualTo(ben.toString());
        as(anna, () -> drafts.publish(drafts.analysed(2), "Theirs"));
        assertThat(as(ben, drafts::live).publishedBy().id()).isEqualTo(anna.toString());
    }

    @Test
    void withFourEyesNobodyPublishesTheirOwnChange() {
        as(anna, () -> publishApproval.require(true));
        as(anna, () -> drafts.save(0, List.of(rule("low", "Low", "60.00"))));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> as(anna, () -> drafts.publish(drafts.analysed(1), "Mine")))
                .withMessageContaining("somebody else");
        assertThat(as(ben, () -> drafts.publish(drafts.analysed(1), "Looked at"))
                        .number())
                .isEqualTo(2);
    }

    private void assertRefused(Supplier<?> action, ErrorCode code, String... field) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> as(anna, action))
                .satisfies(refused -> {
                    assertThat(refused.code()).isEqualTo(code);
                    assertThat(refused.field()).containsExactly(field);
                });
    }

    private static Map<String, Object> fact(String key, String value) {
        return Map.of("fact", key, "values", List.of(value));
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
