package app.retour.returns.documents;

import app.retour.tenants.tenancy.TenantContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Numbers of refund documents. */
@Component
class DocumentNumbers {
    private final JdbcClient jdbc;

    DocumentNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The next number of this tenant. Whoever else wants one waits until this transaction ends; rolled back, the number
     * goes to the next. So there is no gap, and a document with a higher number was written later.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    long next() {
        return jdbc.sql("""
                        insert into returns.document_counter (tenant_id, last_number) values (?, 1001)
                        on conflict (tenant_id) do update set last_number = document_counter.last_number + 1
                        returning last_number
                        """)
                .param(TenantContext.current().value())
                .query(Long.class)
                .single();
    }
}
