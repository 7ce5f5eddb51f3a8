package app.retour.orders.imports;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.files.FileKind;
import app.retour.files.FileUpload;
import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.kernel.TenantId;
import app.retour.orders.OrderFixtures;
import app.retour.orders.OrderUpsert;
import app.retour.orders.OrderUpserts;
import app.retour.orders.csv.Told;
import app.retour.orders.rows.Change;
import app.retour.orders.shopify.ShopifyFile;
import app.retour.tenants.tenancy.TenantContext;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Whatever a file tells, a set at a time, is stored as if each of its orders had been told alone. */
class ImportedAsToldIntegrationTests extends ImportingFiles {
    /** Enough of them that most are copied, see RowWriter. */
    private static final int ORDERS = 150;

    private static final String STORED = """
            select o.number, to_jsonb(o) - '{tenant_id,id,shopper_id,created_at,updated_at}'::text[] as order,
                (select to_jsonb(s) - '{tenant_id,id,created_at,updated_at}'::text[] from orders.shopper s
                    where s.id = o.shopper_id) as shopper,
                (select jsonb_agg(to_jsonb(l) - '{tenant_id,id,order_id}'::text[] order by line_key) from orders.order_line l
                    where l.order_id = o.id) as lines,
                (select jsonb_agg(to_jsonb(t) - '{tenant_id,order_id}'::text[] order by t.id) from orders.tender t
                    where t.order_id = o.id) as tenders,
                (select jsonb_agg(to_jsonb(a) - '{tenant_id,order_id}'::text[] order by purpose) from orders.order_address a
                    where a.order_id = o.id) as addresses
            from orders.customer_order o order by o.number_key
            """;

    @Autowired
    OrderUpserts upserts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transactions;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void anyFileAndTheNextOne(long seed) {
        var random = new Random(seed);
        var alone = OrderFixtures.aTenant(tenants);
        for (var round = 0; round < 2; round++) {
            var csv = file(random, round > 0);
            var done = imported(csv);
            var told = toldAlone(alone, csv);
            assertThat(Map.of(
                            Change.CREATED, done.created(),
                            Change.UPDATED, done.updated(),
                            Change.UNCHANGED, done.unchanged()))
                    .isEqualTo(told.changes);
            assertThat(done.failed()).isEqualTo(told.refused.size()).isPositive();
            assertThat(as(() -> imports.problems(done.id(), 1_000)).stream()
                            .filter(problem -> !problem.taken())
                            .map(problem -> problem.subject() + ": " + problem.message()))
                    .containsExactlyInAnyOrderElementsOf(told.refused);
            var together = stored(tenant);
            assertThat(together.size()).as("so that they were copied").isGreaterThan(80);
            assertThat(together).containsExactlyElementsOf(stored(alone));
        }
    }

    private Import imported(String csv) {
        return as(() -> {
            var file = files.store(new FileUpload(
                    FileKind.IMPORT, new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), "a.csv", null));
            var started = imports.start(ImportKind.SHOPIFY_ORDERS, file);
            reading.run(new ImportRun.Wanted(started.id().value()));
            return imports.find(started.id()).orElseThrow();
        });
    }

    private record Alone(Map<Change, Integer> changes, List<String> refused) {}

    /** As an integrator tells them, one in a transaction. */
    private Alone toldAlone(TenantId shop, String csv) {
        var changes = new EnumMap<Change, Integer>(Map.of(Change.CREATED, 0, Change.UPDATED, 0, Change.UNCHANGED, 0));
        var refused = new ArrayList<String>();
        try (var file = ShopifyFile.ofOrders(() -> new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)))) {
            while (file.hasNext()) {
                var told = file.next();
                try {
                    changes.merge(change(shop, told), 1, Integer::sum);
                } catch (Refusal why) {
                    refused.add(told.subject() + ": " + why.getMessage());
                }
            }
        }
        return new Alone(changes, refused);
    }

    private Change change(TenantId shop, Told<OrderUpsert> told) {
        var problem = told.problem();
        if (problem != null) {
            throw new Refusal(ErrorCode.INVALID, String.valueOf(problem.getMessage()));
        }
        return TenantContext.callAs(
                        shop,
                        () -> transactions.execute(_ -> upserts.take(List.of(Objects.requireNonNull(told.value())))))
                .getFirst()
                .change();
    }

    private List<Map<String, @Nullable Object>> stored(TenantId shop) {
        return TenantContext.callAs(
                shop,
                () -> transactions.execute(_ -> jdbc.sql(STORED).query().listOfRows().stream()
                        .map(row -> {
                            row.replaceAll((_, value) -> String.valueOf(value));
                            return row;
                        })
                        .toList()));
    }

    /**
     * Orders of few numbers, so that some come twice, apart from each other and told otherwise.
     *
     * @param contradicting some do not go with what is known, so that what they are told with is taken in parts
     */
    private static String file(Random random, boolean contradicting) {
        var csv = new StringBuilder(
                "Name,Email,Financial Status,Fulfillment Status,Fulfilled at,Cancelled at,Currency,Subtotal,"
                        + "Shipping,Taxes,Total,Discount Amount,Created at,Phone,Lineitem quantity,Lineitem name,Lineitem price,"
                        + "Lineitem sku,Billing Name,Shipping Name,Shipping Zip,Shipping Country,Shipping Phone,Payment Method,"
                        + "Refunded Amount,Tags,Id\n");
        IntStream.range(0, ORDERS).forEach(_ -> {
            var number = random.nextInt(400);
            var lines = 1 + random.nextInt(3);
            for (var line = 0; line < lines; line++) {
                csv.append(line == 0 ? head(random, number, contradicting) : "#%d,,,,,,,,,,,,,,".formatted(number))
                        .append("%d,%s,%d.50,%s,"
                                .formatted(
                                        1 + random.nextInt(3),
                                        one(random, "Shirt", "\"Socks, \"\"warm\"\"\"", "Tasse \\N Ä🦊", "Belt"),
                                        1 + random.nextInt(20),
                                        one(random, "", "S-1", "K-2")))
                        .append(line == 0 ? tail(random, number, contradicting) : ",,,,,,,,\n");
            }
        });
        return csv.toString();
    }

    private static String head(Random random, int number, boolean contradicting) {
        return "#%d,%s,%s,%s,%s,%s,%s,,%s,%s,%d.00,%s,2026-10-01 10:00:00 +0200,%s,"
                .formatted(
                        number,
                        random.nextInt(15) == 0
                                ? "no address"
                                : one(random, "", "p%d@example.com".formatted(number % 40), "Ada@BÜCHER.example"),
                        one(random, "paid", "partially_paid", "refunded", ""),
                        one(random, "fulfilled", "unfulfilled", ""),
                        one(random, "", "2026-10-03 10:00:00 +0200"),
                        one(random, "", "", "2026-10-04 10:00:00 +0200"),
                        contradicting && random.nextInt(30) == 0 ? "USD" : "EUR",
                        one(random, "", "4.90"),
                        one(random, "", "1.20"),
                        20 + random.nextInt(60),
                        one(random, "", "2.00"),
                        one(random, "", "", "+49 30 901820"));
    }

    private static String tail(Random random, int number, boolean contradicting) {
        return "%s,%s,%s,DE,%s,%s,%s,%s,%s\n"
                .formatted(
                        one(random, "", "Ada Lovelace"),
                        one(random, "", "Grace Hopper"),
                        one(random, "", "10115"),
                        one(random, "", "'030 1234567"),
                        one(random, "", "PayPal", "PayPal + Gift Card"),
                        one(random, "", "0.00", "3.00"),
                        one(random, "", "\"vip, \"\"x\"\"\"", "a\\b"),
                        contradicting && random.nextInt(30) == 0
                                ? 70_001
                                : random.nextBoolean() ? "" : 70_000 + number);
    }

    private static String one(Random random, String... of) {
        return of[random.nextInt(of.length)];
    }
}
