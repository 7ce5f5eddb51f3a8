package app.retour.notifications.ledger;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.retour.kernel.Ids;
import app.retour.kernel.TenantId;
import app.retour.notifications.NotificationsTest;
import app.retour.privacy.DataSubject;
import app.retour.tenants.tenancy.TenantContext;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** A message that is being written of somebody who is erased. */
@NotificationsTest
class MessagesOfSubjectsTests {
    @Autowired
    Ledger ledger;

    @Autowired
    MessagesOfSubjects subjects;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void anErasureWaitsUntilItIsInTheLedger() {
        var told = Ids.next();
        var apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        TenantContext.runAs(
                new TenantId(Ids.next()),
                () -> new TransactionTemplate(transactions).executeWithoutResult(_ -> {
                    ledger.hold(told);
                    assertThatExceptionOfType(DataAccessException.class)
                            .isThrownBy(() -> apart.executeWithoutResult(_ -> {
                                jdbc.sql("set local lock_timeout = '20ms'").update();
                                subjects.hold(new DataSubject(null, Set.of(Ids.next()), Set.of(told)));
                            }))
                            .withMessageContaining("lock timeout");
                }));
    }
}
