package app.retour.orders.imports;

import app.retour.orders.OrderUpsert;
import app.retour.orders.OrderUpserts;
import app.retour.orders.products.ProductUpsert;
import app.retour.orders.products.ToldProducts;
import app.retour.orders.shoppers.ShopperUpsert;
import app.retour.orders.shoppers.Shoppers;
import java.util.List;
import org.springframework.stereotype.Component;

/** Takes what files of each kind tell, inside the caller's transaction. */
@Component
class FileContents {
    private final OrderUpserts orders;
    private final ToldProducts products;
    private final Shoppers shoppers;

    FileContents(OrderUpserts orders, ToldProducts products, Shoppers shoppers) {
        this.orders = orders;
        this.products = products;
        this.shoppers = shoppers;
    }

    List<Took> orders(List<OrderUpsert> told) {
        return orders.takeFit(told).stream().map(Took::of).toList();
    }

    List<Took> products(List<List<ProductUpsert>> told) {
        var taken = products.take(told.stream().flatMap(List::stream).toList()).iterator();
        return told.stream()
                .map(variants ->
                        variants.stream().map(_ -> taken.next().change()).toList())
                .map(Took::ofVariants)
                .toList();
    }

    List<Took> shoppers(List<ShopperUpsert> told) {
        return shoppers.take(told).stream()
                .map(Shoppers.Taken::change)
                .map(Took::all)
                .toList();
    }
}
