package app.retour.orders.shopify;

import app.retour.orders.OrderUpsert;
import app.retour.orders.ProductUpsert;
import app.retour.orders.ShopperUpsert;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Currency;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * A Shopify export being read, a thing at a time: it holds the rows of one order or product, never the file.
 *
 * @param <T> what it tells: orders, the variants of products, or shoppers
 */
public final class ShopifyFile<T> implements Iterator<ShopifyFile.Told<T>>, AutoCloseable {
    private static final int MOST_ROWS = 2_000;
    private final CsvFile file;
    private final RowGroups<T> groups;
    private @Nullable CsvRow ahead;

    private ShopifyFile(InputStream content, RowGroups<T> groups) {
        this.file = CsvFile.open(content);
        this.groups = groups;
        for (var column : groups.requiredColumns()) {
            if (!file.hasColumn(column)) {
                file.close();
                throw new FileNotUnderstood("The file has no column “%s”; is it another export?".formatted(column));
            }
        }
    }

    /**
     * What some rows tell, or why they cannot be taken.
     *
     * @param line where the first of them begins
     * @param rows how many they are
     * @param subject order number or handle; null where the rows have none
     */
    public record Told<T>(
            long line,
            int rows,
            @Nullable String subject,
            @Nullable T value,
            @Nullable RowNotUnderstood problem) {}

    /** @param content closed with the file */
    public static ShopifyFile<OrderUpsert> ofOrders(InputStream content) {
        return new ShopifyFile<>(content, new ShopifyOrders());
    }

    /** @param currency of the prices; the file does not say it */
    public static ShopifyFile<List<ProductUpsert>> ofProducts(InputStream content, Currency currency) {
        return new ShopifyFile<>(content, new ShopifyProducts(currency));
    }

    /** @param currency of what they spent; the file does not say it */
    public static ShopifyFile<ShopperUpsert> ofCustomers(InputStream content, Currency currency) {
        return new ShopifyFile<>(content, new ShopifyCustomers(currency));
    }

    /** Bytes taken so far. */
    public long bytesRead() {
        return file.bytesRead();
    }

    @Override
    public boolean hasNext() {
        return ahead != null || file.hasNext();
    }

    @Override
    public Told<T> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        var first = ahead != null ? ahead : file.next();
        ahead = null;
        var subject = subject(first);
        var rows = new ArrayList<CsvRow>(List.of(first));
        var count = 1;
        while (subject != null && file.hasNext()) {
            var row = file.next();
            if (!subject.equals(subject(row))) {
                ahead = row;
                break;
            }
            count++;
            if (rows.size() <= MOST_ROWS) {
                rows.add(row);
            }
        }
        try {
            if (count > MOST_ROWS) {
                throw new RowNotUnderstood(first.line(), null, "has more than 2,000 rows");
            }
            return new Told<>(first.line(), count, subject, groups.read(rows), null);
        } catch (RowNotUnderstood problem) {
            return new Told<>(first.line(), count, subject, null, problem);
        }
    }

    /** A subject that cannot be read is no subject; reading the row will say why. */
    private @Nullable String subject(CsvRow row) {
        try {
            return groups.subject(row);
        } catch (RowNotUnderstood problem) {
            return null;
        }
    }

    @Override
    public void close() {
        file.close();
    }
}
