package app.retour.files;

import java.util.UUID;

/** Told by who knows what files belong to: whether it takes any. */
public interface FileOwners {
    /**
     * In the transaction that writes the file's row. Until it ends, the answer stays true: whoever wants to change that waits.
     *
     * @return false when nothing more is kept of whoever it is about
     */
    boolean takes(UUID owner);
}
