package app.retour.orders.rows;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** Where a product's picture is. */
public final class PictureLink {
    private PictureLink() {}

    /** Whether a page over https shows it: an address by https, with a host and without a user. */
    public static boolean isShown(@Nullable String link) {
        try {
            var address = link == null ? null : new URI(link);
            return address != null
                    && "https".equalsIgnoreCase(address.getScheme())
                    && address.getHost() != null
                    && address.getRawUserInfo() == null;
        } catch (URISyntaxException malformed) {
            return false;
        }
    }
}
