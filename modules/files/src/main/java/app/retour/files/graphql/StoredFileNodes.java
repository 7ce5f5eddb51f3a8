package app.retour.files.graphql;

import app.retour.api.Caller;
import app.retour.api.NodeSource;
import app.retour.files.FileId;
import app.retour.files.Files;
import app.retour.files.StoredFile;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Finds a stored file by its id, for those who may see it. */
@Component
class StoredFileNodes implements NodeSource {
    private final Files files;

    StoredFileNodes(Files files) {
        this.files = files;
    }

    @Override
    public String type() {
        return "StoredFile";
    }

    @Override
    public Optional<StoredFile> find(UUID id) {
        return files.open(new FileId(id)).filter(file -> file.visibleTo(Caller.current()));
    }
}
