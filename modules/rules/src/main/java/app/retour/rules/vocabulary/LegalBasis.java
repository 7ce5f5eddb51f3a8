package app.retour.rules.vocabulary;

import java.util.Set;

/** On what ground the goods come back. The first two are statutory rights: rules neither refuse nor charge them. */
public enum LegalBasis {
    /** Withdrawal from a distance sale. */
    WITHDRAWAL,
    /** The goods are not as agreed. */
    CONFORMITY,
    /** What the merchant grants of its own accord. */
    GOODWILL;

    /** Where consumers have the first two: the EU, the EEA and the UK, by ISO 3166 code. */
    public static final Set<String> COUNTRIES = Set.of(
            "AT", "BE", "BG", "HR", "CY", "CZ", "DK", "EE", "FI", "FR", "DE", "GR", "HU", "IE", "IT", "LV", "LT", "LU",
            "MT", "NL", "PL", "PT", "RO", "SK", "SI", "ES", "SE", "IS", "LI", "NO", "GB");

    /** Last day after delivery on which a consumer may withdraw. */
    public static final int WITHDRAWAL_DAYS = 14;

    public boolean isStatutory() {
        return this != GOODWILL;
    }
}
