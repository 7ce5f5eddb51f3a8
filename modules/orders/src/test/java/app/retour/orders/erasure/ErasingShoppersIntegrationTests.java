package app.retour.orders.erasure;

import static app.retour.orders.OrderFixtures.NOON;
import static app.retour.orders.OrderFixtures.aLine;
import static app.retour.orders.OrderFixtures.aTenant;
import static app.retour.orders.OrderFixtures.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import app.retour.privacy.ErasureObstacle;
import app.retour.privacy.ErasureStandsBack;
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
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionOperations;
import retour.testkit.RetourTest;
import retour.testkit.TestClock;
import retour.testkit.TestDatabase;

/** What stays of a shopper who was erased, what goes and what is left alone. */
@RetourTest
@TestPropertySource(properties = "retour.jobs.enabled=false")
class ErasingShoppersIntegrationTests {
    private static final String EMAIL = "ada@lovelace.example";

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

    private TenantId tenant = new TenantId(Ids.next());

    @BeforeEach
    void openShopBeforeAnythingIsBought() {
        clock.setTo(NOON.minus(Duration.ofDays(1)));
        tenant = aTenant(tenants);
    }

    @AfterEach
    void realTime() {
        clock.run();
    }

    @Test
    void whoIsBlockedStaysBlockedAndNobodyElseBecomesSo() {
        var blocked = buys(EMAIL, "B-1");
        var free = buys("free@lovelace.example", "F-1");
        is(EMAIL, true);
        assertThat(erase(blocked).kept()).singleElement().asString().contains("blocked", "keyed hash");
        assertThat(erase(free).kept()).isEmpty();
        assertThat(text("select string_agg(k, '') from privacy.erasure e, unnest(e.kept) k where e.tenant_id = ?"))
                .contains("blocked");
        assertThat(text("select string_agg(to_jsonb(a)::text, '') from orders.erased_address a where a.tenant_id = ?"))
                .doesNotContain("lovelace");

        assertThat(shopper(buys(EMAIL, "B-2")).blocked()).isTrue();
        assertThat(shopper(buys("free@lovelace.example", "F-2")).blocked()).isNull();
        erase(buys(EMAIL, "B-3"));
        assertThat(shopper(buys(EMAIL, "B-4")).blocked()).as("erased again").isTrue();
        is(EMAIL, false);
        erase(buys(EMAIL, "B-5"));
        assertThat(shopper(buys(EMAIL, "B-6")).blocked()).as("let in meanwhile").isNull();
    }

    @Test
    void onlyWhatImportsSaidOfThemGoes() {
        var theirs = buys(EMAIL, "1001");
        var of = imported("orders of lovelace.csv", problemOf("#1001"));
        var others = imported("orders.csv", problemOf("#2002"));
        assertThat(of.errorFile()).isNotNull();
        var erased = erase(theirs);
        assertThat(erased.rows().get("imports"))
                .as("a problem, its file, a name")
                .isEqualTo(3);
        assertThat(found(of)).returns(null, Import::errorFile).returns(null, Import::fileName);
        assertThat(open(of)).isFalse();
        assertThat(found(others)).isEqualTo(others);
        assertThat(open(others)).isTrue();
        assertThat(as(() -> imports.problems(others.id(), 10))).hasSize(1);
        assertThat(as(() -> imports.problems(of.id(), 10))).isEmpty();
    }

    @Test
    void theyEraseThemselvesOnce() {
        var theirs = buys(EMAIL, "1001");
        var shopper = Objects.requireNonNull(theirs.shopper()).value();
        as(() -> erasure.eraseAsTheyAsk(shopper));
        var known = buys(EMAIL, "1002");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> as(() -> erasure.eraseAsTheyAsk(shopper)))
                .satisfies(refusal -> {
                    assertThat(refusal.code()).isEqualTo(ErrorCode.WRONG_STATE);
                    assertThat(refusal.getMessage()).contains("already");
                });
        assertThat(shopper(known).email()).as("who came back").isEqualTo(EMAIL);
        assertThat(text("select count(*)::text from privacy.erasure where tenant_id = ?"))
                .isEqualTo("1");
    }

    @Test
    void whatStandsAgainstItIsToldByItsKind() {
        var theirs = buys(EMAIL, "1001");
        as(() -> transactions.execute(
                _ -> jdbc.sql("""
                        insert into orders.import_job (tenant_id, id, kind, state, bytes_total, started_at)
                        values (?, ?, 'SHOPIFY_ORDERS', 'RUNNING', 1, now())
                        """).params(tenant.value(), Ids.next()).update()));
        assertThatExceptionOfType(ErasureStandsBack.class)
                .isThrownBy(() -> as(() -> erasure.eraseAsTheyAsk(
                        Objects.requireNonNull(theirs.shopper()).value())))
                .satisfies(refusal -> assertThat(refusal.kinds()).containsExactly(ErasureObstacle.Kind.RUNNING_IMPORT));
    }

    /** The row that ends an erasure cannot be written: as if the process were killed just before it is committed. */
    @Test
    void whatIsCutOffAtItsEndHasErasedNothingAndGoesThroughTheNextTime() throws Exception {
        var theirs = buys(EMAIL, "1001");
        var before = everything();
        owner("alter table privacy.erasure add constraint cut_off check (tenant_id <> '%s')".formatted(tenant));
        try {
            assertThatThrownBy(() -> erase(theirs)).isNotInstanceOf(Refusal.class);
        } finally {
            owner("alter table privacy.erasure drop constraint cut_off");
        }
        assertThat(everything()).isEqualTo(before).contains(EMAIL);
        erase(theirs);
        assertThat(everything()).doesNotContain(EMAIL);
    }

    @Test
    void linksAreMailedAsOftenAsTheAddressAndTheShopAllow() {
        var left = new int[] {100};
        var requests = new ErasureRequests(
                orders,
                tenants,
                links,
                mails,
                throttle,
                new StaticListableBeanFactory(Map.of("quota", (MailQuota) () -> left[0]-- > 0))
                        .getBeanProvider(MailQuota.class));
        var email = "s" + Ids.next() + "@shopper.example";
        for (var shop = 0; shop < 4; shop++) {
            live();
            var order = buys(email, "1001").id();
            for (var mail = 0; mail < (shop == 3 ? 1 : 3); mail++) {
                as(() -> sent(requests, order));
            }
            throttled(List.of(), requests, order);
        }
        assertThat(left[0])
                .as("counted with the shop's mails, and only what left")
                .isEqualTo(90);
        live();
        left[0] = 0;
        var other = buys("other" + email, "1001").id();
        throttled(List.of("shop"), requests, other);
        left[0] = 3;
        for (var mail = 0; mail < 3; mail++) {
            as(() -> sent(requests, other));
        }
        assertThat(jdbc.sql("select count(*) from tenants.account_mail where recipient like ?")
                        .param("%" + email)
                        .query(Integer.class)
                        .single())
                .isEqualTo(13);
    }

    private static boolean sent(ErasureRequests requests, OrderId order) {
        requests.sendLink(order, Locale.ENGLISH);
        return true;
    }

    private void throttled(List<String> field, ErasureRequests requests, OrderId order) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> as(() -> sent(requests, order)))
                .satisfies(refusal -> {
                    assertThat(refusal.code()).isEqualTo(ErrorCode.THROTTLED);
                    assertThat(refusal.field()).isEqualTo(field);
                });
    }

    private void live() {
        tenant = aTenant(tenants);
        as(() -> transactions.execute(_ -> jdbc.sql("update tenants.tenant set live = true where id = ?")
                .param(tenant.value())
                .update()));
    }

    private Order buys(String email, String number) {
        return as(() -> orders.upsert(anOrder("x" + number, "#" + number, email, aLine("A", 1, "10.00"))));
    }

    private void is(String email, boolean blocked) {
        as(() -> shoppers.upsert(List.of(new ShopperUpsert(email, null, null, null, null, blocked, null, null, null))));
    }

    private Shopper shopper(Order order) {
        return as(() -> orders.shopper(Objects.requireNonNull(order.shopper()))).orElseThrow();
    }

    private Erased erase(Order order) {
        return as(() -> erasure.erase(DataSubject.ofOrder(order.id().value()), true));
    }

    private static String problemOf(String number) {
        return """
                Name,Email,Financial Status,Currency,Subtotal,Shipping,Taxes,Total,Lineitem quantity,Lineitem name,Lineitem price,Created at
                %s,x@example.com,paid,EUR,10.00,0.00,0.00,10.00,many,Thing,10.00,2026-11-01 10:00:00 +0100
                """.formatted(number);
    }

    private Import imported(String name, String csv) {
        return as(() -> {
            var file = files.store(new FileUpload(
                    FileKind.IMPORT, new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), name, null));
            var started = imports.start(ImportKind.SHOPIFY_ORDERS, file);
            reading.run(new ImportRun.Wanted(started.id().value()));
            return imports.find(started.id()).orElseThrow();
        });
    }

    private Import found(Import one) {
        return as(() -> imports.find(one.id())).orElseThrow();
    }

    private boolean open(Import one) {
        var url = Objects.requireNonNull(one.errorFile());
        return as(() -> files.open(new FileId(UUID.fromString(url.substring(url.lastIndexOf('/') + 1)))))
                .isPresent();
    }

    private @Nullable String text(String sql) {
        return as(() -> transactions.execute(_ -> jdbc.sql(sql)
                .param(tenant.value())
                .query(String.class)
                .optional()
                .orElse("")));
    }

    private String everything() {
        return String.valueOf(text("""
                select string_agg(each, ' ') from (
                    select to_jsonb(s)::text as each, tenant_id from orders.shopper s
                    union all select to_jsonb(o)::text, tenant_id from orders.customer_order o
                    union all select to_jsonb(a)::text, tenant_id from orders.order_address a
                    union all select to_jsonb(e)::text, tenant_id from orders.erased_address e) x
                where tenant_id = ?"""));
    }

    private static void owner(String sql) throws Exception {
        try (var database = TestDatabase.shared().as("postgres");
                var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    private <T> T as(Supplier<T> action) {
        return TenantContext.callAs(
                tenant, () -> Caller.staff(tenant, Ids.next(), Set.of()).call(action));
    }
}
