package app.retour.kernel;

import java.util.Optional;

/**
 * RFC 3492: letters of any script in those that host names are made of. The JDK's {@code java.net.IDN} (seen in 25.0.3)
 * knows the rules of 2003 only, by which {@code straße.de} is {@code strasse.de}, another owner's domain.
 */
final class Punycode {
    private static final int BASE = 36;
    private static final int FIRST = 128;
    private static final int LONGEST = 63;

    private Punycode() {}

    /** @param label at least one sign outside ASCII */
    static String encode(String label) {
        var signs = label.codePoints().toArray();
        var out = new StringBuilder();
        for (var sign : signs) {
            if (sign < FIRST) {
                out.append((char) sign);
            }
        }
        var basic = out.length();
        var handled = basic;
        if (basic > 0) {
            out.append('-');
        }
        var now = FIRST;
        var delta = 0L;
        var bias = 72;
        while (handled < signs.length) {
            var next = Integer.MAX_VALUE;
            for (var sign : signs) {
                next = sign >= now && sign < next ? sign : next;
            }
            delta += (long) (next - now) * (handled + 1);
            now = next;
            for (var sign : signs) {
                if (sign < now) {
                    delta++;
                } else if (sign == now) {
                    write(out, delta, bias);
                    bias = adapted(delta, handled + 1, handled == basic);
                    delta = 0;
                    handled++;
                }
            }
            delta++;
            now++;
        }
        return out.toString();
    }

    private static void write(StringBuilder out, long delta, int bias) {
        var rest = delta;
        for (var k = BASE; ; k += BASE) {
            var threshold = Math.clamp(k - bias, 1, 26);
            if (rest < threshold) {
                out.append(digit((int) rest));
                return;
            }
            out.append(digit((int) (threshold + (rest - threshold) % (BASE - threshold))));
            rest = (rest - threshold) / (BASE - threshold);
        }
    }

    private static char digit(int value) {
        return (char) (value < 26 ? 'a' + value : '0' + value - 26);
    }

    /** Empty for what no label is encoded as. */
    static Optional<String> decode(String encoded) {
        if (encoded.length() > LONGEST) {
            return Optional.empty();
        }
        var end = Math.max(0, encoded.lastIndexOf('-'));
        var out = new StringBuilder(encoded.substring(0, end));
        var now = FIRST;
        var place = 0L;
        var bias = 72;
        var next = end > 0 ? end + 1 : 0;
        while (next < encoded.length()) {
            var before = place;
            var weight = 1L;
            for (var k = BASE; ; k += BASE) {
                var digit = next < encoded.length() ? Character.digit(encoded.charAt(next++), BASE) : -1;
                // Letters are 0 to 25 here and digits 26 to 35; in Java's base 36 it is the other way round.
                var value = digit < 0 ? -1 : digit >= 10 ? digit - 10 : digit + 26;
                place += value * weight;
                if (value < 0 || place > Integer.MAX_VALUE) {
                    return Optional.empty();
                }
                var threshold = Math.clamp(k - bias, 1, 26);
                if (value < threshold) {
                    break;
                }
                weight *= BASE - threshold;
            }
            var length = out.codePointCount(0, out.length()) + 1;
            bias = adapted(place - before, length, before == 0);
            now += (int) (place / length);
            place %= length;
            if (!Character.isValidCodePoint(now) || now < FIRST) {
                return Optional.empty();
            }
            out.insert(out.offsetByCodePoints(0, (int) place), Character.toString(now));
            place++;
        }
        return Optional.of(out.toString());
    }

    private static int adapted(long delta, int length, boolean isFirst) {
        var rest = isFirst ? delta / 700 : delta / 2;
        rest += rest / length;
        var k = 0;
        while (rest > 455) {
            rest /= BASE - 1;
            k += BASE;
        }
        return (int) (k + 36 * rest / (rest + 38));
    }
}
