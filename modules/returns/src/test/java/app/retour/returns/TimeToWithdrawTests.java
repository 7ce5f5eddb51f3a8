package app.retour.returns;

import static app.retour.returns.AMerchant.SHOPPER;
import static app.retour.returns.AMerchant.as;
import static app.retour.returns.AMerchant.wants;
import static org.assertj.core.api.Assertions.assertThat;

import app.retour.kernel.Ids;
import app.retour.kernel.TenantId;
import app.retour.orders.Order;
import app.retour.returns.settings.ChangedSettings;
import app.retour.returns.settings.ReturnSetup;
import app.retour.returns.status.ReturnDecision;
import app.retour.rules.Recomputation;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import retour.testkit.RetourTest;
import retour.testkit.TestClock;

/** Rules that refuse everything refuse no withdrawal: the last day is what the law says, and nothing takes it back. */
@RetourTest
class TimeToWithdrawTests {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    /** Day 14 is Sunday, the 15th of November 2026. */
    private static final LocalDate DELIVERED = LocalDate.of(2026, 11, 1);

    private static final LocalDate LAST = LocalDate.of(2026, 11, 16);

    @Autowired
    AMerchant merchant;

    @Autowired
    Returns returns;

    @Autowired
    ReturnSetup setup;

    @Autowired
    Recomputation recomputation;

    @Autowired
    TestClock clock;

    private TenantId tenant = new TenantId(Ids.next());
    private final String order = UUID.randomUUID().toString();

    @BeforeEach
    void rulesThatRefuseEverything() {
        aShopWith(Map.of("decision", Map.of("outcome", "REJECT", "shopperReason", "Too late")));
    }

    private void aShopWith(Map<String, Object> effects) {
        tenant = merchant.opens();
        as(tenant, () -> {
            merchant.publishes(Map.of("name", "all", "when", Map.of("all", List.of()), "then", effects));
            return setup.change(ChangedSettings.of(setup).assumeNoDelivery().told());
        });
    }

    @AfterEach
    void comeBack() {
        clock.run();
    }

    @Test
    void aPeriodThatWouldEndOnASundayIncludesTheMonday() {
        assertThat(asked(told(1, DELIVERED), LAST)).isEqualTo(ReturnDecision.IN_REVIEW);
        assertThat(asked(told(1, DELIVERED), LAST.plusDays(1))).isEqualTo(ReturnDecision.REJECTED);
        assertThat(as(tenant, () -> recomputation.current().differing())).isZero();
    }

    @Test
    void theLastParcelCountsAndNoLaterMessageMovesItBack() {
        told(1, DELIVERED);
        told(1, DELIVERED.plusDays(2));
        var known = told(1, DELIVERED);
        assertThat(asked(known, LAST.plusDays(1))).isEqualTo(ReturnDecision.IN_REVIEW);
        assertThat(asked(known, LAST.plusDays(2))).isEqualTo(ReturnDecision.REJECTED);
    }

    @Test
    void whileGoodsAreStillToBeSentOrNobodyKnowsOfADeliveryTheTimeIsNotOver() {
        var year = DELIVERED.plusDays(25);
        var halfSent = as(tenant, () -> merchant.tells(order, 2, 1, noon(DELIVERED.minusDays(2)), noon(DELIVERED)));
        assertThat(asked(halfSent, year)).isEqualTo(ReturnDecision.IN_REVIEW);
        assertThat(asked(told(2, DELIVERED), year)).as("all sent and come").isEqualTo(ReturnDecision.REJECTED);
        var unknown = as(
                tenant, () -> merchant.tells(UUID.randomUUID().toString(), 1, 1, noon(DELIVERED.minusDays(2)), null));
        assertThat(asked(unknown, year)).isEqualTo(ReturnDecision.IN_REVIEW);
    }

    @Test
    void whatWasAskedForInTimeStaysInTimeWhateverIsToldOfTheDeliveryLater() {
        aShopWith(Map.of(
                "decision",
                Map.of("outcome", "REJECT", "shopperReason", "Too late"),
                "evidence",
                Map.of("photos", 0, "comment", true)));
        var unknown = told(1, null);
        var asked = as(tenant, () -> {
            clock.setTo(noon(DELIVERED.plusDays(25)));
            return returns.request(wants(unknown, 1, "changed_mind"), SHOPPER);
        });
        assertThat(asked.decision()).isEqualTo(ReturnDecision.WAITING_FOR_SHOPPER);
        told(1, DELIVERED);
        var answered = as(
                tenant,
                () -> returns.giveEvidence(
                        asked.returnId(),
                        List.of(new Returns.Evidence(
                                asked.items().getFirst().itemId(), List.of(), "It does not fit my shelf")),
                        SHOPPER));
        assertThat(answered.decision()).isEqualTo(ReturnDecision.IN_REVIEW);
    }

    private ReturnDecision asked(Order of, LocalDate day) {
        return as(tenant, () -> {
            clock.setTo(noon(day));
            var made = returns.request(wants(of, 1, "changed_mind"), SHOPPER);
            if (made.decision() == ReturnDecision.IN_REVIEW) {
                returns.cancel(made.returnId(), SHOPPER);
            }
            return made.decision();
        });
    }

    private Order told(int shirts, @Nullable LocalDate delivered) {
        return as(
                tenant,
                () -> merchant.tells(
                        order,
                        shirts,
                        shirts,
                        noon(DELIVERED.minusDays(2)),
                        delivered == null ? null : noon(delivered)));
    }

    private static Instant noon(LocalDate day) {
        return day.atTime(12, 0).atZone(BERLIN).toInstant();
    }
}
