package app.retour.notifications.moments;

/**
 * Who gets a message.
 *
 * @param key tells recipients apart without personal data, {@code shopper:<id>} or {@code team}
 * @param email where it goes
 */
public record Recipient(NotificationAudience audience, String key, String email) {
    public static final String TEAM = "team";

    public static Recipient team(String inbox) {
        return new Recipient(NotificationAudience.TEAM, TEAM, inbox);
    }

    public static Recipient shopper(String shopperId, String email) {
        return new Recipient(NotificationAudience.SHOPPER, "shopper:" + shopperId, email);
    }

    public static Recipient staff(String personId, String email) {
        return new Recipient(NotificationAudience.STAFF, "staff:" + personId, email);
    }
}
