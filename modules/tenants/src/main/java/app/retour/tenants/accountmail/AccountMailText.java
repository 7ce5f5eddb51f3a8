package app.retour.tenants.accountmail;

import java.util.Map;

/**
 * The texts of mails about accounts. Placeholders stand in braces. No words of whoever makes us send one: it goes to an
 * address that need not know them, in our name.
 */
public enum AccountMailText {
    CONFIRM("Confirm your e-mail address for Retour", """
            Welcome to Retour!

            Please confirm that this is your address, and your account is open:
            {base}/admin/confirm-email?token={token}

            The link works once, within 24 hours. Then sign in with your address and the password you chose.
            If it was not you who signed up, ignore this mail; nothing happens then.
            """),
    ALREADY_KNOWN("Your address already has a Retour account", """
            Somebody, probably you, just signed up to Retour with this address. It already has an account,
            so nothing was changed.

            Sign in: {base}/admin/sign-in
            Forgotten the password? {base}/admin/forgot-password

            If it was not you, there is nothing to do.
            """),
    RESET("Choose a new password for Retour", """
            Somebody, probably you, asked for a new password. Choose it here:
            {base}/admin/reset-password?token={token}

            The link works once, within one hour. It signs you out everywhere.
            If it was not you, ignore this mail; your password stays as it is.
            """),
    PASSWORD_CHANGED("Your Retour password was changed", """
            The password of your Retour account was just changed, and you were signed out everywhere else.

            If it was not you, choose a new one now: {base}/admin/forgot-password
            """),
    INVITATION("{inviter} invites you to Retour", """
            {inviter} invites you to work on a shop's returns with Retour. Which shop it is, and what you would
            be there, is told here, where you can also accept:
            {base}/admin/accept-invitation?token={token}

            The link works once, within seven days. If you do not know {inviter}, ignore this mail.
            """),
    ERASURE("Erase your data at a shop", """
            Somebody who knows one of your orders at a shop, probably you, asked to erase what is kept of you
            about your returns there. Which shop it is, is told here, where you can also say that you want it:
            {portal}/r/-/erase/{token}

            Your name, addresses, words, photos and messages go for good, and nobody can bring them back.
            What was bought and paid stays on record without your name.

            The link works once, within 24 hours. If it was not you, ignore this mail; nothing happens then.
            """),
    ERASURE_DE("Ihre Daten bei einem Shop löschen", """
            Jemand, der eine Ihrer Bestellungen bei einem Shop kennt, vermutlich Sie selbst, möchte löschen lassen,
            was dort zu Ihren Rücksendungen über Sie gespeichert ist. Um welchen Shop es geht, sehen Sie hier;
            dort können Sie es auch bestätigen:
            {portal}/r/-/erase/{token}

            Name, Adressen, Texte, Fotos und Nachrichten werden endgültig gelöscht und lassen sich nicht
            wiederherstellen. Was gekauft und bezahlt wurde, bleibt ohne Ihren Namen aufgezeichnet.

            Der Link gilt einmal und 24 Stunden lang. Wenn Sie es nicht waren, brauchen Sie nichts zu tun; dann geschieht nichts.
            """);

    /** Who invites, as long as nobody is known by address. */
    public static final String SOMEBODY = "A merchant";

    private final String subject;
    private final String body;

    AccountMailText(String subject, String body) {
        this.subject = subject;
        this.body = body;
    }

    public String subject(Map<String, String> values) {
        return filled(subject, values);
    }

    public String body(Map<String, String> values) {
        return filled(body, values);
    }

    /** Values never bring line breaks into a header or forged lines into a text. */
    private static String filled(String text, Map<String, String> values) {
        var filled = text;
        for (var value : values.entrySet()) {
            filled = filled.replace("{" + value.getKey() + "}", value.getValue().replaceAll("[\\p{Cntrl}{}]", " "));
        }
        return filled;
    }
}
