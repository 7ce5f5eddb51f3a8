package app.retour.orders.graphql;

import app.retour.api.Answers;
import app.retour.api.GlobalId;
import app.retour.api.Idempotency;
import app.retour.api.UserError;
import app.retour.files.FileId;
import app.retour.orders.ImportId;
import app.retour.orders.imports.Import;
import app.retour.orders.imports.ImportKind;
import app.retour.orders.imports.ImportRowError;
import app.retour.orders.imports.Imports;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Window;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.data.query.ScrollSubrange;
import org.springframework.stereotype.Controller;

/** Imports in the API. */
@Controller
class ImportController {
    private static final int MOST_ERRORS = 200;
    private final Imports imports;
    private final Idempotency idempotency;

    ImportController(Imports imports, Idempotency idempotency) {
        this.imports = imports;
        this.idempotency = idempotency;
    }

    record StartImportInput(
            ImportKind kind, String fileId, @Nullable OrderFileMappingInput mapping, String idempotencyKey) {}

    record StartImportPayload(@Nullable Import started, List<UserError> userErrors) {}

    @QueryMapping("import")
    Optional<Import> importById(@Argument String id) {
        return imports.find(new ImportId(GlobalId.parse(id, "Import")));
    }

    @QueryMapping
    Window<Import> imports(ScrollSubrange subrange) {
        var page = Page.of(subrange);
        return imports.list(page.position(), page.limit());
    }

    @MutationMapping
    StartImportPayload startImport(@Argument StartImportInput input) {
        return Answers.of(
                () -> idempotency.once(
                        "startImport",
                        input.idempotencyKey,
                        input,
                        () -> imports.start(
                                input.kind,
                                new FileId(GlobalId.parse(input.fileId, "StoredFile")),
                                input.mapping == null ? null : input.mapping.toMapping()),
                        started -> started.id().toString(),
                        id -> imports.find(new ImportId(UUID.fromString(id))).orElseThrow()),
                started -> new StartImportPayload(started, List.of()),
                errors -> new StartImportPayload(null, errors));
    }

    @SchemaMapping(typeName = "StartImportPayload", field = "import")
    @Nullable
    Import started(StartImportPayload payload) {
        return payload.started;
    }

    @SchemaMapping(typeName = "Import")
    String id(Import found) {
        return GlobalId.of("Import", found.id().value());
    }

    @SchemaMapping(typeName = "Import")
    List<ImportRowError> errors(Import found, @Argument int first) {
        return imports.problems(found.id(), Math.clamp(first, 0, MOST_ERRORS));
    }
}
