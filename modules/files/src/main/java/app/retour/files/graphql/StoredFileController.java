package app.retour.files.graphql;

import app.retour.api.GlobalId;
import app.retour.files.StoredFile;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** A stored file as the schema tells it. */
@Controller
class StoredFileController {
    @SchemaMapping(typeName = "StoredFile")
    String id(StoredFile file) {
        return GlobalId.of("StoredFile", file.id().value());
    }

    @SchemaMapping(typeName = "StoredFile")
    String path(StoredFile file) {
        return file.path();
    }
}
