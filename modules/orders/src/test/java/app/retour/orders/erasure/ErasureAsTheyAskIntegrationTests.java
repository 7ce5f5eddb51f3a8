package app.retour.orders.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Ids;
import app.retour.kernel.Refusal;
import app.retour.privacy.ErasureObstacle;
import app.retour.privacy.ErasureStandsBack;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A shopper who erases themselves does it once, in whole or not at all. */
class ErasureAsTheyAskIntegrationTests extends Erasing {
    @Test
    void theyEraseThemselvesOnce() {
        var theirs = buys(EMAIL, "1001");
        var shopper = Objects.requireNonNull(theirs.shopper()).value();
        as(() -> erasure.eraseAsTheyAsk(shopper));
        var known = buys(EMAIL, "1002");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> as(() -> erasure.eraseAsTheyAsk(shopper)))
                .satisfies(refusal -> {
                    assertThat(refusal.code()).isEqualTo(ErrorCode.WRONG_STATE);
                    assertThat(refusal.getMessage()).contains("already");
                });
        assertThat(shopper(known).email()).as("who came back").isEqualTo(EMAIL);
        assertThat(text("select count(*)::text from privacy.erasure where tenant_id = ?"))
                .isEqualTo("1");
    }

    @Test
    void whatStandsAgainstItIsToldByItsKind() {
        var theirs = buys(EMAIL, "1001");
        as(() -> transactions.execute(
                _ -> jdbc.sql("""
                        insert into orders.import_job (tenant_id, id, kind, state, bytes_total, started_at)
                        values (?, ?, 'SHOPIFY_ORDERS', 'RUNNING', 1, now())
                        """).params(tenant.value(), Ids.next()).update()));
        assertThatExceptionOfType(ErasureStandsBack.class)
                .isThrownBy(() -> as(() -> erasure.eraseAsTheyAsk(
                        Objects.requireNonNull(theirs.shopper()).value())))
                .satisfies(refusal -> assertThat(refusal.kinds()).containsExactly(ErasureObstacle.Kind.RUNNING_IMPORT));
    }

    /** The row that ends an erasure cannot be written: as if the process were killed just before it is committed. */
    @Test
    void whatIsCutOffAtItsEndHasErasedNothingAndGoesThroughTheNextTime() throws Exception {
        var theirs = buys(EMAIL, "1001");
        var before = everything();
        owner("alter table privacy.erasure add constraint cut_off check (tenant_id <> '%s')".formatted(tenant));
        try {
            assertThatThrownBy(() -> erase(theirs)).isNotInstanceOf(Refusal.class);
        } finally {
            owner("alter table privacy.erasure drop constraint cut_off");
        }
        assertThat(everything()).isEqualTo(before).contains(EMAIL);
        erase(theirs);
        assertThat(everything()).doesNotContain(EMAIL);
    }
}
