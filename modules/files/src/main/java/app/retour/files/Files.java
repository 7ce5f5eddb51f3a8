package app.retour.files;

import java.util.Optional;

/** The face of this module: take a file, find it again. */
public class Files {
    /**
     * Takes a file for the tenant of the moment, after looking at its content.
     *
     * @throws app.retour.kernel.Refusal INVALID for a content the kind does not allow or that cannot be read,
     *     TOO_LARGE for too many bytes or pixels
     */
    public FileId store(FileUpload upload) {
        throw new UnsupportedOperationException("To come with its table: " + upload.kind());
    }

    /** A file of the tenant of the moment. Whether the caller may see it is the caller's question. */
    public Optional<StoredFile> open(FileId file) {
        throw new UnsupportedOperationException("To come with its table: " + file);
    }
}
