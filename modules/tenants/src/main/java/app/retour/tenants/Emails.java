package app.retour.tenants;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import java.util.Locale;
import java.util.regex.Pattern;

/** E-mail addresses as this service keeps them: stripped, in lower case, deliverable over SMTP without extensions. */
public final class Emails {
    private static final Pattern ADDRESS = Pattern.compile(
            "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]"
                    + "(?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])");

    private Emails() {}

    /** @throws Refusal INVALID, naming the field */
    public static String normal(String text, String field) {
        var address = text.strip().toLowerCase(Locale.ROOT);
        var local = address.substring(0, Math.max(0, address.indexOf('@')));
        if (address.length() > 254
                || !ADDRESS.matcher(address).matches()
                || local.startsWith(".")
                || local.endsWith(".")
                || local.contains("..")) {
            throw new Refusal(ErrorCode.INVALID, "An e-mail address looks like name@example.com", field);
        }
        return address;
    }
}
