package app.retour.rules.policy;

/** The effects a rule may set. */
public enum EffectKind {
    DECISION("decision", false),
    RESOLUTIONS("allowed resolutions", true),
    FEE("fee", true),
    RETURN_SHIPPING("return shipping", true),
    KEEP_ITEM("keep item", true),
    EVIDENCE("evidence wanted", false),
    BONUS("bonus credit", true),
    DESTINATION("destination", false),
    REFUND_MOMENT("refund moment", true),
    TAGS("tags", false),
    TEAM("team to notify", false),
    ASSIGNEE("assignee", false),
    PRIORITY("priority", false);

    private final String label;
    private final boolean isMaterial;

    EffectKind(String label, boolean isMaterial) {
        this.label = label;
        this.isMaterial = isMaterial;
    }

    public String label() {
        return label;
    }

    /** Whether a sentence says "are" of it. */
    public boolean isPlural() {
        return this == RESOLUTIONS || this == TAGS;
    }

    /** Whether it touches money or what the shopper gets: left undetermined, it holds back an approval. */
    public boolean isMaterial() {
        return isMaterial;
    }
}
