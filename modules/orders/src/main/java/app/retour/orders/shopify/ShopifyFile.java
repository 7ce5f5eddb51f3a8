package app.retour.orders.shopify;

import app.retour.orders.OrderUpsert;
import app.retour.orders.csv.CsvFile;
import app.retour.orders.csv.GroupedFile;
import app.retour.orders.csv.Source;
import app.retour.orders.products.ProductUpsert;
import app.retour.orders.shoppers.ShopperUpsert;
import java.util.Currency;
import java.util.List;

/** The files that Shopify's admin exports. */
public final class ShopifyFile {
    private ShopifyFile() {}

    public static GroupedFile<OrderUpsert> ofOrders(Source content) {
        return GroupedFile.open(content, new ShopifyOrders());
    }

    /** Whether it is the export of orders, by its columns. */
    public static boolean isOfOrders(CsvFile file) {
        return ShopifyOrders.COLUMNS.stream().allMatch(file::hasColumn);
    }

    /** @param currency of the prices; the file does not say it */
    public static GroupedFile<List<ProductUpsert>> ofProducts(Source content, Currency currency) {
        return GroupedFile.open(content, new ShopifyProducts(currency));
    }

    /** @param currency of what they spent; the file does not say it */
    public static GroupedFile<ShopperUpsert> ofCustomers(Source content, Currency currency) {
        return GroupedFile.open(content, new ShopifyCustomers(currency));
    }
}
