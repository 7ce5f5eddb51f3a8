package app.retour.rules.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Ids;
import app.retour.kernel.Refusal;
import app.retour.kernel.TenantId;
import app.retour.rules.Policies;
import app.retour.rules.documents.PolicyWriter;
import app.retour.rules.evaluation.RuleFixtures;
import app.retour.tenants.NewTenant;
import app.retour.tenants.Tenants;
import app.retour.tenants.tenancy.TenantContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import retour.testkit.RetourTest;

@RetourTest
class ChangingAPolicyTests {
    @Autowired
    Policies policies;

    @Autowired
    PolicyDrafts drafts;

    @Autowired
    Tenants tenants;

    private TenantId tenant = new TenantId(Ids.next());

    @BeforeEach
    void aMerchantOpensAnAccount() {
        var slug = "rules-" + UUID.randomUUID().toString().substring(0, 13);
        tenant = tenants.open(NewTenant.of("Rules", slug, "EUR", "Europe/Berlin", "en"));
    }

    @Test
    void whoeverSavesOverAnothersDraftIsTold() {
        as(() -> drafts.save(0, List.of(wrongSizeRule())));
        stale(() -> drafts.save(0, List.of()));
        as(() -> drafts.save(1, List.of()));
        stale(() -> drafts.save(1, List.of(wrongSizeRule())));
        stale(() -> drafts.publish(drafts.analysed(1), "What I looked at"));
        assertThat(as(drafts::current).orElseThrow().rules()).isEmpty();
    }

    @Test
    void ofManyWhoPublishTheSameDraftOneDoesAndTheOthersAreTold() throws Exception {
        as(() -> drafts.save(0, List.of(wrongSizeRule())));
        var codes = new ArrayList<String>();
        try (var pool = Executors.newFixedThreadPool(4)) {
            List<Callable<String>> asked = IntStream.range(0, 4)
                    .<Callable<String>>mapToObj(_ -> () -> {
                        try {
                            return "number "
                                    + as(() -> drafts.publish(drafts.analysed(1), "Mine"))
                                            .number();
                        } catch (Refusal refusal) {
                            return refusal.code().name();
                        }
                    })
                    .toList();
            for (var answer : pool.invokeAll(asked)) {
                codes.add(answer.get());
            }
        }
        assertThat(codes).containsOnlyOnce("number 1").hasSize(4);
        assertThat(codes.stream().filter(code -> !code.startsWith("number"))).isSubsetOf("STALE", "WRONG_STATE");
        assertThat(as(drafts::live).number()).isOne();
    }

    @Test
    void anOlderVersionComesBackThroughTheDraft() {
        publish(List.of(wrongSizeRule()));
        var good = as(policies::liveVersion);
        publish(List.of());
        var draft = as(() -> drafts.revert(good, 0));
        as(() -> drafts.publish(drafts.analysed(draft.version()), "Back to what worked"));
        assertThat(as(drafts::live).number()).isEqualTo(3);
        assertThat(as(drafts::live).rules()).hasSize(1);
    }

    @Test
    void nothingIsPublishedWithoutADraftOrANote() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> as(() -> drafts.publish(drafts.analysed(1), "Nothing")))
                .matches(refusal -> refusal.code() == ErrorCode.WRONG_STATE);
        as(() -> drafts.save(0, List.of()));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> as(() -> drafts.publish(drafts.analysed(1), "  ")))
                .matches(refusal -> refusal.field().equals(List.of("note")));
    }

    private void publish(List<Object> rules) {
        as(() -> drafts.publish(drafts.analysed(drafts.save(0, rules).version()), "For a test"));
    }

    private void stale(Supplier<?> change) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> as(change))
                .matches(refusal -> refusal.code() == ErrorCode.STALE);
    }

    private <T> T as(Supplier<T> action) {
        return TenantContext.callAs(tenant, action);
    }

    private static Map<String, Object> wrongSizeRule() {
        var rule = RuleFixtures.wrongSizeUnder100Within30Days();
        return Map.of(
                "name",
                rule.name(),
                "when",
                PolicyWriter.write(rule.when()),
                "then",
                PolicyWriter.effects(rule.then()));
    }
}
