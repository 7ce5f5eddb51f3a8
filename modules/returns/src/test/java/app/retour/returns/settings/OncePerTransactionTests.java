package app.retour.returns.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.transaction.support.TransactionSynchronizationManager.clearSynchronization;
import static org.springframework.transaction.support.TransactionSynchronizationManager.getSynchronizations;
import static org.springframework.transaction.support.TransactionSynchronizationManager.initSynchronization;
import static org.springframework.transaction.support.TransactionSynchronizationManager.isSynchronizationActive;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronization;

/** What many steps of one request need is asked for once, and never remembered beyond its transaction. */
class OncePerTransactionTests {
    private final AtomicInteger asked = new AtomicInteger();
    private final OncePerTransaction<Integer> question = new OncePerTransaction<>(asked::incrementAndGet);

    private static void end() {
        getSynchronizations().forEach(each -> each.afterCompletion(TransactionSynchronization.STATUS_COMMITTED));
        clearSynchronization();
    }

    @AfterEach
    void nothingIsLeftBehind() {
        if (isSynchronizationActive()) {
            end();
        }
    }

    @Test
    void withoutATransactionItIsAskedEachTime() {
        assertThat(question.get()).isEqualTo(1);
        assertThat(question.get()).isEqualTo(2);
    }

    @Test
    void inATransactionItIsAskedOnceAndAnewInTheNext() {
        initSynchronization();
        assertThat(question.get()).isEqualTo(1);
        assertThat(question.get()).isEqualTo(1);
        end();
        initSynchronization();
        assertThat(question.get()).isEqualTo(2);
    }

    @Test
    void afterAChangeItIsAskedAnew() {
        initSynchronization();
        question.get();
        question.forget();
        assertThat(question.get()).isEqualTo(2);
        assertThat(question.get()).isEqualTo(2);
    }

    @Test
    void aTransactionWithinAnotherAsksForItselfAndLeavesTheOuterAnswerAsItWas() {
        initSynchronization();
        assertThat(question.get()).isEqualTo(1);
        var outer = getSynchronizations();
        outer.forEach(TransactionSynchronization::suspend);
        clearSynchronization();
        initSynchronization();
        assertThat(question.get()).as("the inner one").isEqualTo(2);
        end();
        initSynchronization();
        outer.forEach(TransactionSynchronization::resume);
        assertThat(question.get()).as("the outer one again").isEqualTo(1);
        outer.forEach(each -> each.afterCompletion(TransactionSynchronization.STATUS_ROLLED_BACK));
    }

    @Test
    void twoQuestionsDoNotAnswerForEachOther() {
        var other = new OncePerTransaction<>(() -> "other");
        initSynchronization();
        assertThat(question.get()).isEqualTo(1);
        assertThat(other.get()).isEqualTo("other");
        other.forget();
        assertThat(question.get()).isEqualTo(1);
    }
}
