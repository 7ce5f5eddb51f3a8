package app.retour.orders.shopify;

import app.retour.orders.OrderUpsert;
import app.retour.orders.csv.GroupedFile;
import app.retour.orders.csv.Source;
import app.retour.orders.csv.Told;
import app.retour.orders.products.ProductUpsert;
import app.retour.orders.shoppers.ShopperUpsert;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;

/** Files of Shopify's as texts. */
final class ShopifyFiles {
    private ShopifyFiles() {}

    static Told<OrderUpsert> order(String csv) {
        return first(ShopifyFile.ofOrders(content(csv)));
    }

    static OrderUpsert taken(String csv) {
        var told = order(csv);
        if (told.problem() != null) {
            throw new AssertionError(told.problem());
        }
        return Objects.requireNonNull(told.value());
    }

    static List<Told<ShopperUpsert>> customers(String csv, String currency) {
        return all(ShopifyFile.ofCustomers(content(csv), Currency.getInstance(currency)));
    }

    static List<Told<List<ProductUpsert>>> products(String csv, String currency) {
        return all(ShopifyFile.ofProducts(content(csv), Currency.getInstance(currency)));
    }

    private static Source content(String csv) {
        return () -> new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8));
    }

    private static <T> Told<T> first(GroupedFile<T> open) {
        return all(open).getFirst();
    }

    private static <T> List<Told<T>> all(GroupedFile<T> open) {
        var told = new ArrayList<Told<T>>();
        try (open) {
            open.forEachRemaining(told::add);
        }
        return told;
    }
}
