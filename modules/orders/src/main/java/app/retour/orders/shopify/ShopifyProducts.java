package app.retour.orders.shopify;

import app.retour.kernel.Money;
import app.retour.orders.csv.CsvRow;
import app.retour.orders.csv.Fingerprint;
import app.retour.orders.csv.RowGroups;
import app.retour.orders.csv.RowRemark;
import app.retour.orders.products.ProductOption;
import app.retour.orders.products.ProductUpsert;
import app.retour.orders.rows.PictureLink;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The export of products, of either generation: a product is a row, and a row more for each further variant or picture,
 * by the same handle. A row without option value, SKU and price is only a picture.
 */
final class ShopifyProducts implements RowGroups<List<ProductUpsert>> {
    private static final int OPTIONS = 3;
    private final Currency currency;

    /** @param currency of the prices; the file does not say it */
    ShopifyProducts(Currency currency) {
        this.currency = currency;
    }

    @Override
    public List<String> requiredColumns() {
        return List.of("Title");
    }

    @Override
    public @Nullable String subject(CsvRow row) {
        return row.text("Handle", "URL handle");
    }

    @Override
    public String subjectColumn() {
        return "Handle";
    }

    @Override
    public List<ProductUpsert> read(List<CsvRow> rows, Consumer<RowRemark> remarks) {
        // The title stands in one row only; in a file that was sorted that need not be the first.
        var first = rows.stream()
                .filter(row -> row.text("Title") != null)
                .findFirst()
                .orElseGet(rows::getFirst);
        var key = first.required("Handle", "URL handle");
        var title = first.required("Title");
        var variants = new ArrayList<ProductUpsert>();
        for (var row : rows) {
            if (row == first || isVariant(row)) {
                var told = new ProductUpsert(
                        key,
                        row.unspoilt(false, remarks, "Variant SKU", "SKU"),
                        title,
                        options(first, row),
                        variants.size(),
                        first.text("Vendor"),
                        first.text("Type", "Product type"),
                        first.list("Tags"),
                        grams(row),
                        price(row),
                        picture(row, "Variant Image", "Variant image URL") != null
                                ? picture(row, "Variant Image", "Variant image URL")
                                : picture(first, "Image Src", "Product image URL"),
                        first.truth("Gift Card", "Gift card"),
                        null,
                        null);
                variants.add(told.withFingerprint(Fingerprint.of(told)));
            }
        }
        return variants;
    }

    /** None where a browser would not show it: the product matters more than its picture. */
    private static @Nullable String picture(CsvRow row, String... columns) {
        var link = row.text(columns);
        return PictureLink.isShown(link) ? link : null;
    }

    private static boolean isVariant(CsvRow row) {
        return row.text("Option1 Value") != null
                || row.text("Variant SKU", "SKU") != null
                || row.text("Variant Price", "Price") != null;
    }

    /** Names stand in the product's first row only; the only variant of a product is called "Default Title". */
    private static List<ProductOption> options(CsvRow first, CsvRow row) {
        var options = new ArrayList<ProductOption>();
        for (var i = 1; i <= OPTIONS; i++) {
            var value = row.text("Option%d Value".formatted(i));
            if (value != null && !value.equals("Default Title")) {
                options.add(new ProductOption(
                        Objects.requireNonNullElse(first.text("Option%d Name".formatted(i)), "Option " + i), value));
            }
        }
        return options;
    }

    /** Shops that weigh in ounces or pounds have up to 14 decimals here; what weighs anything weighs a gram. */
    private static @Nullable Integer grams(CsvRow row) {
        var grams = row.decimal(3, "Variant Grams", "Weight value (grams)");
        if (grams == null || grams.signum() <= 0) {
            return null;
        }
        var whole = grams.setScale(0, RoundingMode.HALF_UP).max(BigDecimal.ONE);
        if (whole.precision() > 9) {
            throw row.wrong(
                    row.has("Variant Grams") ? "Variant Grams" : "Weight value (grams)", "is no weight in grams");
        }
        return whole.intValueExact();
    }

    private @Nullable Money price(CsvRow row) {
        var price = row.decimal(currency.getDefaultFractionDigits(), "Variant Price", "Price");
        try {
            return price == null ? null : new Money(price, currency);
        } catch (IllegalArgumentException tooPrecise) {
            throw row.wrong("Variant Price", "has more decimals than " + currency + " knows");
        }
    }
}
