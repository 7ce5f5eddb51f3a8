package app.retour.tenants.secrets;

/** The key of all keyed hashes and signatures. It outlives every master key, or nothing that is kept as a hash were found again. */
interface HashingKey {
    byte[] bytes();
}
