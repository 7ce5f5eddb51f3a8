package app.retour.orders;

import app.retour.files.FileId;
import app.retour.files.FileKind;
import app.retour.files.Files;
import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.tenants.Jobs;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Window;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Files that are read into orders, products and shoppers. */
@Service
@Transactional
public class Imports {
    private final ImportJobs imports;
    private final FileReading reading;
    private final Jobs jobs;
    private final Files files;
    private final Clock clock;

    Imports(ImportJobs imports, FileReading reading, Jobs jobs, Files files, Clock clock) {
        this.imports = imports;
        this.reading = reading;
        this.jobs = jobs;
        this.files = files;
        this.clock = clock;
    }

    /**
     * Asks for a file to be read; it is, after the transaction.
     *
     * @throws Refusal NOT_FOUND or INVALID for the file
     */
    public Import start(ImportKind kind, FileId file) {
        var stored = files.open(file)
                .orElseThrow(
                        () -> new Refusal(ErrorCode.NOT_FOUND, "There is no such file; upload it first", "fileId"));
        if (stored.kind() != FileKind.IMPORT) {
            throw new Refusal(
                    ErrorCode.INVALID, "The file was not uploaded for an import; its kind is IMPORT", "fileId");
        }
        var id = imports.add(kind, file.value(), stored.name(), stored.bytes());
        jobs.ask(reading, id.toString(), new FileReading.Wanted(id.value()), clock.instant());
        return imports.find(id).orElseThrow();
    }

    @Transactional(readOnly = true)
    public Optional<Import> find(ImportId id) {
        return imports.find(id);
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public Window<Import> list(ScrollPosition from, int limit) {
        return imports.list(from, limit);
    }

    /** The first problems of an import, in the file's order. */
    @Transactional(readOnly = true)
    public List<ImportRowError> problems(ImportId id, int limit) {
        return imports.problems(id.value(), limit);
    }
}
