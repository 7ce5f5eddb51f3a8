package app.retour.returns.refunds;

import app.retour.kernel.Ids;
import app.retour.returns.record.Reimbursement;
import app.retour.tenants.tenancy.TenantContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Notes what refunds keep back, for reports. The waterfall of each refund explains it. */
@Component
class KeptFees {
    private final JdbcClient jdbc;

    KeptFees(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Again, it replaces what was noted of the refund. */
    void keep(Reimbursement refund) {
        if (refund.version() > 0) {
            jdbc.sql("delete from returns.fee where tenant_id = ? and refund_id = ?")
                    .params(TenantContext.current().value(), refund.id())
                    .update();
        }
        if (!refund.counts()) {
            return;
        }
        for (var line : refund.waterfall().lines()) {
            if (line.kind().isFee()) {
                jdbc.sql("""
                                insert into returns.fee (tenant_id, id, return_id, item_id, refund_id, kind, amount)
                                values (?, ?, ?, ?, ?, ?, ?)
                                """)
                        .params(TenantContext.current().value(), Ids.next(), refund.returnId())
                        .param(line.itemId())
                        .params(
                                refund.id(),
                                line.kind().name(),
                                line.amount().negated().amount())
                        .update();
            }
        }
    }
}
