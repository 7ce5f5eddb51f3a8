package app.retour.tenants.people;

/**
 * What an authenticator app needs, shown once.
 *
 * @param uri otpauth://totp/…, for a QR code
 * @param secret the same to type, base32
 */
public record TotpSecret(String uri, String secret) {}
