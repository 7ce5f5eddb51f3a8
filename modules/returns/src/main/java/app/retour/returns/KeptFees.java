package app.retour.returns;

import app.retour.kernel.Ids;
import app.retour.tenants.TenantContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Notes what refunds keep back, for reports. The waterfall of each refund explains it. */
@Component
class KeptFees {
    private final JdbcClient jdbc;

    KeptFees(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void keep(Reimbursement refund) {
        for (var line : refund.waterfall().lines()) {
            if (line.kind() == WaterfallLineKind.RESTOCKING_FEE || line.kind() == WaterfallLineKind.LABEL_FEE) {
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
