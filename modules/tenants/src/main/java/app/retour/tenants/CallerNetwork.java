package app.retour.tenants;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/** Who counts as one where tries are counted by address. */
public final class CallerNetwork {
    /** What a provider gives to one household; whoever has one address of IPv6 has all of these. */
    private static final int NETWORK_BYTES = 8;

    private CallerNetwork() {}

    /** An address of IPv4 as it is, of IPv6 its network; anything else, as nobody wrote it on the way, as it is too. */
    public static String of(String remoteAddress) {
        try {
            return InetAddress.ofLiteral(remoteAddress) instanceof Inet6Address six
                    ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), NETWORK_BYTES))
                    : remoteAddress;
        } catch (IllegalArgumentException noAddress) {
            return remoteAddress;
        }
    }
}
