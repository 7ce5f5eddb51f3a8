package app.retour.files;

import app.retour.tenants.Logos;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells the merchants' accounts which logos there are. */
@Component
class StoredLogos implements Logos {
    private final StoredUploads rows;

    StoredLogos(StoredUploads rows) {
        this.rows = rows;
    }

    @Override
    public boolean has(UUID file) {
        return rows.findById(file).filter(StoredUpload::isLogo).isPresent();
    }
}
