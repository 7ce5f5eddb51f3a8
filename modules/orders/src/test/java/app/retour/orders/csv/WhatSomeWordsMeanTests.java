package app.retour.orders.csv;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.orders.amounts.Tender;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words that shops and spreadsheets write, and what they are taken for. */
class WhatSomeWordsMeanTests {
    @ParameterizedTest
    @CsvSource({
        "Tip, TIP",
        " trinkgeld , TIP",
        "小费, TIP",
        "COD fee, PAYMENT_FEE",
        "Nachnahme, PAYMENT_FEE",
        "Import  duties, DUTIES",
        "Zoll, DUTIES",
        "Cash rounding, ROUNDING",
        "Öresavrundning, ROUNDING",
        "Tip of the iceberg (book), ''",
        "Gift card, ''",
        "Shipping, ''",
    })
    void whatIsNeitherShippedNorTaxedIsKnownByItsName(String name, String kind) {
        var found = ExtraRow.kind(name, false, false);
        assertThat(found == null ? "" : found.name()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "?",
            value = {"true, false", "false, true", "?, false", "false, ?", "?, ?", "true, true"})
    void whatMayBeShippedOrTaxedIsGoodsHoweverItIsCalled(@Nullable Boolean shipped, @Nullable Boolean taxed) {
        assertThat(ExtraRow.kind("Tip", shipped, taxed)).isNull();
        assertThat(ExtraRow.kind(null, false, false)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-,       -,     -,          true",
                "Total,   -,     -,          true",
                "Summe:,  -,     -,          true",
                "合計,     -,     -,          true",
                "#1001,   -,     -,          false",
                "Total,   Shirt, -,          false",
                "Total,   -,     2026-03-29, false",
                "-,       Shirt, -,          false",
                "Totally, -,     -,          false",
            })
    void aRowOfTotalsNamesNoProductNoDateAndNoOrder(
            @Nullable String subject, @Nullable String product, @Nullable String date, boolean totals) {
        assertThat(TotalsRow.is(subject, product, date)).isEqualTo(totals);
    }

    @ParameterizedTest
    @CsvSource({
        "Shopify Payments, CARD", "Stripe (Credit Card), CARD", "VISA, CARD", "online_cc, CARD", "Debit-Card, CARD",
        "Gift Card, GIFT_CARD", "gift_card, GIFT_CARD", "Store Credit, STORE_CREDIT", "PayPal, OTHER", "Klarna, OTHER",
        "Cash on Delivery, OTHER", "現金, OTHER",
    })
    void aMeansOfPaymentIsKnownByWhatShopsCallIt(String label, Tender.Kind kind) {
        assertThat(PaymentMeans.kind(label)).isEqualTo(kind);
    }

    @Test
    void twoPaymentsOfOneMeansAreTwo() {
        assertThat(PaymentMeans.id(0, "Gift Card")).isEqualTo("1-gift-card");
        assertThat(PaymentMeans.id(1, "Gift Card")).isEqualTo("2-gift-card");
        assertThat(PaymentMeans.id(0, "現金")).startsWith("1-");
    }

    @ParameterizedTest
    @CsvSource({
        "5.93214E+12, true, true",
        "'5,93E+12', true, true",
        "1E+3, true, true",
        "-1.5e-10, true, true",
        "1234567890123450, true, true",
        "12345678901234500, true, true",
        "1234567890123456, false, false",
        // As 5.93214E+12 is written out again: round for an id, and possible for a number of pieces.
        "5932140000000, false, true",
        "1000000, false, false",
        "E10, false, false",
        "12E5A, false, false",
    })
    void aNumberThatLostItsLastDigitsIsSeen(String text, boolean seen, boolean seenInId) {
        assertThat(SpreadsheetDamage.seenIn(text)).isEqualTo(seen);
        assertThat(SpreadsheetDamage.seenInId(text)).isEqualTo(seenInId);
    }

    private record Two(String one, String other) {}

    @Test
    void theSameTextHasOneFingerprintAndAnotherHasAnother() {
        var print = Fingerprint.of(new Two("a", "b"));
        assertThat(print).isEqualTo(Fingerprint.of(new Two("a", "b"))).hasSize(64);
        assertThat(print).isNotEqualTo(Fingerprint.of(new Two("b", "a")));
    }

    @Property(tries = 100)
    void aNameIsNewOnce(@ForAll List<@StringLength(max = 6) String> names) {
        var seen = new SeenNames();
        var known = new HashSet<String>();
        for (var name : names) {
            assertThat(seen.add(name)).isEqualTo(known.add(name));
        }
    }

    @Test
    void namesStaySeenHoweverManyCome() {
        var seen = new SeenNames();
        assertThat(IntStream.range(0, 20_000).filter(i -> !seen.add("#" + i))).isEmpty();
        assertThat(IntStream.range(0, 20_000).filter(i -> seen.add("#" + i))).isEmpty();
    }
}
