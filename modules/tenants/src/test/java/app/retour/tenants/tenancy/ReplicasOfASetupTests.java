package app.retour.tenants.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.kernel.TenantId;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import retour.testkit.RetourTest;

/** Two replicas keep what they read, hear nothing from each other, and are never behind. */
@RetourTest
class ReplicasOfASetupTests {
    private final TenantId shop = new TenantId(UUID.randomUUID());
    private final TenantId neighbour = new TenantId(UUID.randomUUID());

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    private final class Replica {
        private final SetupStamps stamps = new SetupStamps(jdbc);
        private final TenantCache<String> cache = new TenantCache<>(stamps);
        private int reads;

        String tag(TenantId of) {
            return TenantContext.callAs(of, () -> transactions.execute(_ -> tag()));
        }

        String tag() {
            return cache.get(() -> {
                reads++;
                return jdbc.sql("select final_sale_tag from orders.settings where tenant_id = ?")
                        .param(TenantContext.current().value())
                        .query(String.class)
                        .single();
            });
        }

        void change(TenantId of, String tag, Runnable then) {
            TenantContext.runAs(
                    of,
                    () -> transactions.executeWithoutResult(_ -> {
                        jdbc.sql("""
                                        insert into orders.settings (tenant_id, final_sale_tag) values (?, ?)
                                        on conflict (tenant_id) do update set final_sale_tag = excluded.final_sale_tag
                                        """).params(of.value(), tag).update();
                        then.run();
                    }));
        }
    }

    private Replica one;
    private Replica other;

    @BeforeEach
    void start() {
        one = new Replica();
        other = new Replica();
        one.change(shop, "sale", () -> {});
        one.change(neighbour, "final", () -> {});
    }

    @Test
    void whatDidNotChangeIsReadOncePerReplica() {
        for (var i = 0; i < 3; i++) {
            assertThat(one.tag(shop)).isEqualTo("sale");
            assertThat(other.tag(shop)).isEqualTo("sale");
            assertThat(one.tag(neighbour)).isEqualTo("final");
        }
        assertThat(one.reads).isEqualTo(2);
        assertThat(other.reads).isOne();
    }

    @Test
    void aChangeIsSeenByAllAndConcernsNoOtherTenant() {
        one.tag(shop);
        other.tag(shop);
        one.tag(neighbour);
        other.change(shop, "outlet", () -> {});
        assertThat(one.tag(shop)).isEqualTo("outlet");
        assertThat(other.tag(shop)).isEqualTo("outlet");
        assertThat(one.tag(neighbour)).isEqualTo("final");
        assertThat(one.reads).as("the neighbour's is still kept").isEqualTo(3);
    }

    @Test
    void whatIsRolledBackIsSeenByItsOwnTransactionAndNoOther() {
        one.tag(shop);
        var own = new String[1];
        TenantContext.runAs(
                shop,
                () -> transactions.executeWithoutResult(status -> {
                    jdbc.sql("update orders.settings set final_sale_tag = 'never' where tenant_id = ?")
                            .param(shop.value())
                            .update();
                    one.stamps.changed();
                    own[0] = one.tag();
                    status.setRollbackOnly();
                }));
        assertThat(own[0]).isEqualTo("never");
        assertThat(one.tag(shop)).isEqualTo("sale");
        one.change(shop, "outlet", () -> {});
        assertThat(one.tag(shop)).isEqualTo("outlet");
    }

    @Test
    void twoChangesInOneTransactionLeaveTheLast() {
        one.change(shop, "first", () -> {
            one.stamps.changed();
            assertThat(one.tag()).isEqualTo("first");
            jdbc.sql("update orders.settings set final_sale_tag = 'second' where tenant_id = ?")
                    .param(shop.value())
                    .update();
        });
        assertThat(one.tag(shop)).isEqualTo("second");
        assertThat(other.tag(shop)).isEqualTo("second");
    }

    @Test
    void whoForgetsToSayThatItChangedKeepsNothingOfItForOthers() {
        TenantContext.runAs(
                shop,
                () -> transactions.executeWithoutResult(status -> {
                    one.stamps.seen();
                    jdbc.sql("update orders.settings set final_sale_tag = 'never' where tenant_id = ?")
                            .param(shop.value())
                            .update();
                    assertThat(one.tag()).isEqualTo("never");
                    status.setRollbackOnly();
                }));
        assertThat(one.tag(shop)).isEqualTo("sale");
    }

    @Test
    void aRemovedRowIsAChangeToo() {
        one.tag(shop);
        var before = stamp();
        TenantContext.runAs(
                shop,
                () -> transactions.executeWithoutResult(_ -> jdbc.sql("delete from orders.settings where tenant_id = ?")
                        .param(shop.value())
                        .update()));
        assertThat(stamp()).isNotEqualTo(before);
    }

    private Long stamp() {
        return TenantContext.callAs(
                shop,
                () -> transactions.execute(_ -> jdbc.sql("select stamp from tenants.setup_stamp")
                        .query(Long.class)
                        .single()));
    }
}
