package app.retour.tenants.secrets;

/**
 * A column of values that {@link Secrets} sealed. The module that owns the table declares it as a bean: {@link SecretRotation}
 * goes through all of them.
 *
 * @param table with its schema
 * @param column of {@code bytea}
 * @param purpose for which its values are sealed
 * @param ofTenants whether each row is a tenant's own; then it counts its versions too
 */
public record SealedColumn(String table, String column, String purpose, boolean ofTenants) {
    public SealedColumn {
        // They are written into statements.
        if (!table.matches("[a-z_]+\\.[a-z_]+") || !column.matches("[a-z_]+")) {
            throw new IllegalArgumentException("No column is called " + table + "." + column);
        }
    }

    /** Of a table of tenants. */
    public static SealedColumn ofTenants(String table, String column, String purpose) {
        return new SealedColumn(table, column, purpose, true);
    }

    /** Of a global table. */
    public static SealedColumn ofNobody(String table, String column, String purpose) {
        return new SealedColumn(table, column, purpose, false);
    }
}
