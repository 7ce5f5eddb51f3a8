package app.retour.tenants;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.MailAddress;
import app.retour.kernel.Refusal;
import java.util.regex.Pattern;

/**
 * E-mail addresses as the accounts of this service keep them: as mail servers are told them, deliverable over SMTP without
 * extensions. A domain may be given in any script; both its spellings are one address.
 */
public final class Emails {
    private static final Pattern LOCAL = Pattern.compile("[a-z0-9.!#$%&'*+/=?^_`{|}~-]+");
    private static final Pattern DOMAIN =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])");

    private Emails() {}

    /** @throws Refusal INVALID, naming the field */
    public static String normal(String text, String field) {
        var address = MailAddress.of(text)
                .filter(one -> one.needsSmtpUtf8() || LOCAL.matcher(one.local()).matches())
                .filter(one -> DOMAIN.matcher(
                                one.envelope().substring(one.envelope().lastIndexOf('@') + 1))
                        .matches())
                .orElseThrow(
                        () -> new Refusal(ErrorCode.INVALID, "An e-mail address looks like name@example.com", field));
        if (address.needsSmtpUtf8()) {
            throw new Refusal(
                    ErrorCode.INVALID,
                    "Many mail servers take only a–z, digits and signs before the @; give an address like that",
                    field);
        }
        return address.envelope();
    }
}
