package app.retour.kernel;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;

/**
 * How an amount is written in a language: as browsers do it, so that a page, a mail and the web admin say the same. The
 * JDK (25.0.3, seen 2026-11-29) takes the same patterns from CLDR, but leaves out the space between {@code CHF} and a
 * digit and groups 1.299 where CLDR groups from 10.000 on.
 */
public final class AmountText {
    private static final String NO_BREAK_SPACE = "\u00a0";
    private static final Set<String> GROUP_FROM_TEN_THOUSAND =
            Set.of("be", "bg", "es", "et", "hu", "hy", "it", "ka", "lv", "pl", "sl", "sq");
    private static final Set<String> SPANISH_OF_AMERICA = Set.of(
            "419", "AR", "BO", "BR", "BZ", "CL", "CO", "CR", "CU", "DO", "EC", "GT", "HN", "MX", "NI", "PA", "PE", "PR",
            "PY", "SV", "US", "UY", "VE");
    private static final Set<String> PORTUGUESE_OF_EUROPE = Set.of("PT", "CH", "GQ", "MZ", "CV");
    private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);

    private AmountText() {}

    public static String of(Money money, Locale locale) {
        return of(money.amount(), money.currency(), locale);
    }

    /** As in speech: a whole amount without decimals, €100 beside €49.90. For sentences, never for columns. */
    public static String spoken(Money money, Locale locale) {
        var decimals =
                money.amount().stripTrailingZeros().scale() > 0 ? money.amount().scale() : 0;
        return of(money.amount(), money.currency(), locale, decimals);
    }

    /** With as many decimals as the currency has, and more where the amount is finer; never rounded. */
    public static String of(BigDecimal amount, Currency currency, Locale locale) {
        var decimals = Math.max(
                Math.max(0, currency.getDefaultFractionDigits()),
                amount.signum() == 0 ? 0 : amount.stripTrailingZeros().scale());
        return of(amount, currency, locale, decimals);
    }

    private static String of(BigDecimal amount, Currency currency, Locale locale, int digits) {
        var format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(currency);
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        if (groupsFromTenThousand(locale) && amount.abs().compareTo(TEN_THOUSAND) < 0) {
            format.setGroupingUsed(false);
        }
        if (format instanceof DecimalFormat decimal) {
            keepApart(decimal);
        }
        return format.format(amount);
    }

    /** A currency that is written in letters stands apart from the digits. */
    private static void keepApart(DecimalFormat format) {
        if (endsWithLetter(format.getPositivePrefix())) {
            format.setPositivePrefix(format.getPositivePrefix() + NO_BREAK_SPACE);
            format.setNegativePrefix(format.getNegativePrefix() + NO_BREAK_SPACE);
        }
        var suffix = format.getPositiveSuffix();
        if (!suffix.isEmpty() && Character.isLetter(suffix.codePointAt(0))) {
            format.setPositiveSuffix(NO_BREAK_SPACE + suffix);
            format.setNegativeSuffix(NO_BREAK_SPACE + format.getNegativeSuffix());
        }
    }

    private static boolean endsWithLetter(String text) {
        return !text.isEmpty() && Character.isLetter(text.codePointBefore(text.length()));
    }

    private static boolean groupsFromTenThousand(Locale locale) {
        return switch (locale.getLanguage()) {
            case "pt" -> PORTUGUESE_OF_EUROPE.contains(locale.getCountry());
            case "es" -> !SPANISH_OF_AMERICA.contains(locale.getCountry());
            default -> GROUP_FROM_TEN_THOUSAND.contains(locale.getLanguage());
        };
    }
}
