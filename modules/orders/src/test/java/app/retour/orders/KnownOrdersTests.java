package app.retour.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which order is meant. */
class KnownOrdersTests {
    private final KnownOrders known = new KnownOrders();

    private static OrderUpsert told(@Nullable String externalId, String number) {
        return Changed.with(Changed.with(ToldOrders.order(), "externalId", externalId), "number", number);
    }

    private UUID know(@Nullable String externalId, String number) {
        var order = ToldOrders.first(told(externalId, number));
        known.put(order);
        return order.order().id();
    }

    @Test
    void theOneWithTheSourcesIdElseTheOneWithTheNumber() {
        var first = know("7001", "#1001");
        var second = know(null, "#1002");
        assertThat(known.idOf(told("7001", "#1001"), 0)).isEqualTo(first);
        assertThat(known.idOf(told(null, "1001"), 0)).as("a source without ids").isEqualTo(first);
        assertThat(known.idOf(told("7002", "# 1002"), 0)).as("its id is learnt").isEqualTo(second);
        assertThat(known.idOf(told("7003", "#1003"), 0)).isNull();
    }

    @Test
    void anIdOfAnotherOrderIsRefusedWithThatOrdersNumber() {
        know("7001", "#1001");
        assertThatThrownBy(() -> known.find(told("7001", "#1009"), 5))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo(ErrorCode.TAKEN);
                    assertThat(refusal.field()).containsExactly("5", "externalId");
                })
                .hasMessageContaining("#1001");
    }

    @Test
    void aNumberOfAnOrderWithAnotherIdIsTaken() {
        know("7001", "#1001");
        assertThatThrownBy(() -> known.find(told("7009", "1001"), 2))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.field()).containsExactly("2", "number"));
    }

    @Test
    void ofOneToldTwiceTheLaterIsKnown() {
        var order = ToldOrders.first(told("7001", "#1001"));
        known.put(order);
        var again = ToldOrders.again(order, Changed.with(told("7001", "#1001"), "channel", "pos"));
        known.put(again);
        assertThat(Objects.requireNonNull(known.find(told("7001", "#1001"), 0))
                        .order()
                        .channel())
                .isEqualTo("pos");
    }
}
