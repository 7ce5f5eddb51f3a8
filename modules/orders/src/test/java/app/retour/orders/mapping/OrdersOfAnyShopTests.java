package app.retour.orders.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.orders.OrderUpsert;
import app.retour.orders.amounts.Tender;
import app.retour.orders.shoppers.PostalAddress;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the columns of a file come to in the order that is made of them. */
class OrdersOfAnyShopTests {
    private static OrderUpsert order(String header, String... rows) {
        var base = "Order,Date,Product,Qty,Price";
        return MappedFiles.orders(base + "," + header + "\n" + String.join("\n", rows) + "\n")
                .getFirst();
    }

    private static OrderUpsert one(String header, String cells) {
        return order(header, "1,2026-10-01,Tee,2,10.00," + cells);
    }

    @Test
    void aNameIsWholeOrPutTogetherAndTheBuyersIsThatOfWhoGetsItWhereNobodyElseIsNamed() {
        assertThat(one("First name,Last name", "Ada,Lovelace").shopperName()).isEqualTo("Ada Lovelace");
        assertThat(one("First name,Last name", ",Lovelace").shopperName()).isEqualTo("Lovelace");
        assertThat(one("Customer name,Shipping name", ",Charles Babbage").shopperName())
                .isEqualTo("Charles Babbage");
        assertThat(one("Shipping city", "Berlin").shopperName()).isNull();
    }

    @Test
    void anAddressIsMadeOfWhatIsKnownAndNoneOfNothing() {
        var shipTo = one("Shipping city,Shipping postcode,Shipping country", "Berlin,01067,Germany")
                .shipTo();
        assertThat(shipTo).isEqualTo(new PostalAddress(null, null, null, null, "Berlin", "01067", null, "DE", null));
        var nothing = one("Shipping city,Shipping postcode", ",");
        assertThat(nothing.shipTo()).isNull();
        assertThat(nothing.billTo()).isNull();
    }

    @Test
    void aListIsPartedByCommasSemicolonsOrBarsAndEachStandsOnce() {
        assertThat(one("Tags", "\"vip, new;vip| late\"").tags()).containsExactly("vip", "new", "late");
        assertThat(one("Tags", "").tags()).as("known to be none").isEmpty();
        assertThat(one("Status", "shipped").tags()).as("not known").isNull();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "Status,           shipped,    2",
                "Status,           processing, 0",
                "Shipped on,       2026-10-02, 2",
                "Delivered on,     2026-10-04, 2",
                "Quantity shipped, 1,          1",
                "Quantity shipped, 9,          2",
                "Tags,             -,          0",
            })
    void whatWasShippedIsToldByTheStatusADateOrANumber(String column, @Nullable String cell, int shipped) {
        assertThat(one(column, cell == null ? "" : cell).lines().getFirst().fulfilledQuantity())
                .isEqualTo(shipped);
    }

    @Test
    void whatWasCanceledWithoutADateWasWhenItWasPlaced() {
        var canceled = one("Status", "cancelled");
        assertThat(canceled.canceledAt()).isEqualTo(canceled.placedAt());
        assertThat(one("Status,Canceled on", "cancelled,2026-10-03").canceledAt())
                .isEqualTo(Instant.parse("2026-10-03T10:00:00Z"));
        assertThat(one("Status", "shipped").canceledAt()).isNull();
    }

    @Test
    void itWasPaidByTheOneMeansThatIsNamedAndByAllOfTheTotal() {
        assertThat(one("Payment method,Total", "Visa,20.00").tenders())
                .singleElement()
                .satisfies(tender -> {
                    assertThat(tender.kind()).isEqualTo(Tender.Kind.CARD);
                    assertThat(tender.amount()).isEqualByComparingTo("20.00");
                    assertThat(tender.label()).isEqualTo("Visa");
                });
        assertThat(one("Total", "20.00").tenders()).as("nobody said how").isNull();
    }

    @Test
    void chargesBesideTheGoodsStandApartAndTheTotalIsReckonedWhereNoneIsTold() {
        var told = one("Shipping,Payment fee,Tip,Duties", "4.90,1.50,2.00,3.00");
        assertThat(told.charges().shipping()).isEqualByComparingTo("4.90");
        assertThat(told.charges().paymentFee()).isEqualByComparingTo("1.50");
        assertThat(told.charges().tips()).isEqualByComparingTo("2.00");
        assertThat(told.charges().duties()).isEqualByComparingTo("3.00");
        assertThat(told.charges().shippingTax()).as("to be found out").isNull();
        assertThat(told.total()).isEqualByComparingTo("31.40");
        assertThat(told.subtotal()).isEqualByComparingTo("20.00");
    }

    @Test
    void aDiscountIsOneHoweverItsSignIsWritten() {
        assertThat(one("Order discount,Total", "-4.00,16.00").lines().getFirst().paid())
                .isEqualByComparingTo("16.00");
        assertThat(one("Order discount,Total", "4.00,16.00").lines().getFirst().paid())
                .isEqualByComparingTo("16.00");
        assertThat(one("Line discount", "99.00").lines().getFirst().paid())
                .as("no line is paid below nothing")
                .isZero();
    }

    @Test
    void whatIsNotTaxedBearsNoTaxAndHalfToldTaxesAreNotUsed() {
        var lines = order(
                        "Line tax,Taxable,Total",
                        "1,2026-10-01,Tee,1,10.00,1.60,yes,15.00",
                        "1,2026-10-01,Voucher,1,5.00,0.00,no,15.00")
                .lines();
        assertThat(lines.getFirst().tax()).isEqualByComparingTo("1.60");
        assertThat(lines.getLast().tax()).isZero();
        var half = order("Line tax,Total", "1,2026-10-01,Tee,1,10.00,1.60,15.00", "1,2026-10-01,Cup,1,5.00,,15.00")
                .lines();
        assertThat(half).extracting(OrderUpsert.LineUpsert::tax).containsOnlyNulls();
    }

    @Test
    void aLineOfNoPiecesIsLeftOutAndTold() {
        var csv = "Order,Date,Product,Qty,Price\n1,2026-10-01,Tee,1,10.00\n1,2026-10-01,Cup,0,5.00\n";
        var told = MappedFiles.read(csv, MappedFiles.proposed(csv).mapping()).getFirst();
        assertThat(Objects.requireNonNull(told.value()).lines()).hasSize(1);
        assertThat(told.remarks()).singleElement().satisfies(remark -> {
            assertThat(remark.line()).isEqualTo(3);
            assertThat(remark.column()).isEqualTo("Qty");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "-1,      10.00, “Qty” is not a whole number",
        "1.5,     10.00, “Qty” is not a whole number",
        "100001,  10.00, '“Qty” is not a number from 1 to 100,000'",
        "'',      10.00, '“Qty” is not a number from 1 to 100,000'",
        "1,       -5.00, “Price” is negative",
        "1,       '',    “Price” is empty",
        "1,       free,  '“Price” is not an amount like 1,049.90, as in the rest of the file'",
    })
    void aLineThatCannotBeIsRefusedByItsColumn(String quantity, String price, String message) {
        var csv = "Order,Date,Product,Qty,Price\n9,2026-10-01,Hat,1,9.90\n1,2026-10-01,Tee,%s,%s\n"
                .formatted(quantity, price);
        var told = MappedFiles.read(csv, MappedFiles.proposed(csv).mapping()).getLast();
        assertThat(told.problem()).hasMessage(message);
        assertThat(Objects.requireNonNull(told.problem()).line()).isEqualTo(3);
    }

    @Test
    void aPriceThatOnlyTheLinesTotalTellsIsThatOfOnePiece() {
        var csv = "Order,Date,Product,Qty,Line total\n1,2026-10-01,Tee,3,10.00\n";
        var line = MappedFiles.orders(csv).getFirst().lines().getFirst();
        assertThat(line.paid()).isEqualByComparingTo("10.00");
        assertThat(line.unitPrice()).isEqualByComparingTo("3.3333");
    }

    @Test
    void withoutANameTheSkuIsTheName() {
        var csv = "Order,Date,SKU,Qty,Price\n1,2026-10-01,T-1,1,10.00\n";
        assertThat(MappedFiles.orders(csv).getFirst().lines().getFirst().title())
                .isEqualTo("T-1");
    }

    @Test
    void theSameFileTellsTheSameAndAChangedOneSomethingElse() {
        var one = one("Total", "20.00").fingerprint();
        assertThat(one).isNotNull().isEqualTo(one("Total", "20.00").fingerprint());
        assertThat(one("Total", "20.01").fingerprint()).isNotEqualTo(one);
    }
}
