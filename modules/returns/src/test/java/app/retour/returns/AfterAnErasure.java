package app.retour.returns;

import static app.retour.returns.AMerchant.CLERK;
import static app.retour.returns.AMerchant.SHOPPER;
import static app.retour.returns.AMerchant.as;
import static app.retour.returns.AMerchant.wants;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import app.retour.files.FileKind;
import app.retour.files.FileUpload;
import app.retour.files.Files;
import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.kernel.TenantId;
import app.retour.orders.Attributes;
import app.retour.orders.Order;
import app.retour.orders.shoppers.Shoppers;
import app.retour.privacy.DataSubject;
import app.retour.privacy.Erasure;
import app.retour.returns.eligibility.ReturnRequest;
import app.retour.returns.events.ReturnItemId;
import app.retour.returns.goods.Grading;
import app.retour.returns.receiving.Receiving;
import app.retour.returns.refunds.Refunds;
import app.retour.returns.refunds.StaffReimbursements;
import app.retour.returns.view.Disposition;
import app.retour.returns.view.Grade;
import app.retour.returns.view.Receipt;
import app.retour.returns.view.Return;
import app.retour.rules.policy.Resolution;
import app.retour.tracking.ReverseShipments;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import retour.testkit.RetourTest;

@RetourTest
abstract class AfterAnErasure {
    static final String WORD = "zebra";

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
    StaffReimbursements gifts;

    @Autowired
    ReverseShipments shipments;

    @Autowired
    Files files;

    @Autowired
    Shoppers shoppers;

    @Autowired
    Attributes attributes;

    @Autowired
    Erasure erasure;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transactions;

    TenantId tenant = new TenantId(UUID.randomUUID());

    @SuppressWarnings("NullAway.Init")
    Order order;

    @SuppressWarnings("NullAway.Init")
    Return inReview;

    @SuppressWarnings("NullAway.Init")
    Return underWay;

    @SuppressWarnings("NullAway.Init")
    Return received;

    @SuppressWarnings("NullAway.Init")
    Receipt counted;

    @SuppressWarnings("NullAway.Init")
    Receipt counting;

    @BeforeEach
    void threeReturnsOfOneOrder() {
        tenant = merchant.opens();
        as(tenant, () -> {
            order = merchant.sold(6, 5);
            inReview = returns.request(wants(order, 1, "defective"), SHOPPER);
            underWay = approved(1);
            received = approved(2);
            counted = counted();
            counting = receiving.open(received.rmaNumber(), false, CLERK);
            return true;
        });
    }

    void assertAllAreRefused(Map<String, Supplier<?>> calls) {
        var outcomes = new TreeMap<String, Future<String>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            as(
                    tenant,
                    () -> transactions.execute(_ -> {
                        erase();
                        calls.forEach((name, call) -> outcomes.put(name, begun(threads, call)));
                        await().atMost(Duration.ofMinutes(2)).until(() -> waiting() >= calls.size());
                        return true;
                    }));
        }
        assertThat(outcomes)
                .isNotEmpty()
                .allSatisfy((name, outcome) ->
                        assertThat(outcome.resultNow()).as(name).isIn("STALE", "WRONG_STATE"));
        assertThat(placesOf(WORD)).isEmpty();
    }

    Future<String> begun(ExecutorService threads, Supplier<?> call) {
        return threads.submit(() -> as(tenant, () -> {
            try {
                return "done: " + call.get();
            } catch (Refusal refusal) {
                return refusal.code().name();
            } catch (RuntimeException broken) {
                return broken.toString();
            }
        }));
    }

    int waiting() {
        return jdbc.sql("select count(distinct pid) from pg_locks where not granted")
                .query(Integer.class)
                .single();
    }

    void erase() {
        erasure.erase(DataSubject.ofOrder(order.id().value()), true);
    }

    List<String> placesOf(String word) {
        return as(
                tenant,
                () -> Objects.requireNonNull(transactions.execute(_ -> {
                    var found = new ArrayList<String>();
                    var tables = jdbc.sql("""
                            select quote_ident(table_schema) || '.' || quote_ident(table_name)
                            from information_schema.columns where column_name = 'tenant_id' and table_schema <> 'tenants'
                              and table_schema not like 'pg_temp%'
                            """).query(String.class).list();
                    for (var table : tables) {
                        found.addAll(jdbc.sql("select ? || ' ' || to_jsonb(t) from " + table
                                        + " t where tenant_id = ? and to_jsonb(t)::text ilike ?")
                                .params(table, tenant.value(), "%" + word + "%")
                                .query(String.class)
                                .list());
                    }
                    return found;
                })));
    }

    ReturnRequest asking(String comment) {
        return new ReturnRequest(
                order.id().value(),
                List.of(new ReturnRequest.Item(
                        order.lines().getFirst().id().value(),
                        1,
                        "defective",
                        comment,
                        Resolution.REFUND,
                        null,
                        List.of())));
    }

    Return approved(int units) {
        var asked = returns.request(wants(order, units, "defective"), SHOPPER);
        return reviews.approve(asked.returnId(), asked.version(), choice(asked), null, CLERK);
    }

    /** One of two came: a refund is due, and one is missing. */
    Receipt counted() {
        var receipt = receiving.open(received.rmaNumber(), false, CLERK);
        receiving.count(receipt.receiptId(), List.of(new Receiving.Count(itemOf(received), 1)));
        return receiving.close(receipt.receiptId(), false, List.of(graded(receipt, null)), CLERK);
    }

    static Grading graded(Receipt receipt, @Nullable String note) {
        return new Grading(receipt.lines().getFirst().lineId(), 1, 0, Grade.AS_NEW, Disposition.RESTOCKED, note);
    }

    static List<Reviews.Choice> choice(Return of) {
        return List.of(new Reviews.Choice(itemOf(of), null));
    }

    static ReturnItemId itemOf(Return of) {
        return of.items().getFirst().itemId();
    }

    Object photo() {
        var drawn = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB), "png", drawn);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return files.store(new FileUpload(
                FileKind.PHOTO,
                new ByteArrayInputStream(drawn.toByteArray()),
                WORD + ".png",
                order.id().value()));
    }

    static void refused(List<String> field, Supplier<?> call) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(call::get).satisfies(refusal -> {
            assertThat(refusal.code()).isEqualTo(ErrorCode.WRONG_STATE);
            assertThat(refusal.field()).isEqualTo(field);
        });
    }
}
