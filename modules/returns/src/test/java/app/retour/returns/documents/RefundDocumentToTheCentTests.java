package app.retour.returns.documents;

import static app.retour.returns.waterfall.WaterfallLineKind.ADJUSTMENT;
import static app.retour.returns.waterfall.WaterfallLineKind.ITEM;
import static app.retour.returns.waterfall.WaterfallLineKind.LABEL_FEE;
import static app.retour.returns.waterfall.WaterfallLineKind.OUTBOUND_SHIPPING;
import static app.retour.returns.waterfall.WaterfallLineKind.RESTOCKING_FEE;
import static org.assertj.core.api.Assertions.assertThat;

import app.retour.kernel.Money;
import app.retour.returns.waterfall.WaterfallLineKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The ids are those of the conformance scenarios whose sums these are. */
class RefundDocumentToTheCentTests {
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final UUID A = new UUID(0, 1);
    private static final UUID B = new UUID(0, 2);

    @Test
    void s31ThreeRatesWithTaxesAdded() {
        var document = document(
                onTop(A, "10.00", "10"), onTop(B, "20.00", "20"), onTop(OUTBOUND_SHIPPING, null, "10.00", "15"));
        assertThat(lines(document)).containsExactly("10.00+1.00=11.00", "20.00+4.00=24.00", "10.00+1.50=11.50");
        assertThat(rates(document)).containsExactly("10 %:1.00", "15 %:1.50", "20 %:4.00");
        assertThat(whole(document)).isEqualTo("40.00+6.50=46.50");
    }

    @Test
    void s33PartOfTheShippingBringsItsPartOfTheTax() {
        var shipping = onTop(OUTBOUND_SHIPPING, null, "10.00", "15");
        var part = new TaxedAmount(OUTBOUND_SHIPPING, "", null, eur("5.75"), shipping.taxIn(eur("5.75")), null);
        assertThat(whole(document(part))).isEqualTo("5.00+0.75=5.75");
    }

    @Test
    void s35AnOrderDiscountAndAShippingPromotion() {
        var document =
                document(onTop(A, "27.00", "10"), onTop(B, "9.01", "10"), onTop(OUTBOUND_SHIPPING, null, "5.00", "15"));
        assertThat(lines(document)).containsExactly("27.00+2.70=29.70", "9.01+0.90=9.91", "5.00+0.75=5.75");
        assertThat(rates(document)).containsExactly("10 %:3.60", "15 %:0.75");
        assertThat(document.total()).isEqualTo(eur("45.36"));
    }

    @Test
    void s37UntaxedShippingIsARateOfItsOwn() {
        var document = document(
                onTop(A, "20.00", "10"),
                onTop(OUTBOUND_SHIPPING, null, "20.00", "0"),
                onTop(OUTBOUND_SHIPPING, null, "10.00", "23"));
        assertThat(rates(document)).containsExactly("0 %:0.00", "10 %:2.00", "23 %:2.30");
        assertThat(whole(document)).isEqualTo("50.00+4.30=54.30");
    }

    @Test
    void p1TwoPartsOfTwoLines() {
        var document = document(onTop(A, "10.50", "6"), onTop(B, "3.50", "6"));
        assertThat(lines(document)).containsExactly("10.50+0.63=11.13", "3.50+0.21=3.71");
        assertThat(whole(document)).isEqualTo("14.00+0.84=14.84");
    }

    @Test
    void p5AVoucherLowersTheGoodsAtTheirRateAndLeavesTheShippingAlone() {
        var document = DocumentSums.of(
                EUR,
                List.of(onTop(B, "8.00", "6"), onTop(OUTBOUND_SHIPPING, null, "5.50", "6")),
                List.of(new DocumentSums.Change(ADJUSTMENT, "Voucher", B, eur("-5.30"))),
                List.of());
        assertThat(lines(document)).containsExactly("8.00+0.48=8.48", "5.50+0.33=5.83", "-5.00+-0.30=-5.30");
        assertThat(whole(document)).isEqualTo("8.50+0.51=9.01");
    }

    @Test
    void p9FinerThanACentIsRoundedForEachLine() {
        var document = document(onTop(A, eur("10.5456889623154870"), "6"), onTop(B, eur("3.5456889623154870"), "6"));
        assertThat(lines(document)).containsExactly("10.55+0.63=11.18", "3.55+0.21=3.76");
        assertThat(document.total()).isEqualTo(eur("14.94"));
    }

    @Test
    void aFeeLowersItsItemAtTheItemsRate() {
        var document = DocumentSums.of(
                EUR,
                List.of(inside(A, "119.00", "19"), inside(B, "107.00", "7")),
                List.of(new DocumentSums.Change(RESTOCKING_FEE, "Restocking fee", A, eur("-11.90"))),
                List.of());
        assertThat(lines(document)).last().isEqualTo("-10.00+-1.90=-11.90");
        assertThat(rates(document)).containsExactly("7 %:7.00", "19 %:17.10");
    }

    @Test
    void whatStandsForTheWholeRefundIsSharedOverItsRates() {
        var document = DocumentSums.of(
                EUR,
                List.of(inside(A, "119.00", "19"), inside(B, "107.00", "7")),
                List.of(new DocumentSums.Change(LABEL_FEE, "Return label", null, eur("-4.90"))),
                List.of());
        assertThat(lines(document))
                .containsExactly("100.00+19.00=119.00", "100.00+7.00=107.00", "-2.17+-0.41=-2.58", "-2.17+-0.15=-2.32");
        assertThat(document.total()).isEqualTo(eur("221.10"));
    }

    @Test
    void aLineThatIsLoweredToNothingLeavesNoTaxBehind() {
        // A third of a line whose tax was shared with its price: the share is a cent more than the rate would say.
        var share = new TaxedAmount(ITEM, "Third", A, eur("3.33"), eur("0.54"), rate("19"));
        var document = DocumentSums.of(
                EUR,
                List.of(share),
                List.of(new DocumentSums.Change(RESTOCKING_FEE, "Restocking fee", A, eur("-3.33"))),
                List.of());
        assertThat(whole(document)).isEqualTo("0.00+0.00=0.00");
    }

    @Test
    void goodwillAloneIsSharedOverWhatWasBought() {
        var document = DocumentSums.of(
                EUR,
                List.of(),
                List.of(new DocumentSums.Change(ADJUSTMENT, "Sorry", null, eur("20.00"))),
                List.of(inside(A, "119.00", "19"), inside(B, "119.00", "0")));
        assertThat(rates(document)).containsExactly("0 %:0.00", "19 %:1.60");
        assertThat(whole(document)).isEqualTo("18.40+1.60=20.00");
    }

    @Test
    void aRateIsTheRoundestThatExplainsTheTaxAndNoneIsMadeUp() {
        assertThat(derived("119.00", "19.00")).isEqualTo("19 %");
        assertThat(derived("4.99", "0.80")).as("19.1 % would explain it too").isEqualTo("19 %");
        assertThat(derived("107.70", "7.70")).isEqualTo("7.7 %");
        assertThat(derived("105.50", "5.50")).isEqualTo("5.5 %");
        assertThat(derived("32.30", "2.30")).as("0 % and 23 % mixed").isEqualTo("none");
        assertThat(derived("108.88", "8.88")).as("8.875 % must be told").isEqualTo("none");
        assertThat(derived("10.00", "0.00")).isEqualTo("0 %");
        assertThat(derived("0.00", "0.00")).isEqualTo("0 %");
        assertThat(derived("1.00", "1.00")).isEqualTo("none");
    }

    @Test
    void whatIsMixedKeepsItsProportionInARowWithoutARate() {
        var mixed = TaxedAmount.derived(OUTBOUND_SHIPPING, "Shipping", null, eur("32.30"), eur("2.30"));
        var document = DocumentSums.of(
                EUR,
                List.of(mixed),
                List.of(new DocumentSums.Change(ADJUSTMENT, "Half", null, eur("-16.15"))),
                List.of());
        assertThat(rates(document)).containsExactly("mixed:1.15");
        assertThat(whole(document)).isEqualTo("15.00+1.15=16.15");
    }

    @Test
    void yenHaveNoCents() {
        var jpy = Currency.getInstance("JPY");
        var document = DocumentSums.of(
                jpy,
                List.of(TaxedAmount.derived(ITEM, "Tea", A, Money.of("1100", "JPY"), Money.of("100", "JPY"))),
                List.of(new DocumentSums.Change(RESTOCKING_FEE, "Fee", A, Money.of("-333", "JPY"))),
                List.of());
        assertThat(document.tax()).isEqualTo(Money.of("70", "JPY"));
        assertThat(document.total()).isEqualTo(Money.of("767", "JPY"));
    }

    @Property(tries = 2_000)
    void theSumsCloseWhateverIsGivenBack(@ForAll long seed, @ForAll @IntRange(min = 0, max = 2) int which) {
        var random = new Random(seed);
        var currency = Currency.getInstance(List.of("EUR", "JPY", "KWD").get(which));
        var given = new ArrayList<TaxedAmount>();
        for (var i = random.nextInt(4); i > 0; i--) {
            var gross = Money.ofMinorUnits(random.nextInt(100_000), currency);
            var tax = Money.ofMinorUnits(random.nextLong(gross.minorUnits() / 4 + 1), currency);
            given.add(TaxedAmount.derived(
                    ITEM,
                    "x",
                    random.nextBoolean() ? A : B,
                    gross,
                    random.nextInt(5) == 0 ? Money.zero(currency) : tax));
        }
        var changes = new ArrayList<DocumentSums.Change>();
        var room = Money.sum(currency, given.stream().map(TaxedAmount::gross).toList());
        for (var i = random.nextInt(4); i > 0; i--) {
            var by = Money.ofMinorUnits(random.nextLong(room.minorUnits() + 1), currency);
            room = room.minus(by);
            changes.add(new DocumentSums.Change(
                    List.of(RESTOCKING_FEE, LABEL_FEE, ADJUSTMENT).get(random.nextInt(3)),
                    "c",
                    random.nextInt(3) == 0 ? null : random.nextBoolean() ? A : B,
                    by.negated()));
        }
        var document = DocumentSums.of(currency, given, changes, List.of());
        assertThat(document.net().plus(document.tax())).isEqualTo(document.total());
        assertThat(document.total()).isEqualTo(room);
        // Where nothing is given back, there is no line.
        document.lines().forEach(line -> assertThat(line.net().plus(line.tax())).isEqualTo(line.gross()));
        assertThat(sum(currency, document.taxes().stream().map(DocumentTax::net).toList()))
                .isEqualTo(document.net());
        assertThat(sum(currency, document.taxes().stream().map(DocumentTax::tax).toList()))
                .isEqualTo(document.tax());
        assertThat(sum(
                        currency,
                        document.taxes().stream().map(DocumentTax::gross).toList()))
                .isEqualTo(document.total());
    }

    private static Money sum(Currency currency, List<Money> amounts) {
        return Money.sum(currency, amounts);
    }

    private static DocumentSums document(TaxedAmount... given) {
        return DocumentSums.of(EUR, Arrays.asList(given), List.of(), List.of());
    }

    private static TaxedAmount onTop(UUID item, String net, String percent) {
        return onTop(ITEM, item, net, percent);
    }

    private static TaxedAmount onTop(UUID item, Money net, String percent) {
        return onTop(ITEM, item, net.amount().toPlainString(), percent);
    }

    private static TaxedAmount onTop(WaterfallLineKind kind, @Nullable UUID item, String net, String percent) {
        var tax = eur(net).percent(new BigDecimal(percent));
        return new TaxedAmount(kind, "", item, eur(net).plus(tax), tax, rate(percent));
    }

    private static TaxedAmount inside(UUID item, String gross, String percent) {
        return new TaxedAmount(ITEM, "", item, eur(gross), rate(percent).taxIn(eur(gross)), rate(percent));
    }

    private static TaxRate rate(String percent) {
        return new TaxRate(new BigDecimal(percent));
    }

    private static String derived(String gross, String tax) {
        return TaxRate.explaining(eur(gross), eur(tax)).map(TaxRate::toString).orElse("none");
    }

    private static Money eur(String amount) {
        return Money.rounded(new BigDecimal(amount), EUR);
    }

    private static List<String> lines(DocumentSums of) {
        return of.lines().stream()
                .map(line -> "%s+%s=%s"
                        .formatted(
                                line.net().amount(),
                                line.tax().amount(),
                                line.gross().amount()))
                .toList();
    }

    private static List<String> rates(DocumentSums of) {
        return of.taxes().stream()
                .map(row -> "%s:%s"
                        .formatted(
                                row.rate() == null ? "mixed" : row.rate().toPlainString() + " %",
                                row.tax().amount()))
                .toList();
    }

    private static String whole(DocumentSums of) {
        return "%s+%s=%s"
                .formatted(of.net().amount(), of.tax().amount(), of.total().amount());
    }
}
