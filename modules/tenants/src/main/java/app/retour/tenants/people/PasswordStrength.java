package app.retour.tenants.people;

import org.jspecify.annotations.Nullable;

/** @param score 0 (guessed at once) to 4 (very strong) */
public record PasswordStrength(
        int score, boolean acceptable, @Nullable String advice) {}
