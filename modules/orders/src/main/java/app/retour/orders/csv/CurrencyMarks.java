package app.retour.orders.csv;

import java.util.Currency;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The currencies that are written beside amounts: {@code US$ 49.90}, {@code 49,90 €}, {@code CHF 20}. */
public final class CurrencyMarks {
    private static final Pattern MARK = Pattern.compile(
            "^[-(\\s]*(?<before>[A-Z]{3}(?![A-Z$])|[A-Z]{0,3}\\p{Sc})|(?<behind>(?<![A-Z])[A-Z]{3}|\\p{Sc})[)\\s]*$");
    private static final Set<String> CODES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> DOLLARS_AND_PESOS = Set.of(
            "USD", "CAD", "AUD", "NZD", "HKD", "SGD", "TWD", "MXN", "ARS", "CLP", "COP", "BRL", "UYU", "DOP", "BBD",
            "BSD", "BZD", "BMD", "FJD", "GYD", "JMD", "KYD", "LRD", "NAD", "SBD", "SRD", "TTD", "XCD", "BND", "CVE",
            "CUP", "NIO", "TOP", "MOP", "ZWL");
    /** Of signs that several countries use, all of them. */
    private static final Map<String, Set<String>> SIGNS = Map.ofEntries(
            Map.entry("$", DOLLARS_AND_PESOS),
            Map.entry("US$", Set.of("USD")),
            Map.entry("CA$", Set.of("CAD")),
            Map.entry("C$", Set.of("CAD", "NIO")),
            Map.entry("A$", Set.of("AUD")),
            Map.entry("AU$", Set.of("AUD")),
            Map.entry("NZ$", Set.of("NZD")),
            Map.entry("HK$", Set.of("HKD")),
            Map.entry("S$", Set.of("SGD")),
            Map.entry("NT$", Set.of("TWD")),
            Map.entry("R$", Set.of("BRL")),
            Map.entry("MX$", Set.of("MXN")),
            Map.entry("€", Set.of("EUR")),
            Map.entry("£", Set.of("GBP", "GIP", "FKP", "SHP", "EGP", "LBP", "SYP", "SDG", "SSP")),
            Map.entry("¥", Set.of("JPY", "CNY")),
            Map.entry("￥", Set.of("JPY", "CNY")),
            Map.entry("₹", Set.of("INR")),
            Map.entry("₩", Set.of("KRW", "KPW")),
            Map.entry("₺", Set.of("TRY")),
            Map.entry("₽", Set.of("RUB")),
            Map.entry("₪", Set.of("ILS")),
            Map.entry("฿", Set.of("THB")),
            Map.entry("₫", Set.of("VND")),
            Map.entry("₴", Set.of("UAH")),
            Map.entry("₱", Set.of("PHP")),
            Map.entry("₦", Set.of("NGN")),
            Map.entry("₡", Set.of("CRC")),
            Map.entry("₸", Set.of("KZT")),
            Map.entry("₾", Set.of("GEL")));

    private CurrencyMarks() {}

    /** Whether it is written beside the amount that it is of another currency. A mark that nobody knows says nothing. */
    public static boolean contradict(String amount, Currency currency) {
        if (isBare(amount)) {
            return false;
        }
        var found = MARK.matcher(amount.strip());
        while (found.find()) {
            var mark = found.group("before") == null ? found.group("behind") : found.group("before");
            var meant = CODES.contains(mark) ? Set.of(mark) : SIGNS.get(mark);
            if (meant != null && !meant.contains(currency.getCurrencyCode())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBare(String amount) {
        for (var i = 0; i < amount.length(); i++) {
            var letter = amount.charAt(i);
            if ((letter < '0' || letter > '9') && letter != '.' && letter != ',') {
                return false;
            }
        }
        return true;
    }
}
