package app.retour.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.retour.api.GlobalId;
import app.retour.files.FileKind;
import app.retour.files.FileUpload;
import app.retour.files.Files;
import app.retour.tenants.Tenants;
import app.retour.tenants.tenancy.TenantContext;
import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A shopper with two returns, one at its end and one open, and a mark in every place where words of or about them may stand. */
final class MarkedShopper {
    private static final Pattern LINK = Pattern.compile("(/r/[a-z0-9-]+/s/[A-Za-z0-9_.-]+)");
    final Markers marks = new Markers();
    final Shop shop;
    final List<String> links = new ArrayList<>();
    String order = "";
    String returnId = "";
    String openRma = "";
    String session = "";
    private final Tenants tenants;
    private final Files files;

    MarkedShopper(Shop shop, Tenants tenants, Files files) {
        this.shop = shop;
        this.tenants = tenants;
        this.files = files;
    }

    String email() {
        return marks.at("e-mail") + "@shopper.example";
    }

    void untilEverythingIsSaid() {
        isKnown();
        var shopper = ShopperAtThePortal.proving(shop, "7001", email());
        session = shopper.session();
        asks(shopper);
        var marked = new MarkedReturn(shop, marks, returnId);
        marked.judged(shopper, photo("later photo"));
        marked.travels();
        marked.received();
        shop.mutate(
                "closeReturn",
                Map.of("returnId", returnId, "version", marked.version(), "reason", marks.at("why it was closed")),
                "return { id }");
        openRma = shopper.request("MARK-C", "defective", Map.of("comment", marks.at("comment of an open return")))
                .at("/rmaNumber")
                .asString();
        shop.settled();
        shop.mutate(
                "sendTestMessage",
                Map.of("moment", "REFUND_ISSUED", "returnId", returnId, "idempotencyKey", "test"),
                "userErrors { code }");
        links();
    }

    /** By everything that may tell of a shopper. */
    private void isKnown() {
        for (var fact : List.of("SHOPPER", "ORDER")) {
            var name = fact.equals("SHOPPER") ? "tier" : "pickup";
            shop.mutate(
                    "defineCustomFact",
                    Map.of(
                            "fact",
                            Map.of(
                                    "name",
                                    name,
                                    "label",
                                    name,
                                    "attribute",
                                    name,
                                    "type",
                                    "TEXT",
                                    "source",
                                    fact,
                                    "personal",
                                    true),
                            "idempotencyKey",
                            name),
                    "fact { key }");
        }
        shop.publish(List.of(Map.of(
                "name",
                "Gold",
                "when",
                Map.of("test", Map.of("fact", "custom.tier", "operator", "EQUALS", "values", List.of("gold"))),
                "then",
                Map.of("decision", Map.of("outcome", "APPROVE")))));
        // Who names a file after somebody names them.
        imports(marks.at("name") + " " + marks.at("name of a file"));
        var known = tell();
        order = known.at("/orders/0/id").asString();
        var shopper = known.at("/orders/0/shopper/id").asString();
        push("shopperId", shopper, "tier");
        push("orderId", order, "pickup");
    }

    private void push(String field, String id, String name) {
        shop.mutate(
                "pushAttributes",
                Map.of(field, id, "attributes", List.of(Map.of("name", name, "values", List.of(marks.at(name))))),
                "attributes { name }");
    }

    JsonNode tell() {
        var delivered = Instant.now().minus(Duration.ofDays(5));
        var told = new LinkedHashMap<String, Object>();
        told.put("externalId", "mark-7001");
        told.put("number", "7001");
        told.put("email", email());
        told.put("shopperName", marks.at("name"));
        told.put("shopperPhone", marks.digitsAt("phone"));
        told.put("placedAt", delivered.minus(Duration.ofDays(4)).toString());
        told.put("fulfilledAt", delivered.minus(Duration.ofDays(2)).toString());
        told.put("deliveredAt", delivered.toString());
        told.put("currencyCode", "EUR");
        told.put("subtotal", "140.00");
        told.put("shipping", "0.00");
        told.put("total", "140.00");
        told.put("shippingCountry", "US");
        told.put("shipTo", address("shipping"));
        told.put("billTo", address("billing"));
        told.put("tenders", List.of(Map.of("id", "t", "kind", "CARD", "amount", "140.00", "label", "Visa")));
        told.put("lines", List.of(line("A", "80.00"), line("B", "30.00"), line("C", "30.00")));
        return shop.mutate("upsertOrders", Map.of("orders", List.of(told)), "orders { id erasedAt shopper { id } }");
    }

    private Map<String, Object> address(String which) {
        var address = new LinkedHashMap<String, Object>();
        for (var field : List.of("name", "company", "line1", "line2", "city", "province")) {
            address.put(field, marks.at(which + " " + field));
        }
        address.put("postcode", marks.digitsAt(which + " postcode"));
        address.put("phone", marks.digitsAt(which + " phone"));
        address.put("country", "US");
        return address;
    }

    private static Map<String, Object> line(String which, String price) {
        return Map.of(
                "externalId",
                which,
                "sku",
                "MARK-" + which,
                "title",
                "Lamp " + which,
                "quantity",
                1,
                "fulfilledQuantity",
                1,
                "unitPrice",
                price,
                "giftCard",
                false);
    }

    /** @return how many rows were refused */
    int imports(String called) {
        var csv = "Email,First Name,Last Name\n%s,%s,X\n".formatted(email(), marks.at("name"));
        var file = store(FileKind.IMPORT, called + ".csv", csv.getBytes(StandardCharsets.UTF_8), null);
        var id = shop.mutate(
                        "startImport",
                        Map.of("kind", "SHOPIFY_CUSTOMERS", "fileId", file, "idempotencyKey", file),
                        "import { id }")
                .at("/import/id")
                .asString();
        return await().atMost(Duration.ofMinutes(3))
                .until(
                        () -> shop.ask("query($id: ID!) { import(id: $id) { state failed } }", Map.of("id", id))
                                .at("/import"),
                        found -> found.at("/state").asString().equals("DONE"))
                .at("/failed")
                .asInt();
    }

    private void asks(ShopperAtThePortal shopper) {
        var asked = shopper.request(List.of(
                item(
                        shopper,
                        "MARK-A",
                        Map.of("comment", marks.at("comment"), "photoFileIds", List.of(photo("photo")))),
                item(shopper, "MARK-B", Map.of("comment", marks.at("second comment")))));
        returnId = asked.at("/id").asString();
    }

    private static Map<String, Object> item(ShopperAtThePortal shopper, String sku, Map<String, Object> more) {
        var item = new LinkedHashMap<>(more);
        item.put("orderLineId", shopper.line(sku).at("/orderLineId").asString());
        item.put("quantity", 1);
        item.put("reason", "defective");
        return item;
    }

    private String photo(String place) {
        return store(
                FileKind.PHOTO,
                marks.at("file name of a " + place) + ".png",
                DrawnPhoto.of(Color.ORANGE, "png"),
                GlobalId.parse(order, "Order"));
    }

    private String store(FileKind kind, String name, byte[] content, @Nullable UUID owner) {
        var tenant = tenants.bySlug(shop.merchant().slug()).orElseThrow();
        return GlobalId.of(
                "StoredFile",
                TenantContext.callAs(
                                tenant,
                                () -> files.store(new FileUpload(kind, new ByteArrayInputStream(content), name, owner)))
                        .value());
    }

    private void links() {
        links.add(path(shop.mutate("issueShopperLink", Map.of("orderId", order), "url")
                .at("/url")
                .asString()));
        links.add(path(new Letterbox(email()).awaitMail("Refund issued").text()));
    }

    private static String path(String text) {
        var found = LINK.matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return found.group(1);
    }

    /** Which of these words the export of this shopper has. */
    List<String> exported(Collection<String> words) {
        var data = shop.mutate("exportShopper", Map.of("orderId", order), "data")
                .at("/data")
                .toString();
        return words.stream()
                .filter(data::contains)
                .map(word -> "export holds " + word)
                .toList();
    }

    JsonNode erase() {
        return shop.mutate(
                        "eraseShopper",
                        Map.of("orderId", order, "evenWhileOpen", true),
                        "erasure { counts { kind count } }")
                .at("/erasure");
    }

    /** By the shop's next push and the next file. */
    void isToldAgain() {
        var again = tell();
        assertThat(again.at("/orders/0/erasedAt").isNull()).as("it says so").isFalse();
        assertThat(again.at("/orders/0/shopper").isNull()).isTrue();
        assertThat(imports("customers")).as("it says so").isEqualTo(1);
        var refused = shop.staff()
                .mutate(
                        "pushAttributes",
                        Map.of(
                                "orderId",
                                order,
                                "attributes",
                                List.of(Map.of("name", "pickup", "values", List.of("x")))),
                        "attributes { name }");
        assertThat(refused.at("/userErrors/0/code").asString()).isEqualTo("WRONG_STATE");
    }
}
