package app.retour.kernel;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An e-mail address, in lower case. {@code ida@bücher.example} and {@code ida@xn--bcher-kva.example} are one: people read
 * the first, mail servers are told the second.
 *
 * @param local what stands before the {@code @}
 * @param domain as people read it
 */
public record MailAddress(String local, String domain) {
    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL = 64;
    private static final int LONGEST_LABEL = 63;
    private static final String ACE = "xn--";
    private static final Pattern LOCAL = Pattern.compile("[^\\s\\p{Z}\\p{Cc}\\p{Cf}\\p{Cs}@<>(),;:\\\\\"\\[\\]]+");
    private static final Pattern DOTS = Pattern.compile("[.\u3002\uff0e\uff61]");
    private static final Pattern LABEL = Pattern.compile("[\\p{L}\\p{M}\\p{N}_\u00b7\u200c\u200d-]+");

    /** Empty for what is no address. */
    public static Optional<MailAddress> of(String text) {
        var plain = Normalizer.normalize(text, Form.NFC).strip().toLowerCase(Locale.ROOT);
        var at = plain.lastIndexOf('@');
        if (at < 1 || plain.length() > LONGEST) {
            return Optional.empty();
        }
        var labels = DOTS.split(plain.substring(at + 1), -1);
        if (!Arrays.stream(labels).allMatch(MailAddress::isLabel)) {
            return Optional.empty();
        }
        var domain = Arrays.stream(labels).map(MailAddress::readable).toList();
        // Some letters are read as several signs, blanks and dots among them: ﷺ, ⒈.
        if (!domain.stream().allMatch(MailAddress::isLabel)) {
            return Optional.empty();
        }
        return Optional.of(new MailAddress(plain.substring(0, at), String.join(".", domain)))
                .filter(MailAddress::isPossible);
    }

    private boolean isPossible() {
        return LOCAL.matcher(local).matches()
                && !local.startsWith(".")
                && !local.endsWith(".")
                && !local.contains("..")
                && bytes(local) <= LONGEST_LOCAL
                && bytes(envelope()) <= LONGEST
                && Arrays.stream(domain.split("\\."))
                        .map(MailAddress::encoded)
                        .allMatch(one -> one.length() <= LONGEST_LABEL);
    }

    /** As people read it, and as it is told from others. */
    public String text() {
        return local + "@" + domain;
    }

    /** As mail servers are told it: the domain in its ASCII form. */
    public String envelope() {
        if (isAscii(domain)) {
            return text();
        }
        return local + "@"
                + Arrays.stream(domain.split("\\.")).map(MailAddress::encoded).collect(Collectors.joining("."));
    }

    /** Every spelling that this one address may have been kept in. */
    public Set<String> spellings() {
        return new TreeSet<>(Set.copyOf(Arrays.asList(text(), envelope())));
    }

    /** Whether only a mail server that knows SMTPUTF8 (RFC 6531) can be told it. */
    public boolean needsSmtpUtf8() {
        return !isAscii(local);
    }

    /** Enough for its owner to know it again: {@code a•••@e•••.com}. */
    public String covered() {
        var dot = domain.lastIndexOf('.');
        return first(local) + "•••@" + first(domain) + "•••" + (dot >= 0 ? domain.substring(dot) : "");
    }

    private static String first(String text) {
        return text.substring(0, text.offsetByCodePoints(0, 1));
    }

    private static boolean isLabel(String label) {
        return LABEL.matcher(label).matches() && !label.startsWith("-") && !label.endsWith("-");
    }

    private static String readable(String label) {
        if (label.startsWith(ACE)) {
            return Punycode.decode(label.substring(ACE.length()))
                    .filter(decoded -> encoded(decoded).equals(label) && isLabel(decoded))
                    .orElse(label);
        }
        return Normalizer.normalize(Normalizer.normalize(label, Form.NFKC).toLowerCase(Locale.ROOT), Form.NFC);
    }

    private static String encoded(String label) {
        return isAscii(label) ? label : ACE + Punycode.encode(label);
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(each -> each < 128);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
