package app.retour.returns.record;

import app.retour.kernel.Money;
import app.retour.returns.columns.JsonColumns;
import app.retour.returns.waterfall.RefundedUnits;
import app.retour.returns.waterfall.Waterfall;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Transient;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What a refund gives back: its amount, the waterfall that explains every cent of it, and the units it pays for. */
@Embeddable
class RefundMoney {
    private String currency;
    private BigDecimal amount;

    @JdbcTypeCode(SqlTypes.JSON)
    private String waterfall;

    @JdbcTypeCode(SqlTypes.JSON)
    private String units;

    /** Read often while money is reckoned, and parsed once. */
    private record Explained(String text, Waterfall waterfall) {}

    private record Counted(String text, List<RefundedUnits> units) {}

    @Transient
    private @Nullable Explained explained;

    @Transient
    private @Nullable Counted counted;

    protected RefundMoney() {}

    RefundMoney(Waterfall explained, List<RefundedUnits> paysFor) {
        currency = explained.total().currency().getCurrencyCode();
        explainBy(explained);
        payFor(paysFor);
    }

    final void explainBy(Waterfall as) {
        waterfall = JsonColumns.write(as);
        amount = as.total().amount();
    }

    final void payFor(List<RefundedUnits> paysFor) {
        units = JsonColumns.write(paysFor);
    }

    Money amount() {
        return Money.rounded(amount, Currency.getInstance(currency));
    }

    Waterfall waterfall() {
        var known = explained;
        if (known == null || !known.text().equals(waterfall)) {
            known = new Explained(waterfall, JsonColumns.read(waterfall, Waterfall.class));
            explained = known;
        }
        return known.waterfall();
    }

    List<RefundedUnits> units() {
        var known = counted;
        if (known == null || !known.text().equals(units)) {
            known = new Counted(units, List.copyOf(JsonColumns.list(units, RefundedUnits.class)));
            counted = known;
        }
        return known.units();
    }

    int unitsOf(UUID item) {
        return units().stream()
                .filter(paid -> paid.item().equals(item))
                .mapToInt(RefundedUnits::quantity)
                .sum();
    }

    boolean isOfStaff() {
        return units().isEmpty()
                && waterfall().lines().stream().noneMatch(line -> line.kind().isFee());
    }

    boolean givesBackFees() {
        return waterfall().lines().stream()
                .anyMatch(line -> line.kind().isFee() && line.amount().isPositive());
    }
}
