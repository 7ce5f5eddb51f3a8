package app.retour.kernel;

/**
 * A fact that one module announces to others, after the transaction that made it true. Carries ids and values, never
 * personal data; a listener runs as {@link #tenant()}, at least once, and must not mind hearing twice.
 */
public interface TenantEvent {
    TenantId tenant();
}
