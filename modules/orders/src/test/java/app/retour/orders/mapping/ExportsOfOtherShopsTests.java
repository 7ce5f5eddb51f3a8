package app.retour.orders.mapping;

import static app.retour.orders.mapping.MappedFiles.orders;
import static app.retour.orders.mapping.MappedFiles.proposed;
import static org.assertj.core.api.Assertions.assertThat;

import app.retour.orders.OrderUpsert;
import app.retour.orders.OrderUpsert.LineUpsert;
import app.retour.orders.amounts.Payment;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Columns as the systems write them; the rows are our own. */
class ExportsOfOtherShopsTests {
    private static void saysProductsAreMissing(String csv, String advice) {
        assertThat(proposed(csv).problems())
                .anySatisfy(problem -> assertThat(problem.message()).contains(advice));
    }

    @Test
    void wooCommerceByAdvancedOrderExport() {
        var csv = """
                Order Number,Order Status,Order Date,Customer Note,First Name (Billing),Last Name (Billing),Company (Billing),Address 1&2 (Billing),City (Billing),State Code (Billing),Postcode (Billing),Country Code (Billing),Email (Billing),Phone (Billing),First Name (Shipping),Last Name (Shipping),Address 1&2 (Shipping),City (Shipping),State Code (Shipping),Postcode (Shipping),Country Code (Shipping),Payment Method Title,Cart Discount Amount,Order Subtotal Amount,Shipping Method Title,Order Shipping Amount,Order Refund Amount,Order Total Amount,Order Total Tax Amount,SKU,Item #,Item Name,Quantity (- Refund),Item Cost,Coupon Code,Discount Amount,Discount Amount Tax
                1042,Completed,2026-10-01 10:15,,Ida,Berg,,Am Markt 1,Köln,,50667,DE,ida@example.com,,Ida,Berg,Am Markt 1,Köln,,50667,DE,PayPal,10,100,DHL,5,0,113.05,18.05,TEE-M,1,Tee,2,30,AUTUMN,10,1.9
                1042,Completed,2026-10-01 10:15,,Ida,Berg,,Am Markt 1,Köln,,50667,DE,ida@example.com,,Ida,Berg,Am Markt 1,Köln,,50667,DE,PayPal,10,100,DHL,5,0,113.05,18.05,CAP,2,Cap,1,40,,,
                """;
        assertThat(proposed(csv).system()).isEqualTo("WooCommerce (Advanced Order Export)");
        var order = orders(csv).getFirst();
        assertThat(order.placedAt()).as("in the shop's zone").isEqualTo(Instant.parse("2026-10-01T08:15:00Z"));
        assertThat(order.currency().getCurrencyCode()).as("the shop's").isEqualTo("EUR");
        assertThat(order.payment()).isEqualTo(Payment.PAID);
        assertThat(order.lines())
                .extracting(line -> Objects.requireNonNull(line.paid()).toPlainString())
                .as("the discount is shared out")
                .containsExactly("54.00", "36.00");
        assertThat(order.total()).isEqualByComparingTo("113.05");
        assertThat(order.lines()).extracting(LineUpsert::fulfilledQuantity).containsExactly(2, 1);
        assertThat(Objects.requireNonNull(order.shipTo()).postcode()).isEqualTo("50667");
        assertThat(order.discountCodes()).containsExactly("AUTUMN");
    }

    @Test
    void wooCommerceWithAllProductsInOneCell() {
        var csv = """
                order_id,order_number,date,status,shipping_total,shipping_tax_total,fee_total,tax_total,order_total,order_currency,payment_method,billing_first_name,billing_last_name,billing_email,shipping_postcode,shipping_country,line_items
                77,1043,2026-10-02 09:00:00,processing,5.00,0.95,0.00,8.55,53.55,EUR,stripe,Max,Roth,max@example.com,10115,DE,"id:1|name:Tee, blue|product_id:5|sku:TEE-B|quantity:2|subtotal:40.00|subtotal_tax:7.60|total:30.00|total_tax:5.70;id:2|name:Cap|sku:CAP|quantity:1|subtotal:10.00|total:10.00|total_tax:1.90"
                """;
        assertThat(proposed(csv).system()).isEqualTo("WooCommerce (Order Export, one row per order)");
        var order = orders(csv).getFirst();
        assertThat(order.number()).isEqualTo("1043");
        assertThat(order.externalId()).isEqualTo("77");
        assertThat(order.lines()).extracting(LineUpsert::title).containsExactly("Tee, blue", "Cap");
        assertThat(order.lines())
                .extracting(line -> Objects.requireNonNull(line.paid()).toPlainString())
                .containsExactly("30.00", "10.00");
        assertThat(order.charges().shippingTax()).isEqualByComparingTo("0.95");
    }

    @Test
    void wooCommerceWithOneRowPerItem() {
        var csv = """
                order_id,order_number,date,status,shipping_total,tax_total,order_total,order_currency,billing_email,item_id,item_name,item_sku,item_quantity,item_total,item_total_tax
                77,1043,2026-10-02 09:00:00,completed,0,6.65,41.65,EUR,max@example.com,1,Tee,T,2,30.00,5.70
                77,1043,2026-10-02 09:00:00,completed,0,6.65,41.65,EUR,max@example.com,2,Cap,C,1,5.00,0.95
                """;
        assertThat(proposed(csv).system()).isEqualTo("WooCommerce (Order Export, one row per item)");
        var order = orders(csv).getFirst();
        assertThat(order.lines()).hasSize(2);
        assertThat(order.lines().getFirst().tax()).isEqualByComparingTo("5.70");
        assertThat(order.lines().getFirst().unitPrice()).isEqualByComparingTo("15.00");
    }

    @Test
    void magentoByDatabaseColumns() {
        var csv = """
                increment_id,created_at,status,order_currency_code,customer_email,grand_total,subtotal,shipping_amount,tax_amount,discount_amount,total_refunded,sku,name,qty_ordered,qty_shipped,price
                000000101,2026-10-01 10:00:00,complete,USD,kim@example.com,98.6000,100.0000,5.0000,3.6000,-10.0000,,SHOE-42,Shoe,1.0000,1.0000,60.0000
                000000101,,,,,,,,,,,SOCK,Sock,4.0000,4.0000,10.0000
                """;
        assertThat(proposed(csv).system()).isEqualTo("Magento / Adobe Commerce (order items)");
        var order = orders(csv).getFirst();
        assertThat(order.number()).as("zeros belong to it").isEqualTo("000000101");
        assertThat(order.currency().getCurrencyCode()).isEqualTo("USD");
        assertThat(order.lines())
                .extracting(line -> Objects.requireNonNull(line.paid()).toPlainString())
                .containsExactly("54.00", "36.00");
        assertThat(order.lines()).extracting(LineUpsert::quantity).containsExactly(1, 4);
    }

    @Test
    void bigCommerceHasAllProductsInOneCell() {
        var csv = """
                Order ID,Customer Name,Customer Email,Order Date,Order Status,Subtotal (inc tax),Tax Total,Shipping Cost (inc tax),Handling Cost (inc tax),Order Total (inc tax),Payment Method,Date Shipped,Order Currency Code,Shipping First Name,Shipping Last Name,Shipping Suburb,Shipping Zip,Shipping Country,Product Details
                186,Jo Vale,jo@example.com,26/04/2026,Shipped,200.50,18.23,5.00,0.00,205.50,Credit Card,29/04/2026,AUD,Jo,Vale,Perth,6000,Australia,"Product ID: 100, Product Qty: 1, Product SKU: L-S, Product Name: Legging, long | blue, Product Weight: 0.8000, Product Variation Details: Size: S (4), Product Unit Price: 67.50, Product Total Price: 67.50|Product ID: 115, Product Qty: 2, Product SKU: C-S, Product Name: Capri, Product Weight: 0.5000, Product Variation Details: , Product Unit Price: 66.50, Product Total Price: 133.00"
                """;
        assertThat(proposed(csv).system()).isEqualTo("BigCommerce");
        var order = orders(csv).getFirst();
        assertThat(order.placedAt()).isEqualTo(Instant.parse("2026-04-26T10:00:00Z"));
        assertThat(order.lines()).extracting(LineUpsert::title).containsExactly("Legging, long | blue", "Capri");
        assertThat(order.lines().getFirst().variantTitle()).isEqualTo("Size: S (4)");
        assertThat(order.lines().get(1).paid()).isEqualByComparingTo("133.00");
        assertThat(order.shippingCountry()).isEqualTo("AU");
        assertThat(order.fulfilledAt()).isEqualTo(Instant.parse("2026-04-29T10:00:00Z"));
    }

    @Test
    void prestaShopByItsSqlManager() {
        var csv = """
                id_order;reference;date_add;payment;total_paid_tax_incl;total_shipping_tax_incl;total_discounts_tax_incl;email;firstname;lastname;postcode;product_name;product_reference;product_quantity;unit_price_tax_incl
                12;XKBKNABJK;2026-10-01 10:00:00;Bank wire;54.900000;4.900000;10.000000;lea@example.com;Lea;Petit;75001;Mug;MUG-1;3;20.000000
                """;
        assertThat(proposed(csv).system()).isEqualTo("PrestaShop (SQL Manager)");
        var order = orders(csv).getFirst();
        assertThat(order.number()).isEqualTo("XKBKNABJK");
        assertThat(order.externalId()).isEqualTo("12");
        assertThat(order.lines().getFirst().paid()).isEqualByComparingTo("50.00");
    }

    @Test
    void etsySoldOrderItemsHaveNoTotal() {
        var csv = """
                Sale Date,Item Name,Buyer,Quantity,Price,Coupon Code,Coupon Details,Discount Amount,Shipping Discount,Order Shipping,Order Sales Tax,Item Total,Currency,Transaction ID,Listing ID,Date Paid,Date Shipped,Ship Name,Ship Address1,Ship Address2,Ship City,Ship State,Ship Zipcode,Ship Country,Order ID,Variations,Order Type,Listings Type,Payment Type,InPerson Discount,InPerson Location,VAT Paid by Buyer,SKU
                09/23/26,"Mug, speckled",janedoe,2,34.00,,,0,0,8.00,1.00,68.00,CAD,4001,1501,09/23/26,09/25/26,Jane Doe,12 Road,,Kamloops,BC,V2C 1A1,Canada,9001,Colour: Blue,online,listing,online_cc,,,,MUG
                09/23/26,Soap,janedoe,1,9.00,,,0,0,8.00,1.00,9.00,CAD,4002,1502,09/23/26,09/25/26,Jane Doe,12 Road,,Kamloops,BC,V2C 1A1,Canada,9001,,online,listing,online_cc,,,,
                """;
        assertThat(proposed(csv).system()).isEqualTo("Etsy (Sold Order Items)");
        var order = orders(csv).getFirst();
        assertThat(order.total()).as("goods, shipping, and tax on top").isEqualByComparingTo("86.00");
        assertThat(order.lines()).hasSize(2);
        assertThat(Objects.requireNonNull(order.shipTo()).postcode()).isEqualTo("V2C 1A1");
        assertThat(order.shippingCountry()).isEqualTo("CA");
        assertThat(order.email()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ID,Purchase Point,Purchase Date,Bill-to Name,Ship-to Name,Grand Total (Base),Grand Total (Purchased),Status|000000101,Main,\"Nov 1, 2026, 3:24:11 PM\",Kim,Kim,9.00,9.00,Complete|Magento",
                "Sale Date,Order ID,Buyer User ID,Full Name,Number of Items,Currency,Order Value,Shipping,Order Total,Status|09/23/26,9001,jane,Jane,2,CAD,77.00,8.00,86.00,|Etsy",
                "ID,Reference,New client,Delivery,Customer,Total,Payment,Status,Date|1,XKB,1,France,L. Petit,€29.00,Bank wire,Shipped,2026-10-01|PrestaShop",
                "Date,Order #,Status,Customer,Product(s),Items Sold,Coupon(s),Net Sales|2026-10-01,7,completed,Ida,2× Tee,2,,20.00|WooCommerce"
            })
    void anExportWithoutProductsSaysWhatToUseInstead(String told) {
        var parts = told.split("\\|");
        saysProductsAreMissing(parts[0] + "\n" + parts[1] + "\n", parts[2]);
    }

    @Test
    void whatNobodyHasHeardOfIsFoundByItsNames() {
        var csv = """
                Bestellnummer;Bestelldatum;E-Mail;Artikel;Menge;Einzelpreis;Versandkosten;Gesamtbetrag;PLZ
                B-1;01.10.2026;eva@example.com;Kanne;2;1.049,50;4,90;2.103,90;01067
                B-2;30.09.2026 14:30;tom@example.com;Tasse;1;12,00;0,00;12,00;10115
                """;
        var proposed = proposed(csv);
        assertThat(proposed.system()).isNull();
        assertThat(proposed.problems()).isEmpty();
        assertThat(proposed.preview()).hasSize(2);
        OrderUpsert order = orders(csv).getFirst();
        assertThat(order.total()).isEqualByComparingTo("2103.90");
        assertThat(order.lines().getFirst().paid()).isEqualByComparingTo("2099.00");
        assertThat(Objects.requireNonNull(order.shipTo()).postcode()).isEqualTo("01067");
    }
}
