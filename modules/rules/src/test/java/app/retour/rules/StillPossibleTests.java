package app.retour.rules;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.api.Caller;
import app.retour.kernel.Ids;
import app.retour.kernel.TenantId;
import app.retour.rules.decisions.JudgeRequest;
import app.retour.rules.evaluation.DecisionId;
import app.retour.rules.evaluation.ItemFacts;
import app.retour.rules.policy.Resolution;
import app.retour.rules.publishing.PolicyDrafts;
import app.retour.rules.vocabulary.FactName;
import app.retour.rules.vocabulary.Facts;
import app.retour.tenants.NewTenant;
import app.retour.tenants.Tenants;
import app.retour.tenants.tenancy.TenantContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import retour.testkit.RetourTest;
import retour.testkit.TestClock;

/** What could still be had where the rules refused what was asked for. */
@RetourTest
class StillPossibleTests {
    private static final LocalDate DELIVERED = LocalDate.of(2026, 4, 1);
    /** Day 40 since delivery. */
    private static final LocalDate ASKED = LocalDate.of(2026, 5, 11);

    private static final Set<Resolution> ALL = Set.of(Resolution.values());

    @Autowired
    StillPossible stillPossible;

    @Autowired
    Policies policies;

    @Autowired
    PolicyDrafts drafts;

    @Autowired
    Tenants tenants;

    @Autowired
    TestClock clock;

    private TenantId tenant = new TenantId(Ids.next());

    @BeforeEach
    void aShopRefundsForThirtyDaysAndGivesCreditForSixty() {
        tenant = tenants.open(NewTenant.of("Instead", "i-" + UUID.randomUUID(), "EUR", "Europe/Berlin", "en"));
        publish(
                rule("refund", "REFUND", 30, "APPROVE"),
                rule("credit", "STORE_CREDIT", 60, "APPROVE"),
                rule("swap", "EXCHANGE", 60, "REVIEW"),
                rule("late", null, 0, "REJECT"));
    }

    @Test
    void tellsTheOtherResolutionThatWouldBeApprovedAndItsLastDay() {
        assertThat(instead(judged(Resolution.REFUND), ASKED))
                .containsExactly(new StillPossible.Possible(Resolution.STORE_CREDIT, DELIVERED.plusDays(60)));
    }

    @Test
    void theLastDayStandsWheneverTheyLookAndAfterItNothingIsPossible() {
        var decision = judged(Resolution.REFUND);
        var last = DELIVERED.plusDays(60);
        assertThat(instead(decision, ASKED.plusDays(9)))
                .containsExactly(new StillPossible.Possible(Resolution.STORE_CREDIT, last));
        assertThat(instead(decision, last)).hasSize(1);
        assertThat(instead(decision, last.plusDays(1))).isEmpty();
    }

    @Test
    void whatTheRulesDidNotRefuseHasNoInstead() {
        assertThat(instead(judged(Resolution.STORE_CREDIT), ASKED)).isEmpty();
        assertThat(instead(judged(Resolution.EXCHANGE), ASKED))
                .as("a person looks")
                .isEmpty();
    }

    @Test
    void aResolutionThatIsNotAmongTheAllowedCountsAsRefused() {
        publish(Map.of(
                "name",
                "swaps only",
                "when",
                Map.of("all", List.of()),
                "then",
                Map.of("decision", Map.of("outcome", "APPROVE"), "resolutions", List.of("EXCHANGE"))));
        assertThat(instead(judged(Resolution.REFUND), ASKED))
                .as("no day ends it")
                .containsExactly(new StillPossible.Possible(Resolution.EXCHANGE, null));
    }

    @Test
    void whatTheRulesOfTodayWouldNotApproveIsNotPromised() {
        var decision = judged(Resolution.REFUND);
        publish(rule("late", null, 0, "REJECT"));
        assertThat(instead(decision, ASKED)).isEmpty();
    }

    private List<StillPossible.Possible> instead(DecisionId decision, LocalDate today) {
        return as(() -> stillPossible.instead(decision, ALL, today, null));
    }

    private DecisionId judged(Resolution resolution) {
        var facts = Facts.none()
                .choice(FactName.ITEM_REQUESTED_RESOLUTION, resolution)
                .number(FactName.ITEM_DAYS_SINCE_DELIVERY, 40)
                .date(FactName.ORDER_DELIVERY_DATE, DELIVERED)
                .date(FactName.RETURN_DATE, ASKED);
        var request = new JudgeRequest(
                "Return", Ids.next(), clock.instant(), null, List.of(new ItemFacts(Ids.next(), facts)));
        return Objects.requireNonNull(
                as(() -> policies.judge(request)).items().getFirst().decision());
    }

    @SafeVarargs
    private void publish(Map<String, Object>... rules) {
        as(() -> {
            var draft = drafts.save(0, List.of((Object[]) rules));
            return drafts.publish(drafts.analysed(draft.version()), "for a test");
        });
    }

    private static Map<String, Object> rule(String name, @Nullable String resolution, int days, String outcome) {
        List<Object> when = resolution == null
                ? List.of()
                : List.of(
                        test("item.requestedResolution", "EQUALS", resolution),
                        test("item.daysSinceDelivery", "WITHIN_DAYS", String.valueOf(days)));
        var decision = outcome.equals("REJECT")
                ? Map.of("outcome", outcome, "shopperReason", "It is too late for that.")
                : Map.of("outcome", outcome);
        return Map.of("name", name, "when", Map.of("all", when), "then", Map.of("decision", decision));
    }

    private static Map<String, Object> test(String fact, String operator, String value) {
        return Map.of("test", Map.of("fact", fact, "operator", operator, "values", List.of(value)));
    }

    private <T> T as(Supplier<T> action) {
        return TenantContext.callAs(
                tenant,
                () -> Caller.staff(tenant, Ids.next(), Set.of("rules:write")).call(action::get));
    }
}
