package app.retour.notifications;

/**
 * Who gets a message.
 *
 * @param key tells recipients apart without personal data, {@code shopper:<id>} or {@code team}
 * @param email where it goes
 */
record Recipient(NotificationAudience audience, String key, String email) {
    static final String TEAM = "team";

    static Recipient team(String inbox) {
        return new Recipient(NotificationAudience.TEAM, TEAM, inbox);
    }

    static Recipient shopper(String shopperId, String email) {
        return new Recipient(NotificationAudience.SHOPPER, "shopper:" + shopperId, email);
    }

    static Recipient staff(String personId, String email) {
        return new Recipient(NotificationAudience.STAFF, "staff:" + personId, email);
    }
}
