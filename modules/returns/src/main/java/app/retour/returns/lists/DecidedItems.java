package app.retour.returns.lists;

import app.retour.files.SpreadsheetCsv;
import app.retour.returns.events.ReturnId;
import app.retour.rules.decisions.PolicyDecision;
import app.retour.rules.policy.Outcome;
import app.retour.rules.trials.BackTest;
import app.retour.rules.trials.BackTestId;
import app.retour.rules.trials.BackTests;
import app.retour.tenants.Tenants;
import app.retour.tenants.tenancy.TenantContext;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells which items decisions of the rules were about: the rules themselves know no returns. */
@Service
@Transactional(readOnly = true)
public class DecidedItems {
    private static final int PAGE = 500;
    private final JdbcClient jdbc;
    private final BackTests backTests;
    private final Tenants tenants;

    DecidedItems(JdbcClient jdbc, BackTests backTests, Tenants tenants) {
        this.jdbc = jdbc;
        this.backTests = backTests;
        this.tenants = tenants;
    }

    /** By decision; one whose item is gone is left out. */
    public Map<PolicyDecision, DecidedItem> of(Collection<PolicyDecision> decisions) {
        var items = jdbc
                .sql("""
                        select i.id, i.return_id, a.rma_number, a.order_number, i.title, i.variant_title, i.sku, i.quantity
                        from returns.return_item i
                        join returns.return_authorization a on a.tenant_id = i.tenant_id and a.id = i.return_id
                        where i.tenant_id = :tenant and i.id = any(:items)""")
                .param("tenant", TenantContext.current().value())
                .param("items", decisions.stream().map(PolicyDecision::itemRef).toArray(UUID[]::new))
                .query((row, _) -> new DecidedItem(
                        row.getObject("id", UUID.class),
                        new ReturnId(row.getObject("return_id", UUID.class)),
                        row.getString("rma_number"),
                        row.getString("order_number"),
                        row.getString("title"),
                        row.getString("variant_title"),
                        row.getString("sku"),
                        row.getInt("quantity")))
                .stream()
                .collect(Collectors.toMap(DecidedItem::itemId, Function.identity()));
        return decisions.stream()
                .filter(decision -> items.containsKey(decision.itemRef()))
                .collect(Collectors.toMap(
                        Function.identity(), decision -> items.get(decision.itemRef()), (one, _) -> one));
    }

    /** All kept changes of a back-test for a spreadsheet, a line each. */
    public String changesFile(BackTestId test) {
        var zone = tenants.current().zone();
        var csv = new SpreadsheetCsv()
                .row(
                        "Return",
                        "Order",
                        "Item",
                        "Variant",
                        "SKU",
                        "Quantity",
                        "Value",
                        "Currency",
                        "Judged on",
                        "By the rules in force",
                        "By the draft");
        ScrollPosition from = ScrollPosition.keyset();
        while (true) {
            var page = backTests.changes(test, from, PAGE);
            var items = of(page.map(BackTest.Change::decision).getContent());
            page.forEach(change -> csv.row(cells(change, items, zone)));
            if (!page.hasNext()) {
                return csv.toString();
            }
            from = page.positionAt(page.size() - 1);
        }
    }

    private static String[] cells(BackTest.Change change, Map<PolicyDecision, DecidedItem> items, ZoneId zone) {
        var item = items.get(change.decision());
        var value = change.value();
        return new String[] {
            item == null ? "" : item.rmaNumber(),
            item == null ? "" : item.orderNumber(),
            item == null ? "" : item.title(),
            item == null || item.variantTitle() == null ? "" : item.variantTitle(),
            item == null || item.sku() == null ? "" : item.sku(),
            item == null ? "" : String.valueOf(item.quantity()),
            value == null ? "" : value.amount().toPlainString(),
            value == null ? "" : value.currency().getCurrencyCode(),
            change.decision().decidedAt().atZone(zone).toLocalDate().toString(),
            words(change.live()),
            words(change.draft())
        };
    }

    private static String words(Outcome outcome) {
        return switch (outcome) {
            case APPROVE -> "Approved";
            case REVIEW -> "Sent to review";
            case REJECT -> "Rejected";
        };
    }
}
