package app.retour.api;

/** A content could not be kept where contents are kept: the disk is full, or does not answer. None of it was kept. */
public final class NoRoom extends RuntimeException {
    public NoRoom(String message, Throwable cause) {
        super(message, cause);
    }
}
