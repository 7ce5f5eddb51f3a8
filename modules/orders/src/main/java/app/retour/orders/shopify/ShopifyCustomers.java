package app.retour.orders.shopify;

import app.retour.kernel.Money;
import app.retour.orders.csv.CsvRow;
import app.retour.orders.csv.Fingerprint;
import app.retour.orders.csv.RowGroups;
import app.retour.orders.csv.RowRemark;
import app.retour.orders.shoppers.ShopperUpsert;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The export of customers: a row each. Who has no e-mail is nobody to Retour. */
final class ShopifyCustomers implements RowGroups<ShopperUpsert> {
    private final Currency currency;

    /** @param currency of what they spent; the file does not say it */
    ShopifyCustomers(Currency currency) {
        this.currency = currency;
    }

    @Override
    public List<String> requiredColumns() {
        return List.of("First Name", "Last Name", "Email");
    }

    /** Personal data is no name for a problem: the line has to do. */
    @Override
    public @Nullable String subject(CsvRow row) {
        return null;
    }

    @Override
    public String subjectColumn() {
        return "Email";
    }

    @Override
    public ShopperUpsert read(List<CsvRow> rows, Consumer<RowRemark> remarks) {
        var row = rows.getFirst();
        var name = Stream.of(row.text("First Name"), row.text("Last Name"))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        var told = new ShopperUpsert(
                row.required("Email"),
                name.isEmpty() ? null : name,
                row.unspoilt(false, remarks, "Phone", "Default Address Phone"),
                null,
                row.list("Tags"),
                null,
                row.whole("Total Orders"),
                spent(row),
                null);
        return told.withFingerprint(Fingerprint.of(told));
    }

    private @Nullable Money spent(CsvRow row) {
        var spent = row.decimal(currency.getDefaultFractionDigits(), "Total Spent");
        try {
            return spent == null ? null : new Money(spent, currency);
        } catch (IllegalArgumentException tooPrecise) {
            throw row.wrong("Total Spent", "has more decimals than " + currency + " knows");
        }
    }
}
