package app.retour.tenants.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.retour.api.Caller;
import app.retour.api.Idempotency;
import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.kernel.TenantId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import retour.testkit.RetourTest;

@RetourTest
class IdempotencyTests {
    private final TenantId tenant = new TenantId(UUID.randomUUID());
    private final Caller caller = Caller.integrator(tenant, UUID.randomUUID(), Set.of());
    private final List<String> done = new CopyOnWriteArrayList<>();

    @Autowired
    Idempotency idempotency;

    @Test
    void theSameKeyAndInputIsDoneOnceAndAnsweredAlike() {
        var first = pay(caller, "key", "ten");
        assertThat(pay(caller, "key", "ten")).isEqualTo(first);
        assertThat(done).hasSize(1);
    }

    @Test
    void theSameKeyWithAnotherInputIsRefused() {
        pay(caller, "key", "ten");
        assertRefused(ErrorCode.KEY_REUSED, () -> pay(caller, "key", "twenty"));
        assertThat(done).hasSize(1);
    }

    @Test
    void aBlankKeyIsRefused() {
        assertRefused(ErrorCode.REQUIRED, () -> pay(caller, " ", "ten"));
        assertThat(done).isEmpty();
    }

    @Test
    void twoCallersMayChooseTheSameKey() {
        pay(caller, "key", "ten");
        pay(Caller.integrator(tenant, UUID.randomUUID(), Set.of()), "key", "twenty");
        assertThat(done).hasSize(2);
    }

    @Test
    void whatWasRefusedMayBeTriedAgainWithTheSameKey() {
        assertRefused(
                ErrorCode.WRONG_STATE,
                () -> TenantContext.callAs(
                        tenant,
                        () -> caller.call(() -> idempotency.once(
                                "pay",
                                "key",
                                "ten",
                                () -> {
                                    throw new Refusal(ErrorCode.WRONG_STATE, "Not now");
                                },
                                Function.identity(),
                                Function.identity()))));
        pay(caller, "key", "ten");
        assertThat(done).hasSize(1);
    }

    @Test
    void sixteenAtOnceDoItOnce() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<String>> tries = IntStream.range(0, 16)
                    .<Callable<String>>mapToObj(_ -> () -> pay(caller, "key", "ten"))
                    .toList();
            var answers = threads.invokeAll(tries);
            assertThat(answers)
                    .extracting(answer -> answer.get())
                    .containsOnly(answers.getFirst().get());
        }
        assertThat(done).hasSize(1);
    }

    private String pay(Caller who, String key, String amount) {
        return TenantContext.callAs(
                tenant,
                () -> who.call(() -> idempotency.once(
                        "pay",
                        key,
                        amount,
                        () -> {
                            var receipt = UUID.randomUUID().toString();
                            done.add(receipt);
                            return receipt;
                        },
                        Function.identity(),
                        Function.identity())));
    }

    private static void assertRefused(ErrorCode code, Callable<?> action) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(action::call)
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
