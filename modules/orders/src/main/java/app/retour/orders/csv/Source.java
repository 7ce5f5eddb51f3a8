package app.retour.orders.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** A file that can be read from its beginning, more than once. */
@FunctionalInterface
public interface Source {
    /** @return to be closed by the caller */
    InputStream open() throws IOException;

    /** @throws FileNotUnderstood when it is no CSV file */
    default CsvFile csv() {
        try {
            var content = open();
            try {
                return CsvFile.open(content);
            } catch (FileNotUnderstood | UncheckedIOException unread) {
                content.close();
                throw unread;
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
