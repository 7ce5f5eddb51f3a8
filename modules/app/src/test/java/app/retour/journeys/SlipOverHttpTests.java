package app.retour.journeys;

import static app.retour.journeys.WrittenRules.ALWAYS;
import static app.retour.journeys.WrittenRules.decide;
import static app.retour.journeys.WrittenRules.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.retour.app.security.StartedApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The slip as the team downloads it: the shop's own letters, all items, and the country in the slip's language. */
@StartedApplication
class SlipOverHttpTests {
    private static final List<String> TITLES = List.of(
            "リネンシャツ【限定】山田太郎モデル",
            "قميص كتان 34/36 أزرق (محمد علي)",
            "חולצת פשתן (L) 12.50 שלום",
            "เสื้อเชิ้ตผ้าลินินสีขาวแขนยาวสำหรับฤดูร้อนที่ร้อนมากในประเทศไทย",
            "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftsjacke",
            "Tee 12 مقاس XL (2 × 3) שלום 99%");

    @LocalServerPort
    int port;

    @Test
    void asManyItemsAsAReturnTakesAreAllOnIt() throws IOException {
        var shop = aShopInJapan();
        var id = sentBack(
                shop,
                IntStream.range(0, 100)
                        .mapToObj(i -> "%s %d".formatted(TITLES.get(i % TITLES.size()), i + 1))
                        .toList());
        var text = read(shop, id, "en", "many");
        assertThat(text).contains("Return slip R-", "山田商店", "Japan", "東京都千代田区丸の内1-2-3", "Page 1 of ");
        assertThat(IntStream.rangeClosed(1, 100).mapToObj(i -> "SKU-%03d".formatted(i)))
                .isNotEmpty()
                .allSatisfy(sku -> assertThat(text).contains(sku));
        assumeTrue(
                SlipOverHttpTests.class.getResource("/fonts/index.txt") != null,
                "SKIPPED: the fonts are not built (fonts.skip or web.skip); CI builds them");
        assertThat(text).contains("リネンシャツ", "محمد علي", "שלום", "ประเทศไทย").doesNotContain("\ufffd");
    }

    @Test
    void theCountryIsNamedInTheSlipsLanguage() throws IOException {
        var shop = Shop.live(port);
        var id = sentBack(shop, List.of("Linen shirt"));
        assertThat(read(shop, id, "de", "de")).contains("Rücksendeschein R-", "10115 Berlin", "Deutschland");
        assertThat(read(shop, id, "en", "en"))
                .contains("Return slip R-", "10115 Berlin", "Germany")
                .doesNotContain("Deutschland");
        assertThat(read(shop, id, "ja", "ja"))
                .as("no words of that language: everything in English")
                .contains("Return slip R-", "Germany");
        assertThat(read(shop, id, "no%20language", "none")).contains("Return slip R-", "Germany");
    }

    private Shop aShopInJapan() {
        var shop = Shop.live(port, "ja");
        shop.mutate(
                "updateTenant",
                Map.of(
                        "version",
                        shop.ask("{ tenant { version } }", Map.of())
                                .at("/tenant/version")
                                .asLong(),
                        "name",
                        "山田商店 & שלום",
                        "returnAddress",
                        Map.of(
                                "name", "山田商店",
                                "street", "東京都千代田区丸の内1-2-3",
                                "postcode", "100-0005",
                                "city", "東京",
                                "country", "JP")),
                "tenant { version }");
        return shop;
    }

    private static String sentBack(Shop shop, List<String> titles) {
        shop.publish(List.of(rule("All", ALWAYS, decide("APPROVE", null))));
        var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        var order = shop.mutate(
                        "upsertOrders",
                        Map.of(
                                "orders",
                                List.of(Map.of(
                                        "externalId", "e-1",
                                        "number", "#1",
                                        "email", shop.email("slip"),
                                        "placedAt",
                                                now.minus(9, ChronoUnit.DAYS).toString(),
                                        "deliveredAt",
                                                now.minus(2, ChronoUnit.DAYS).toString(),
                                        "currencyCode", "EUR",
                                        "total", "%d.00".formatted(titles.size()),
                                        "lines",
                                                IntStream.range(0, titles.size())
                                                        .mapToObj(i -> Map.of(
                                                                "sku",
                                                                "SKU-%03d".formatted(i + 1),
                                                                "title",
                                                                titles.get(i),
                                                                "quantity",
                                                                1,
                                                                "unitPrice",
                                                                "1.00"))
                                                        .toList()))),
                        "orders { id lines { id } }")
                .at("/orders/0");
        return shop.mutate(
                        "requestReturn",
                        Map.of(
                                "orderId",
                                order.at("/id").asString(),
                                "items",
                                order.at("/lines")
                                        .valueStream()
                                        .map(line -> Map.of(
                                                "orderLineId",
                                                line.at("/id").asString(),
                                                "quantity",
                                                1,
                                                "reason",
                                                "too_small",
                                                "resolution",
                                                "REFUND"))
                                        .toList(),
                                "idempotencyKey",
                                "slip"),
                        "return { id }")
                .at("/return/id")
                .asString();
    }

    private static String read(Shop shop, String id, String language, String name) throws IOException {
        var answer = shop.fetch("/returns/%s/slip.pdf?lang=%s".formatted(id, language));
        assertThat(answer.statusCode()).isEqualTo(200);
        Files.createDirectories(Path.of("target", "slips"));
        Files.write(Path.of("target", "slips", "http-%s.pdf".formatted(name)), answer.body());
        try (var document = Loader.loadPDF(answer.body())) {
            return new PDFTextStripper().getText(document);
        }
    }
}
