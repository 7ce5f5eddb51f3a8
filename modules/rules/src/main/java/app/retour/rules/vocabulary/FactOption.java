package app.retour.rules.vocabulary;

import java.util.List;

/**
 * One thing that a chosen fact may be.
 *
 * @param label as a sentence says it: "the reason is wrong size"
 */
public record FactOption(String value, String label) {
    public static final List<FactOption> REASON_GROUPS = List.of(
            new FactOption("SIZE", "wrong size"),
            new FactOption("DEFECT", "defective"),
            new FactOption("WRONG_ITEM", "wrong item"),
            new FactOption("CHANGED_MIND", "changed mind"),
            new FactOption("DAMAGED_IN_TRANSIT", "damaged in transit"),
            new FactOption("OTHER", "other"));

    static final List<FactOption> RESOLUTIONS = List.of(
            new FactOption("REFUND", "a refund"),
            new FactOption("EXCHANGE", "an exchange"),
            new FactOption("STORE_CREDIT", "store credit"));

    public static final List<FactOption> TENDERS = List.of(
            new FactOption("GIFT_CARD", "gift card"),
            new FactOption("STORE_CREDIT", "store credit"),
            new FactOption("CARD", "card"),
            new FactOption("OTHER", "another kind"),
            new FactOption("UNKNOWN", "a kind not told"));

    static final List<FactOption> LEGAL_BASES = List.of(
            new FactOption("WITHDRAWAL", "withdrawal"),
            new FactOption("CONFORMITY", "conformity"),
            new FactOption("GOODWILL", "goodwill"));
}
