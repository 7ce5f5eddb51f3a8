package app.retour.orders;

import static app.retour.privacy.PersonalTable.ofNoShopper;
import static app.retour.privacy.PersonalTable.ofShopper;

import app.retour.privacy.PersonalData;
import app.retour.privacy.PersonalTable;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What is kept of shoppers here: who they are, where it went, and what they bought, which stays as amounts and ids. */
@Component
@Order(20)
class PersonalOrders implements PersonalData {
    private static final String MONEY = "A record of money, kept as long as the law wants it";

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                ofShopper("orders.shopper", "id = :shopper")
                        .becomes("email", "'erased-' || id || '@erased.invalid'")
                        .blanked("full_name", "phone", "locale", "tags", "blocked", "fingerprint", "lifetime_orders")
                        .blanked("lifetime_spend", "lifetime_spend_currency")
                        .becomes("erased_at", "coalesce(erased_at, :now)"),
                ofShopper("orders.customer_order", "id in (:orders)")
                        .notPersonal(
                                "external_id", "number", "number_key", "currency", "tax_mode", "payment", "channel")
                        .notPersonal("tags", "discount_codes")
                        .stays("The country decides on tax and law", "shipping_country")
                        .blanked("fingerprint")
                        .becomes("erased_at", "coalesce(erased_at, :now)"),
                ofShopper("orders.order_line", "order_id in (:orders)")
                        .notPersonal("line_key", "sku", "title", "variant_title", "vendor", "product_type", "tags"),
                ofShopper("orders.tender", "order_id in (:orders)")
                        .notPersonal("id", "kind")
                        .stays(MONEY, "label"),
                ofShopper("orders.outside_refund", "order_id in (:orders)").notPersonal("id", "kind", "tender_id"),
                ofShopper("orders.order_address", "order_id in (:orders)")
                        .goesWithRow("purpose", "full_name", "company", "line1", "line2", "city", "postcode")
                        .goesWithRow("province", "country", "phone"),
                ofShopper("orders.attribute", "owner_id in (:orders) or owner_id = :shopper")
                        .goesWithRow("owner_kind", "name", "told_values"),
                ofNoShopper("orders.erased_address").notPersonal("address_hash"),
                // A file tells of many: its name, its content and what was wrong with it go once it is read.
                ofNoShopper("orders.import_job")
                        .bySteps("file_name")
                        .notPersonal("kind", "state", "failure", "report", "mapping"),
                ofNoShopper("orders.import_row_error")
                        .bySteps("subject", "message")
                        .notPersonal("column_title"),
                ofNoShopper("orders.import_mapping").notPersonal("header_key", "mapping"),
                ofNoShopper("orders.settings").notPersonal("final_sale_tag"),
                ofNoShopper("orders.product")
                        .notPersonal("product_key", "variant_key", "sku", "title", "options", "vendor", "product_type")
                        .notPersonal("tags", "price_currency", "image_url", "fingerprint"));
    }
}
