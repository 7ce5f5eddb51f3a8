package app.retour.returns.refunds;

import static app.retour.returns.AMerchant.APPROVE_ALL;
import static app.retour.returns.AMerchant.CLERK;
import static app.retour.returns.AMerchant.SHOPPER;
import static app.retour.returns.AMerchant.as;
import static app.retour.returns.AMerchant.wants;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.retour.api.Caller;
import app.retour.kernel.ErrorCode;
import app.retour.kernel.Money;
import app.retour.kernel.Refusal;
import app.retour.kernel.TenantId;
import app.retour.returns.AMerchant;
import app.retour.returns.Returns;
import app.retour.returns.settings.ChangedSettings;
import app.retour.returns.settings.ReturnSettings;
import app.retour.returns.settings.ReturnSetup;
import app.retour.returns.view.Refund;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import retour.testkit.RetourTest;

@RetourTest
class AdjustingRefundsTests {
    @Autowired
    AMerchant merchant;

    @Autowired
    Returns returns;

    @Autowired
    Refunds refunds;

    @Autowired
    ReturnSetup setup;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void anAgentAdjustsUpToTheLimitOfTheirRoleInHoweverManySteps() {
        var tenant = merchant.opens();
        var agent = member(tenant, "AGENT");
        var due = as(tenant, () -> due("10.00"));
        as(agent, () -> {
            refused(due, "10.01");
            refused(due, "-10.01");
            assertThat(adjusted(due, "-6.00").amount()).isEqualTo(Money.of("54.00", "EUR"));
            refused(due, "-6.00");
            assertThat(adjusted(due, "-4.00").amount()).isEqualTo(Money.of("50.00", "EUR"));
            assertThat(adjusted(due, "10.00").amount()).isEqualTo(Money.of("60.00", "EUR"));
            return true;
        });
    }

    @Test
    void anOwnerAdjustsWithoutLimit() {
        var tenant = merchant.opens();
        var owner = member(tenant, "OWNER");
        var agent = member(tenant, "AGENT");
        var due = as(tenant, () -> due("10.00"));
        as(owner, () -> adjusted(due, "-40.00"));
        as(agent, () -> {
            refused(due, "-1.00");
            assertThat(adjusted(due, "5.00").amount()).isEqualTo(Money.of("25.00", "EUR"));
            return true;
        });
    }

    @Test
    void withoutALimitAgentsAdjustFreelyAndWithNoneNotAtAll() {
        var tenant = merchant.opens();
        var agent = member(tenant, "AGENT");
        var due = as(tenant, () -> due(null));
        as(agent, () -> adjusted(due, "-50.00"));
        as(tenant, () -> limit("0"));
        as(agent, () -> {
            refused(due, "0.01");
            return true;
        });
    }

    private Caller member(TenantId tenant, String role) {
        var person = UUID.randomUUID();
        // Written as tenants stores it: a person joins by a link in a mail, which is not what this is about.
        as(
                tenant,
                () -> new TransactionTemplate(transactions).execute(_ -> {
                    jdbc.sql(
                                    "insert into tenants.person (id, email, name, password_hash) values (?, ?, 'Kim Example', '')")
                            .params(person, person + "@example.com")
                            .update();
                    return jdbc.sql(
                                    "insert into tenants.membership (id, person_id, role, since) values (?, ?, ?, now())")
                            .params(UUID.randomUUID(), person, role)
                            .update();
                }));
        return Caller.staff(tenant, person, Set.of());
    }

    private void refused(Refund due, String by) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> adjusted(due, by))
                .returns(ErrorCode.FORBIDDEN, Refusal::code)
                .withMessageContaining("€");
    }

    private Refund adjusted(Refund due, String by) {
        var now = refunds.find(due.refundId()).orElseThrow();
        return refunds.adjust(now.refundId(), now.version(), new BigDecimal(by), "Agreed on the phone", CLERK);
    }

    private ReturnSettings limit(@Nullable String amount) {
        return setup.change(ChangedSettings.of(setup).limit(amount).told());
    }

    /** 60.00 of 90.00 that were paid. */
    private Refund due(@Nullable String limit) {
        limit(limit);
        merchant.publishes(Map.of(
                "name",
                "at once",
                "when",
                APPROVE_ALL.get("when"),
                "then",
                Map.of("decision", Map.of("outcome", "APPROVE"), "keepItem", true)));
        var made = returns.request(wants(merchant.sold(3, 10), 2, "too_small"), SHOPPER);
        return returns.find(made.returnId()).orElseThrow().refunds().getFirst();
    }
}
