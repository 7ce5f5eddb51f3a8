package app.retour.orders.erasure;

import static app.retour.orders.OrderFixtures.NOON;
import static app.retour.orders.OrderFixtures.aLine;
import static app.retour.orders.OrderFixtures.aTenant;
import static app.retour.orders.OrderFixtures.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.retour.api.Caller;
import app.retour.files.FileId;
import app.retour.files.FileKind;
import app.retour.files.FileUpload;
import app.retour.files.Files;
import app.retour.kernel.ErrorCode;
import app.retour.kernel.Ids;
import app.retour.kernel.Refusal;
import app.retour.kernel.TenantId;
import app.retour.orders.Order;
import app.retour.orders.OrderId;
import app.retour.orders.Orders;
import app.retour.orders.imports.Import;
import app.retour.orders.imports.ImportKind;
import app.retour.orders.imports.ImportRun;
import app.retour.orders.imports.Imports;
import app.retour.orders.shoppers.Shopper;
import app.retour.orders.shoppers.ShopperUpsert;
import app.retour.orders.shoppers.Shoppers;
import app.retour.privacy.DataSubject;
import app.retour.privacy.Erased;
import app.retour.privacy.Erasure;
import app.retour.tenants.MailQuota;
import app.retour.tenants.Tenants;
import app.retour.tenants.Throttle;
import app.retour.tenants.shoppers.ErasureLinks;
import app.retour.tenants.shoppers.ShopperMails;
import app.retour.tenants.tenancy.TenantContext;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionOperations;
import retour.testkit.RetourTest;
import retour.testkit.TestClock;
import retour.testkit.TestDatabase;

/** A shop of which somebody bought, before and after they are erased. */
@RetourTest
@TestPropertySource(properties = "retour.jobs.enabled=false")
abstract class Erasing {
    static final String EMAIL = "ada@lovelace.example";

    @Autowired
    Orders orders;

    @Autowired
    Shoppers shoppers;

    @Autowired
    Imports imports;

    @Autowired
    ImportRun reading;

    @Autowired
    Files files;

    @Autowired
    Erasure erasure;

    @Autowired
    Tenants tenants;

    @Autowired
    ErasureLinks links;

    @Autowired
    ShopperMails mails;

    @Autowired
    Throttle throttle;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @Autowired
    TransactionOperations transactions;

    TenantId tenant = new TenantId(Ids.next());

    @BeforeEach
    void openShopBeforeAnythingIsBought() {
        clock.setTo(NOON.minus(Duration.ofDays(1)));
        tenant = aTenant(tenants);
    }

    @AfterEach
    void realTime() {
        clock.run();
    }

    /** Whose messages may leave as often as this says; in the product, who sends merchants' mails says it. */
    ErasureRequests asking(MailQuota quota) {
        return new ErasureRequests(
                orders,
                tenants,
                links,
                mails,
                throttle,
                new StaticListableBeanFactory(Map.of("quota", quota)).getBeanProvider(MailQuota.class));
    }

    static boolean sent(ErasureRequests requests, OrderId order) {
        requests.sendLink(order, Locale.ENGLISH);
        return true;
    }

    void throttled(List<String> field, ErasureRequests requests, OrderId order) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> as(() -> sent(requests, order)))
                .satisfies(refusal -> {
                    assertThat(refusal.code()).isEqualTo(ErrorCode.THROTTLED);
                    assertThat(refusal.field()).isEqualTo(field);
                });
    }

    void live() {
        tenant = aTenant(tenants);
        as(() -> transactions.execute(_ -> jdbc.sql("update tenants.tenant set live = true where id = ?")
                .param(tenant.value())
                .update()));
    }

    Order buys(String email, String number) {
        return as(() -> orders.upsert(anOrder("x" + number, "#" + number, email, aLine("A", 1, "10.00"))));
    }

    void is(String email, boolean blocked) {
        as(() -> shoppers.upsert(List.of(new ShopperUpsert(email, null, null, null, null, blocked, null, null, null))));
    }

    Shopper shopper(Order order) {
        return as(() -> orders.shopper(Objects.requireNonNull(order.shopper()))).orElseThrow();
    }

    Erased erase(Order order) {
        return as(() -> erasure.erase(DataSubject.ofOrder(order.id().value()), true));
    }

    static String problemOf(String number) {
        return """
                Name,Email,Financial Status,Currency,Subtotal,Shipping,Taxes,Total,Lineitem quantity,Lineitem name,Lineitem price,Created at
                %s,x@example.com,paid,EUR,10.00,0.00,0.00,10.00,many,Thing,10.00,2026-11-01 10:00:00 +0100
                """.formatted(number);
    }

    Import imported(String name, String csv) {
        return as(() -> {
            var file = files.store(new FileUpload(
                    FileKind.IMPORT, new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), name, null));
            var started = imports.start(ImportKind.SHOPIFY_ORDERS, file);
            reading.run(new ImportRun.Wanted(started.id().value()));
            return imports.find(started.id()).orElseThrow();
        });
    }

    Import found(Import one) {
        return as(() -> imports.find(one.id())).orElseThrow();
    }

    boolean open(Import one) {
        var url = Objects.requireNonNull(one.errorFile());
        return as(() -> files.open(new FileId(UUID.fromString(url.substring(url.lastIndexOf('/') + 1)))))
                .isPresent();
    }

    @Nullable
    String text(String sql) {
        return as(() -> transactions.execute(_ -> jdbc.sql(sql)
                .param(tenant.value())
                .query(String.class)
                .optional()
                .orElse("")));
    }

    String everything() {
        return String.valueOf(text("""
                select string_agg(each, ' ') from (
                    select to_jsonb(s)::text as each, tenant_id from orders.shopper s
                    union all select to_jsonb(o)::text, tenant_id from orders.customer_order o
                    union all select to_jsonb(a)::text, tenant_id from orders.order_address a
                    union all select to_jsonb(e)::text, tenant_id from orders.erased_address e) x
                where tenant_id = ?"""));
    }

    static void owner(String sql) throws Exception {
        try (var database = TestDatabase.shared().as("postgres");
                var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    <T> T as(Supplier<T> action) {
        return TenantContext.callAs(
                tenant, () -> Caller.staff(tenant, Ids.next(), Set.of()).call(action));
    }
}
