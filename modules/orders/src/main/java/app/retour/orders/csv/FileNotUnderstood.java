package app.retour.orders.csv;

/** A file that cannot be read as what it was given for. The message is for the merchant. */
public class FileNotUnderstood extends RuntimeException {
    public FileNotUnderstood(String message) {
        super(message);
    }
}
