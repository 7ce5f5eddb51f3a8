package app.retour.kernel;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;

/**
 * Amounts that somebody is shown first and may change, in the size that a currency's amounts have: where one shop thinks of
 * 100 euros, others think of 10,000 yen, 8,000 rupees or 30 dinars. Round figures that hold for years: never for what is
 * charged or given back.
 */
public final class UsualAmount {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** About what a hundred dollars are; 100 for what is not here, and 10,000 where the currency has no small coins. */
    private static final Map<String, Integer> HUNDREDS = read("""
            30 KWD
            40 BHD OMR
            70 JOD
            200 AZN BAM BGN
            300 BYN GEL PGK TND WST
            400 AED BRL ILS MYR PEN PLN QAR SAR TMT
            500 LYD RON
            700 BOB CNY DKK TTD
            800 GTQ HKD MOP SBD
            1000 BWP ETB GHS MAD NOK SCR SEK SZL TJS
            2000 CZK LSL MDL MVR MXN NAD SLE ZAR ZMW
            3000 HNL THB TWD
            4000 NIO SRD TRY UAH UYU
            5000 EGP MUR
            6000 DOP MKD MZN PHP
            7000 AFN GMD
            8000 BTN INR KGS RUB
            9000 ALL
            10000 BDT CVE DZD HTG ISK JPY KES NPR RSD VUV XPF
            20000 DJF GYD JMD LRD YER
            30000 LKR PKR
            40000 AMD HUF
            50000 CRC KMF KZT SOS
            60000 SDG XAF XOF
            90000 AOA CLP
            100000 ARS IQD KRW RWF
            200000 CDF MMK MWK NGN
            300000 BIF MNT TZS
            400000 COP KHR UGX
            500000 MGA
            700000 PYG
            900000 GNF
            1000000 UZS
            2000000 IDR LAK
            3000000 VND
            9000000 LBP
            """);

    private UsualAmount() {}

    /** Where others think of a hundred dollars. */
    public static Money hundred(Currency currency) {
        return like(HUNDRED, currency);
    }

    /**
     * As much as so many dollars in its size, for example 64.90.
     *
     * @return no more exact than the currency's coins
     */
    public static Money like(BigDecimal dollars, Currency currency) {
        var otherwise = currency.getDefaultFractionDigits() == 0 ? 10_000 : 100;
        var hundred = BigDecimal.valueOf(HUNDREDS.getOrDefault(currency.getCurrencyCode(), otherwise));
        return Money.rounded(dollars.multiply(hundred).movePointLeft(2), currency);
    }

    private static Map<String, Integer> read(String table) {
        var hundreds = new HashMap<String, Integer>();
        table.lines().forEach(line -> {
            var parts = line.split(" ");
            for (var i = 1; i < parts.length; i++) {
                if (hundreds.put(parts[i], Integer.valueOf(parts[0])) != null) {
                    throw new IllegalStateException(parts[i] + " is there twice");
                }
            }
        });
        return Map.copyOf(hundreds);
    }
}
