package app.retour.orders.imports;

import static app.retour.orders.OrderFixtures.aTenant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.retour.api.Caller;
import app.retour.api.GlobalId;
import app.retour.files.FileKind;
import app.retour.files.FileUpload;
import app.retour.files.Files;
import app.retour.kernel.Ids;
import app.retour.kernel.TenantId;
import app.retour.orders.Orders;
import app.retour.tenants.Tenants;
import app.retour.tenants.tenancy.TenantContext;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.client.ClientGraphQlResponse;
import org.springframework.graphql.client.GraphQlClient;
import retour.testkit.RetourTest;

/** As the admin does it: the import is asked for in the API, a job reads the file, and its progress is asked for. */
@RetourTest
class ImportsInTheApiIntegrationTests {
    private static final String START = """
            mutation($kind: ImportKind!, $file: ID!, $key: String!) {
              startImport(input: {kind: $kind, fileId: $file, idempotencyKey: $key}) {
                import { id state percent } userErrors { code field message } } }""";
    private static final String PROGRESS = """
            query($id: ID!) { import(id: $id) { id kind state percent rows created updated unchanged failed withoutProof failure
              errors(first: 10) { line column message } report { ofFile orders } } }""";
    private static final String ORDERS_CSV = """
            Name,Email,Currency,Created at,Subtotal,Shipping,Taxes,Duties,Total,Lineitem quantity,Lineitem name,Lineitem price,Id
            #1,ada@example.com,EUR,2026-10-01 10:00:00 +0200,30.00,5.00,0,7.50,42.50,1,Lamp,30.00,1
            #2,ada@example.com,EUR,2026-10-01 10:00:00 +0200,30.00,5.00,0,0,35.00,many,Lamp,30.00,2
            """;

    @Autowired
    GraphQlClient api;

    @Autowired
    Orders orders;

    @Autowired
    Files files;

    @Autowired
    Tenants tenants;

    TenantId tenant = new TenantId(Ids.next());
    private Caller owner = Caller.anonymous(null);

    @BeforeEach
    void openShop() {
        tenant = aTenant(tenants);
        owner = Caller.staff(tenant, UUID.randomUUID(), Set.of("orders:read", "orders:write"));
    }

    @Test
    void aFileIsReadByAJobAndItsProgressCanBeWatched() {
        var file = uploaded(ORDERS_CSV);
        var started = started("SHOPIFY_ORDERS", file, "k1");
        var id = id(started);
        assertThat(started("SHOPIFY_ORDERS", file, "k1")
                        .field("startImport.import.id")
                        .<String>getValue())
                .as("asked twice with one key, it is read once")
                .isEqualTo(id);

        var done = finished(id);
        assertThat(done.field("import.state").<String>getValue()).isEqualTo("DONE");
        assertThat(done.field("import.percent").<Integer>getValue()).isEqualTo(100);
        assertThat(done.field("import.rows").<Integer>getValue()).isEqualTo(2);
        assertThat(done.field("import.created").<Integer>getValue()).isEqualTo(1);
        assertThat(done.field("import.failed").<Integer>getValue()).isEqualTo(1);
        assertThat(done.field("import.errors[0].line").<Integer>getValue()).isEqualTo(3);
        assertThat(done.field("import.errors[0].column").<String>getValue()).isEqualTo("Lineitem quantity");
        var order = TenantContext.callAs(tenant, () -> orders.byNumber("1")).orElseThrow();
        assertThat(order.reconciles()).as("the total accounts for the duties").isTrue();
        assertThat(order.subtotal())
                .isEqualTo(order.total()
                        .minus(order.shipping())
                        .minus(order.charges().duties()));
    }

    @Test
    void customersBringTheirTagsSoThatRulesKnowAVip() {
        finished(id(started("SHOPIFY_ORDERS", uploaded(ORDERS_CSV), "o")));
        var done = finished(id(started("SHOPIFY_CUSTOMERS", uploaded("""
                        First Name,Last Name,Email,Tags,Total Spent,Total Orders
                        Ada,Example,Ada@Example.com,"VIP, newsletter",310.00,4
                        """), "c")));
        assertThat(done.field("import.updated").<Integer>getValue()).isEqualTo(1);
        var shopper = TenantContext.callAs(
                tenant,
                () -> orders.shopper(Objects.requireNonNull(
                        orders.byNumber("1").orElseThrow().shopper())));
        assertThat(shopper.orElseThrow().tags()).containsExactly("VIP", "newsletter");
    }

    @Test
    void aFileOfAnyShopIsProposedShownAndRead() {
        var text = """
                Bestellnummer;Bestelldatum;E-Mail;Artikel;Menge;Einzelpreis;Gesamtbetrag
                B-1;30.09.2026;eva@example.com;Kanne;2;1.049,50;2.099,00
                """;
        var file = uploaded(text);
        var proposed = ask("""
                query($file: ID!) { orderFileMapping(fileId: $file) { userErrors { message } mapping {
                  system saved shopify rows dates possibleDates decimalSign currencyCode prices
                  columns { name samples } fields { field part label help column } problems { field column message }
                  notes { field message }
                  preview { line number placedAt email shopperName postcode opens reconciles difference { amount } subtotal { amount } total { amount currencyCode }
                    lines { title sku quantity paid { amount } } column problem } } } }""", Map.of("file", file));
        assertThat(proposed.getErrors()).isEmpty();
        assertThat(proposed.field("orderFileMapping.mapping.decimalSign").<String>getValue())
                .isEqualTo("COMMA");
        assertThat(proposed.field("orderFileMapping.mapping.columns[0].samples[0]")
                        .<String>getValue())
                .isEqualTo("B-1");
        assertThat(proposed.field("orderFileMapping.mapping.preview[0].total.amount")
                        .<String>getValue())
                .isEqualTo("2099.00");
        assertThat(proposed.field("orderFileMapping.mapping.notes[0].field").<String>getValue())
                .isEqualTo("STATUS");
        assertThat(proposed.field("orderFileMapping.mapping.preview[0].reconciles")
                        .<Boolean>getValue())
                .isTrue();
        assertThat(proposed.field("orderFileMapping.mapping.preview[0].opens").<Boolean>getValue())
                .isTrue();
        List<Map<String, Object>> fields = Objects.requireNonNull(
                proposed.field("orderFileMapping.mapping.fields").getValue());
        var columns = fields.stream()
                .filter(field -> field.get("column") != null)
                .map(field -> Map.of("field", field.get("field"), "column", field.get("column")))
                .toList();
        var started = ask("""
                mutation($file: ID!, $columns: [OrderFileColumnInput!]!) { startImport(input: {kind: MAPPED_ORDERS,
                  fileId: $file, idempotencyKey: "m", mapping: {columns: $columns, rows: LINE_PER_ROW, dates: DAY_FIRST,
                  decimalSign: COMMA, currencyCode: "EUR"}}) { import { id } userErrors { field message } } }""", Map.of("file", file, "columns", columns));
        assertThat(started.getErrors()).isEmpty();
        var done = finished(id(started));
        assertThat(done.field("import.created").<Integer>getValue()).isEqualTo(1);
        assertThat(done.field("import.withoutProof").<Integer>getValue()).isZero();
        assertThat(ask(
                                "query($file: ID!) { orderFileMapping(fileId: $file) { mapping { saved } } }",
                                Map.of("file", uploaded(text)))
                        .field("orderFileMapping.mapping.saved")
                        .<Boolean>getValue())
                .isTrue();
    }

    @Test
    void aPlaceholderIsShownAsNoProofAndWhatWouldBeRefusedAsRefused() {
        var file = uploaded("""
                Order,Date,Email,Product,Qty,Price,Total,Zip
                1,2026-10-01,,Tee,1,5.00,9.90,00000
                2,2026-10-01,no address,Tee,1,5.00,5.00,10115
                """);
        var proposed = ask("""
                query($file: ID!) { orderFileMapping(fileId: $file) { mapping {
                  preview { postcode opens reconciles difference { amount } column problem } } } }""", Map.of("file", file));
        assertThat(proposed.getErrors()).isEmpty();
        var preview = "orderFileMapping.mapping.preview[%d].%s";
        assertThat(proposed.field(preview.formatted(0, "postcode")).<Object>getValue())
                .isNull();
        assertThat(proposed.field(preview.formatted(0, "opens")).<Boolean>getValue())
                .isFalse();
        assertThat(proposed.field(preview.formatted(0, "difference.amount")).<String>getValue())
                .isEqualTo("4.90");
        assertThat(proposed.field(preview.formatted(1, "column")).<String>getValue())
                .isEqualTo("email");
        assertThat(proposed.field(preview.formatted(1, "problem")).<String>getValue())
                .contains("not an e-mail address");
    }

    @Test
    void whatIsNoFileOfOrdersIsRefusedInWords() {
        var answer = ask(
                "query($file: ID!) { orderFileMapping(fileId: $file) { mapping { saved } userErrors { field message } } }",
                Map.of("file", uploaded("only,a,header\n")));
        assertThat(answer.getErrors()).isEmpty();
        assertThat(answer.field("orderFileMapping.mapping").<Object>getValue()).isNull();
        assertThat(answer.field("orderFileMapping.userErrors[0].message").<String>getValue())
                .contains("no rows");
    }

    @Test
    void anImportOfAnotherMerchantIsNotThere() {
        var id = id(started("SHOPIFY_ORDERS", uploaded(ORDERS_CSV), "k"));
        var other = aTenant(tenants);
        var stranger = Caller.staff(other, UUID.randomUUID(), Set.of("orders:read"));
        var seen = TenantContext.callAs(
                other,
                () -> stranger.call(
                        () -> api.document(PROGRESS).variables(Map.of("id", id)).executeSync()));
        assertThat(seen.field("import").<Object>getValue()).isNull();
        finished(id);
    }

    private ClientGraphQlResponse started(String kind, String file, String key) {
        var answer = ask(START, Map.of("kind", kind, "file", file, "key", key));
        assertThat(answer.getErrors()).isEmpty();
        return answer;
    }

    private static String id(ClientGraphQlResponse started) {
        return Objects.requireNonNull(started.field("startImport.import.id").<String>getValue());
    }

    private ClientGraphQlResponse finished(String id) {
        return await("the import's end")
                .pollInSameThread()
                .atMost(Duration.ofMinutes(5))
                .until(
                        () -> ask(PROGRESS, Map.of("id", id)),
                        seen -> seen.getErrors().isEmpty()
                                && Set.of("DONE", "FAILED")
                                        .contains(seen.field("import.state").<String>getValue()));
    }

    private String uploaded(String csv) {
        var file = TenantContext.callAs(
                tenant,
                () -> files.store(new FileUpload(
                        FileKind.IMPORT,
                        new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)),
                        "a.csv",
                        null)));
        return GlobalId.of("StoredFile", file.value());
    }

    private ClientGraphQlResponse ask(String document, Map<String, Object> variables) {
        return TenantContext.callAs(
                tenant,
                () -> owner.call(
                        () -> api.document(document).variables(variables).executeSync()));
    }
}
