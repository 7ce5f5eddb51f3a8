package app.retour.returns;

import static app.retour.returns.AMerchant.CLERK;
import static app.retour.returns.AMerchant.SHOPPER;
import static app.retour.returns.AMerchant.as;

import app.retour.kernel.Money;
import app.retour.kernel.TenantId;
import app.retour.orders.products.ProductOption;
import app.retour.orders.products.ProductUpsert;
import app.retour.orders.products.Products;
import app.retour.returns.eligibility.ReturnRequest;
import app.retour.returns.goods.Grading;
import app.retour.returns.receiving.Receiving;
import app.retour.returns.refunds.Refunds;
import app.retour.returns.view.Disposition;
import app.retour.returns.view.Grade;
import app.retour.returns.view.Return;
import app.retour.returns.view.ReturnStep;
import app.retour.returns.view.StaffTask;
import app.retour.rules.policy.Resolution;
import app.retour.tracking.ParcelScan;
import app.retour.tracking.ParcelStatus;
import app.retour.tracking.ReverseShipmentId;
import app.retour.tracking.ReverseShipments;
import java.time.Instant;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import retour.testkit.RetourTest;

@RetourTest
abstract class SwappedAndRefunded {
    @Autowired
    AMerchant merchant;

    @Autowired
    Returns returns;

    @Autowired
    Reviews reviews;

    @Autowired
    Receiving receiving;

    @Autowired
    Refunds refunds;

    @Autowired
    StaffTasks tasks;

    @Autowired
    ReverseShipments shipments;

    @Autowired
    Products products;

    void scan(TenantId tenant, Return made, ParcelStatus status, Instant at) {
        as(
                tenant,
                () -> shipments.recordScan(new ParcelScan(
                        new ReverseShipmentId(
                                found(tenant, made).parcels().getFirst().shipmentId()),
                        status,
                        at,
                        null)));
    }

    Return found(TenantId tenant, Return made) {
        return as(tenant, () -> returns.find(made.returnId()).orElseThrow());
    }

    List<String> events(TenantId tenant, Return made) {
        return as(
                tenant,
                () -> returns.timeline(made.returnId()).stream()
                        .map(ReturnStep::event)
                        .toList());
    }

    Return exchange(int units) {
        var order = merchant.sold(units, 5);
        var option = returns.options(order.id().value()).lines().getFirst();
        return returns.request(
                new ReturnRequest(
                        order.id().value(),
                        List.of(new ReturnRequest.Item(
                                option.orderLineId(),
                                units,
                                "too_small",
                                null,
                                Resolution.EXCHANGE,
                                option.exchangeVariants().getFirst().productId(),
                                List.of()))),
                SHOPPER);
    }

    void reject(Return made) {
        reviews.reject(
                made.returnId(),
                returns.find(made.returnId()).orElseThrow().version(),
                List.of(new Reviews.Choice(made.items().getFirst().itemId(), null)),
                "Worn",
                null,
                CLERK);
    }

    List<String> open(Return made) {
        return returns.tasks(made.returnId()).stream()
                .filter(task -> task.doneAt() == null)
                .map(StaffTask::text)
                .toList();
    }

    static ProductUpsert variant(String size, String price) {
        return new ProductUpsert(
                "shirt",
                "SHIRT-" + size,
                "Linen shirt",
                List.of(new ProductOption("Size", size)),
                null,
                null,
                null,
                null,
                null,
                Money.of(price, "EUR"),
                null,
                false,
                null,
                null);
    }

    void receive(Return made, int units, int accepted, int refused) {
        var receipt = receiving.open(made.rmaNumber(), false, CLERK);
        receiving.count(
                receipt.receiptId(),
                List.of(new Receiving.Count(made.items().getFirst().itemId(), units)));
        receiving.grade(
                receipt.receiptId(),
                List.of(new Grading(
                        receipt.lines().getFirst().lineId(),
                        accepted,
                        refused,
                        Grade.USED,
                        Disposition.RESTOCKED,
                        refused > 0 ? "Worn" : null)),
                CLERK);
        receiving.close(receipt.receiptId(), false, List.of(), CLERK);
    }
}
