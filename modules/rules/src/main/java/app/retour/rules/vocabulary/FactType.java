package app.retour.rules.vocabulary;

import org.jspecify.annotations.Nullable;

/** How a fact is written and compared; with it come the unit and the operators. */
public enum FactType {
    /** Compared without regard to case and outer blanks. */
    TEXT(null),
    /** One of the fact's options. */
    CHOICE(null),
    /** Any number of texts; none is known to be none. */
    TEXTS(null),
    /** Any number of the fact's options. */
    CHOICES(null),
    COUNT(null),
    /** Local calendar days; the starting day is day 0. */
    DAYS("days"),
    GRAMS("g"),
    /** 0 to 100, exact. */
    PERCENT("%"),
    /** An exact amount of one currency, compared with amounts of the same currency only. */
    MONEY("currency of the shop"),
    DATE(null),
    FLAG(null);

    private final @Nullable String unit;

    FactType(@Nullable String unit) {
        this.unit = unit;
    }

    public @Nullable String unit() {
        return unit;
    }

    public boolean isNumeric() {
        return this == COUNT || this == DAYS || this == GRAMS || this == PERCENT;
    }

    public boolean isList() {
        return this == TEXTS || this == CHOICES;
    }

    public boolean isChosen() {
        return this == CHOICE || this == CHOICES;
    }
}
