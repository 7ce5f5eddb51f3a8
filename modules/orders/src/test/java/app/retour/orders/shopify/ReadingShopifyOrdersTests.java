package app.retour.orders.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.orders.OrderUpsert;
import app.retour.orders.amounts.Payment;
import app.retour.orders.csv.Fixtures;
import app.retour.orders.csv.Told;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingShopifyOrdersTests {
    private static List<Told<OrderUpsert>> read(byte[] content) {
        var told = new ArrayList<Told<OrderUpsert>>();
        try (var file = ShopifyFile.ofOrders(() -> new ByteArrayInputStream(content))) {
            file.forEachRemaining(told::add);
        }
        return told;
    }

    private static OrderUpsert order(List<Told<OrderUpsert>> told, int index) {
        assertThat(told.get(index).problem()).isNull();
        return Objects.requireNonNull(told.get(index).value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"header-2024.csv", "header-2025.csv"})
    void bothGenerationsOfTheHeaderAreKnown(String name) throws IOException {
        var header = Files.readString(Fixtures.at("csv/shopify-orders/" + name)).strip();
        var columns = List.of(header.split(","));
        var cells = new ArrayList<String>(columns.stream().map(_ -> "").toList());
        cells.set(columns.indexOf("Name"), "#7");
        cells.set(columns.indexOf("Created at"), "2026-03-29 01:29:59 +0100");
        cells.set(columns.indexOf("Currency"), "EUR");
        cells.set(columns.indexOf("Total"), "10.00");
        cells.set(columns.indexOf("Lineitem name"), "Thing");
        cells.set(columns.indexOf("Lineitem quantity"), "2");
        cells.set(columns.indexOf("Lineitem price"), "5.00");
        cells.set(columns.indexOf("Id"), "77");
        var told = order(read((header + "\n" + String.join(",", cells)).getBytes(StandardCharsets.UTF_8)), 0);
        assertThat(told.number()).isEqualTo("#7");
        assertThat(told.externalId()).isEqualTo("77");
        assertThat(told.tags()).as("the column is there").isEmpty();
        assertThat(told.lines())
                .singleElement()
                .satisfies(line -> assertThat(line.paid()).isEqualByComparingTo("10"));
    }

    @Test
    void whatWasCapturedOfAnOrderPaidInPartNobodyGuesses() {
        var row = "#7,%s,2026-03-29 01:29:59 +0100,EUR,10.00,Thing,2,5.00,Visa";
        var header =
                "Name,Financial Status,Created at,Currency,Total,Lineitem name,Lineitem quantity,Lineitem price,Payment Method\n";
        var paid = order(read((header + row.formatted("paid")).getBytes(StandardCharsets.UTF_8)), 0);
        assertThat(Objects.requireNonNull(paid.tenders()).getFirst().amount()).isEqualByComparingTo("10.00");
        var part = order(read((header + row.formatted("partially_paid")).getBytes(StandardCharsets.UTF_8)), 0);
        assertThat(part.payment()).isEqualTo(Payment.PARTLY_PAID);
        assertThat(Objects.requireNonNull(part.tenders()).getFirst().amount()).isNull();
    }

    @Test
    void whatTheShopGaveBackIsReadAndNobodySaysWhatFor() {
        var told = order(
                read(
                        ("Name,Financial Status,Created at,Currency,Total,Lineitem name,Lineitem quantity,Lineitem price,Refunded Amount\n"
                                        + "#7,partially_refunded,2026-03-29 01:29:59 +0100,EUR,10.00,Thing,2,5.00,4.00")
                                .getBytes(StandardCharsets.UTF_8)),
                0);
        assertThat(told.refundedOutside()).isEqualByComparingTo("4.00");
        assertThat(told.outsideRefunds()).as("unexplained").isNull();
        var silent = order(
                read(
                        "Name,Financial Status,Created at,Currency,Total,Lineitem name,Lineitem quantity,Lineitem price\n#7,paid,2026-03-29 01:29:59 +0100,EUR,10.00,Thing,2,5.00"
                                .getBytes(StandardCharsets.UTF_8)),
                0);
        assertThat(silent.refundedOutside())
                .as("what another source told stays")
                .isNull();
    }

    @Test
    void theSampleReadsToTheCent() throws IOException {
        var told = read(Files.readAllBytes(Fixtures.at("csv/shopify-orders/sample-utf8.csv")));
        assertThat(told).hasSize(3);

        var first = order(told, 0);
        assertThat(first.number()).isEqualTo("#1001");
        assertThat(first.externalId()).isEqualTo("5324790137142");
        assertThat(first.shopperName()).isEqualTo("Ada \"Countess\" Lovelace");
        assertThat(first.placedAt()).isEqualTo(Instant.parse("2026-03-29T00:29:59Z"));
        assertThat(first.fulfilledAt()).isEqualTo(Instant.parse("2026-03-30T07:00:00Z"));
        assertThat(Objects.requireNonNull(first.shipTo()).postcode())
                .as("the guarding apostrophe is no part of it")
                .isEqualTo("01067");
        assertThat(first.discountCodes()).containsExactly("SPRING");
        assertThat(first.lines())
                .extracting(line -> Objects.requireNonNull(line.paid()).toPlainString())
                .as("10.00 is the second line's own discount, counted once")
                .containsExactly("62.95", "37.95");
        assertThat(first.lines().getFirst().title()).isEqualTo("Matcha Essence, 100 gram");

        var second = order(told, 1);
        assertThat(second.currency().getCurrencyCode()).isEqualTo("JPY");
        assertThat(second.email()).isNull();
        assertThat(second.externalId()).isNull();
        assertThat(second.lines()).singleElement().satisfies(line -> {
            assertThat(line.title()).isEqualTo("抹茶セット");
            assertThat(line.paid()).isEqualByComparingTo("12000");
            assertThat(line.fulfilledQuantity()).isZero();
        });
        assertThat(second.refundedOutside()).isEqualByComparingTo("4000");
        assertThat(second.tenders()).as("nobody said how").isNull();

        var third = order(told, 2);
        assertThat(third.number()).isEqualTo("=1003");
        assertThat(third.email()).isEqualTo("=cmd@example.com");
        assertThat(third.canceledAt()).isEqualTo(Instant.parse("2026-04-02T15:00:00Z"));
        assertThat(third.payment()).isEqualTo(Payment.PAID);
        assertThat(third.lines().getFirst().giftCard()).isTrue();
    }

    @Test
    void columnsMayStandInAnyOrder() {
        var told = order(read("""
                        Lineitem price,Total,Created at,Lineitem quantity,Name,Currency,Lineitem name
                        5.00,10.00,2026-03-29 01:29:59 UTC,2,#7,USD,Thing
                        """.getBytes(StandardCharsets.UTF_8)), 0);
        assertThat(told.tags()).as("no such column: unknown").isNull();
        assertThat(told.discountCodes()).isNull();
        assertThat(told.payment()).isEqualTo(Payment.UNKNOWN);
        assertThat(told.placedAt()).isEqualTo(Instant.parse("2026-03-29T01:29:59Z"));
    }

    @Test
    void dutiesAndTipsStandApartFromTheOrderValue() {
        var told = order(read("""
                        Name,Currency,Created at,Subtotal,Shipping,Taxes,Duties,Tip,Total,Lineitem quantity,Lineitem name,Lineitem price
                        #9,USD,2026-03-29 01:29:59 +0100,90.00,5.00,0,12.50,3.00,110.50,1,Lamp,90.00
                        """.getBytes(StandardCharsets.UTF_8)), 0);
        assertThat(told.subtotal()).isEqualByComparingTo("90.00");
        assertThat(told.charges().duties()).isEqualByComparingTo("12.50");
        assertThat(told.charges().tips()).isEqualByComparingTo("3.00");
        assertThat(told.charges().shipping()).isEqualByComparingTo("5.00");
        assertThat(told.total()).isEqualByComparingTo("110.50");
    }

    @Test
    void aRowThatCannotBeTakenSaysWhichColumnAndHoldsUpNobody() {
        var told = read("""
                Name,Currency,Created at,Total,Lineitem quantity,Lineitem name,Lineitem price
                #1,XXY,2026-03-29 01:29:59 +0100,1.00,1,A,1.00
                #2,JPY,2026-03-29 01:29:59 +0100,1.50,1,A,1
                #3,EUR,yesterday,1.00,1,A,1.00
                #4,EUR,2026-03-29 01:29:59 +0100,1.00,0,A,1.00
                #5,EUR,2026-03-29 01:29:59 +0100,1.00,1,A,1.00
                #5,,,,9999999,B,1.00
                #6,EUR,2026-03-29 01:29:59 +0100,1.00,1,A,1.00
                """.getBytes(StandardCharsets.UTF_8));
        assertThat(told)
                .extracting(one -> one.problem() == null ? null : one.problem().column())
                .containsExactly("Currency", "Total", "Created at", "Lineitem quantity", "Lineitem quantity", null);
        assertThat(Objects.requireNonNull(told.get(4).problem()).line()).isEqualTo(7);
    }

    @Test
    void theSameTextHasTheSameFingerprint() {
        var csv = "Name,Currency,Created at,Total,Lineitem quantity,Lineitem name,Lineitem price\n"
                + "#1,EUR,2026-03-29 01:29:59 +0100,1.00,1,A,1.00\n";
        var once = order(read(csv.getBytes(StandardCharsets.UTF_8)), 0).fingerprint();
        assertThat(order(read(csv.getBytes(StandardCharsets.UTF_8)), 0).fingerprint())
                .isEqualTo(once);
        assertThat(order(read(csv.replace(",A,", ",B,").getBytes(StandardCharsets.UTF_8)), 0)
                        .fingerprint())
                .isNotEqualTo(once);
    }
}
