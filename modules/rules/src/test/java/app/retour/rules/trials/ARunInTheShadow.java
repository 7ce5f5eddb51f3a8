package app.retour.rules.trials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.retour.api.Caller;
import app.retour.kernel.ErrorCode;
import app.retour.kernel.Ids;
import app.retour.kernel.Refusal;
import app.retour.kernel.TenantId;
import app.retour.rules.Policies;
import app.retour.rules.decisions.JudgeRequest;
import app.retour.rules.evaluation.ItemFacts;
import app.retour.rules.evaluation.ItemJudgement;
import app.retour.rules.evaluation.RuleFixtures;
import app.retour.rules.publishing.PolicyDrafts;
import app.retour.rules.vocabulary.FactName;
import app.retour.rules.vocabulary.Facts;
import app.retour.tenants.NewTenant;
import app.retour.tenants.Tenants;
import app.retour.tenants.tenancy.TenantContext;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import retour.testkit.RetourTest;
import retour.testkit.TestClock;

@RetourTest
@TestPropertySource(properties = "retour.jobs.enabled=false")
abstract class ARunInTheShadow {
    @Autowired
    ShadowRuns shadows;

    @Autowired
    ShadowRunJob look;

    @Autowired
    Policies policies;

    @Autowired
    PolicyDrafts drafts;

    @Autowired
    Tenants tenants;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    TenantId tenant = new TenantId(Ids.next());

    @BeforeEach
    void aShopApprovesWhatIsUnder100AndDrafts70() {
        tenant = tenants.open(NewTenant.of("Shadow", "s-" + UUID.randomUUID(), "EUR", "Europe/Berlin", "en"));
        as(() -> drafts.save(0, approvalUnder("100.00")));
        as(() -> drafts.publish(drafts.analysed(1), "Under 100"));
        as(() -> drafts.save(0, approvalUnder("70.00")));
    }

    void runLook(ShadowRun run, int turn) {
        as(() -> {
            look.run(new ShadowRunJob.Told(run.id().value(), turn, 5));
            return run;
        });
    }

    ShadowRun looked(ShadowRun run) {
        return as(() -> lookedHere(run));
    }

    ShadowRun lookedHere(ShadowRun run) {
        return inATransactionOfItsOwn(() -> {
            look.look(run.id(), 1_000);
            return shadows.find(run.id()).orElseThrow();
        });
    }

    long waitingLooks(ShadowRun run) {
        return jdbc.sql("select count(*) from scheduled_tasks where task_name = ? and task_instance like ?")
                .params(look.name(), run.id().value() + "%")
                .query(Long.class)
                .single();
    }

    long waiting() {
        return jdbc.sql("select count(*) from scheduled_tasks where convert_from(task_data, 'UTF8') like ?")
                .param("%" + tenant.value() + "%")
                .query(Long.class)
                .single();
    }

    long kept() {
        return as(() ->
                inATransactionOfItsOwn(() -> jdbc.sql("select count(*) from rules.shadow_judging where tenant_id = ?")
                        .param(tenant.value())
                        .query(Long.class)
                        .single()));
    }

    ItemJudgement judged(String value) {
        return as(() -> judgedHere(value));
    }

    ItemJudgement judgedHere(String value) {
        var facts = Facts.none().money(FactName.ORDER_VALUE, euros(value)).money(FactName.ITEM_VALUE, euros(value));
        var request = new JudgeRequest(
                "Return", Ids.next(), clock.instant(), null, List.of(new ItemFacts(Ids.next(), facts)));
        return policies.judge(request).items().getFirst();
    }

    void assertRefused(Supplier<?> action, ErrorCode code) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> as(action))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(code));
    }

    static app.retour.kernel.Money euros(String value) {
        return RuleFixtures.euros(value);
    }

    static List<Object> approvalUnder(String value) {
        var test = Map.of("fact", "order.value", "operator", "LESS_THAN", "values", List.of(value));
        return List.of(Map.of(
                "id",
                "under",
                "name",
                "Under",
                "when",
                Map.of("all", List.of(Map.of("test", test))),
                "then",
                Map.of("decision", Map.of("outcome", "APPROVE"))));
    }

    <T> T inATransactionOfItsOwn(Supplier<T> action) {
        var own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return java.util.Objects.requireNonNull(own.execute(_ -> action.get()));
    }

    <T> T as(Supplier<T> action) {
        return TenantContext.callAs(
                tenant,
                () -> Caller.staff(tenant, Ids.next(), Set.of("rules:write")).call(action::get));
    }
}
