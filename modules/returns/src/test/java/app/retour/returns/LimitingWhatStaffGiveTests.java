package app.retour.returns;

import static app.retour.returns.AMerchant.CLERK;
import static app.retour.returns.AMerchant.SHOPPER;
import static app.retour.returns.AMerchant.as;
import static app.retour.returns.AMerchant.wants;
import static app.retour.returns.refunds.ReimbursementKind.GOODWILL;
import static app.retour.returns.refunds.ReimbursementKind.SHIPPING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.retour.api.Caller;
import app.retour.kernel.ErrorCode;
import app.retour.kernel.Money;
import app.retour.kernel.Refusal;
import app.retour.kernel.TenantId;
import app.retour.orders.amounts.Payment;
import app.retour.returns.events.ReturnId;
import app.retour.returns.refunds.Refunds;
import app.retour.returns.refunds.ReimbursementKind;
import app.retour.returns.refunds.StaffReimbursements;
import app.retour.returns.settings.ChangedSettings;
import app.retour.returns.settings.ReturnSetup;
import app.retour.returns.view.Refund;
import java.math.BigDecimal;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import retour.testkit.RetourTest;

@RetourTest
class LimitingWhatStaffGiveTests {
    @Autowired
    AMerchant merchant;

    @Autowired
    Returns returns;

    @Autowired
    Refunds refunds;

    @Autowired
    StaffReimbursements reimbursements;

    @Autowired
    ReturnSetup setup;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void anAgentGivesUpToTheirLimitOnAReturnInHoweverManyStepsAndAdjustsNoFurther() {
        var tenant = merchant.opens();
        var about = as(tenant, () -> {
            limit("10.00");
            return returned();
        });
        as(member(tenant, "AGENT"), () -> {
            give(about, GOODWILL, "6.00");
            assertThat(reimbursements.reimbursable(about).limit()).isEqualTo(eur("4.00"));
            refused(about, "4.01");
            var last = give(about, SHIPPING, "4.00");
            assertThatExceptionOfType(Refusal.class)
                    .as("not by adjusting it either")
                    .isThrownBy(() ->
                            refunds.adjust(last.refundId(), last.version(), new BigDecimal("1.00"), "More", CLERK))
                    .returns(ErrorCode.FORBIDDEN, Refusal::code);
            assertThat(reimbursements.reimbursable(about).refusedBecause()).contains("ask an owner");
            return true;
        });
        as(member(tenant, "OWNER"), () -> {
            assertThat(reimbursements.reimbursable(about).limit()).isNull();
            return give(about, GOODWILL, "25.00");
        });
    }

    private ReturnId returned() {
        var order = merchant.soldWithShipping(2, 10, "20.00", Payment.PAID);
        return returns.request(wants(order, 1, "too_small"), SHOPPER).returnId();
    }

    private Refund give(ReturnId about, ReimbursementKind kind, String amount) {
        return reimbursements.give(about, kind, new BigDecimal(amount), "It came late", CLERK);
    }

    private void refused(ReturnId about, String shipping) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> give(about, SHIPPING, shipping))
                .returns(ErrorCode.FORBIDDEN, Refusal::code);
    }

    private void limit(String amount) {
        setup.change(ChangedSettings.of(setup).limit(amount).told());
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

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }
}
