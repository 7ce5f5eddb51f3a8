package app.retour.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import retour.testkit.RetourTest;

@RetourTest
class OutsideTransactionsTests {
    @Autowired
    Telegraph telegraph;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void aPortIsFreeToTalkOutsideATransaction() {
        assertThat(telegraph.send("hello")).isEqualTo("hello STOP");
    }

    @Test
    void aPortRefusesToTalkInsideATransaction() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new TransactionTemplate(transactions).execute(_ -> telegraph.send("hello")))
                .withMessageContaining("Telegraph.send")
                .withMessageContaining("inside a database transaction");
    }

    @Test
    void whatIsNoBeanAsksForItself() {
        OutsideTransactions.require("Talking");
        assertThatIllegalStateException()
                .isThrownBy(() -> new TransactionTemplate(transactions)
                        .executeWithoutResult(_ -> OutsideTransactions.require("Talking")))
                .withMessageContaining("Talking");
    }

    @OutboundPort
    interface Telegraph {
        String send(String text);
    }

    static class MorseTelegraph implements Telegraph {
        @Override
        public String send(String text) {
            return text + " STOP";
        }
    }

    @TestConfiguration
    static class Wires {
        @Bean
        MorseTelegraph telegraph() {
            return new MorseTelegraph();
        }
    }
}
