package app.retour.orders.products;

import app.retour.kernel.ErrorCode;
import app.retour.orders.rows.Limits;

/** Every field of a told variant, before anything is made of it. */
final class ProductCheck {
    private static final int MOST_OPTIONS = 10;
    private static final int MOST_GRAMS = 100_000_000;
    private static final int LONGEST_URL = 2_000;

    private ProductCheck() {}

    /** @throws app.retour.kernel.Refusal with the index first in its path */
    static void check(ProductUpsert told, int index) {
        var limits = Limits.of(index);
        limits.required(told.productKey(), Limits.LONG_TEXT, "productKey");
        limits.exact(told.productKey(), "productKey");
        limits.identity(told.sku(), "sku");
        limits.required(told.title(), Limits.LONG_TEXT, "title");
        if (told.options().size() > MOST_OPTIONS) {
            throw limits.refusal(ErrorCode.TOO_LARGE, "At most %d options".formatted(MOST_OPTIONS), "options");
        }
        for (var i = 0; i < told.options().size(); i++) {
            limits.in("options", i).text(told.options().get(i).name(), Limits.LONG_TEXT, "name");
            limits.in("options", i).text(told.options().get(i).value(), Limits.LONG_TEXT, "value");
        }
        limits.text(told.vendor(), Limits.LONG_TEXT, "vendor");
        limits.text(told.productType(), Limits.LONG_TEXT, "productType");
        limits.texts(told.tags(), "tags");
        limits.whole(told.weightGrams(), 0, MOST_GRAMS, "weightGrams");
        limits.amount(told.price() == null ? null : told.price().amount(), "price");
        limits.pictureLink(told.imageUrl(), LONGEST_URL, "imageUrl");
    }
}
