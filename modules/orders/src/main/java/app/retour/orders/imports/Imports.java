package app.retour.orders.imports;

import app.retour.files.FileId;
import app.retour.files.FileKind;
import app.retour.files.Files;
import app.retour.files.StoredFile;
import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.orders.ImportId;
import app.retour.orders.csv.FileNotUnderstood;
import app.retour.orders.csv.Source;
import app.retour.orders.mapping.ColumnMapping;
import app.retour.orders.mapping.MappedFile;
import app.retour.orders.mapping.OrderField;
import app.retour.orders.mapping.ProposedMapping;
import app.retour.tenants.Tenants;
import app.retour.tenants.jobs.Jobs;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Window;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Files that are read into orders, products and shoppers. */
@Service
@Transactional
public class Imports {
    private final ImportJobs imports;
    private final ImportProblems problems;
    private final ImportRun reading;
    private final Jobs jobs;
    private final Files files;
    private final SavedMappings mappings;
    private final Tenants tenants;
    private final Clock clock;

    Imports(
            ImportJobs imports,
            ImportProblems problems,
            ImportRun reading,
            Jobs jobs,
            Files files,
            SavedMappings mappings,
            Tenants tenants,
            Clock clock) {
        this.imports = imports;
        this.problems = problems;
        this.mappings = mappings;
        this.tenants = tenants;
        this.reading = reading;
        this.jobs = jobs;
        this.files = files;
        this.clock = clock;
    }

    /**
     * How a file of orders would be read.
     *
     * @param chosen by a person; null: as somebody chose it for such a file before, else as it can be found out
     * @throws Refusal NOT_FOUND or INVALID for the file
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public ProposedMapping propose(FileId file, @Nullable ColumnMapping chosen) {
        var tenant = tenants.current();
        try {
            return MappedFile.propose(
                    uploaded(file).content()::open, tenant.zone(), tenant.currency(), chosen, mappings::find);
        } catch (FileNotUnderstood unread) {
            throw new Refusal(ErrorCode.INVALID, String.valueOf(unread.getMessage()), "fileId");
        }
    }

    /** The same without a mapping. */
    public Import start(ImportKind kind, FileId file) {
        return start(kind, file, null);
    }

    /**
     * Asks for a file to be read; it is, after the transaction. The mapping is kept for the next file of its columns.
     *
     * @param mapping for orders of any shop, and for nothing else
     * @throws Refusal NOT_FOUND or INVALID for the file, REQUIRED or INVALID for the mapping
     */
    public Import start(ImportKind kind, FileId file, @Nullable ColumnMapping mapping) {
        var stored = uploaded(file);
        if (kind == ImportKind.MAPPED_ORDERS) {
            keep(stored.content()::open, mapping);
        } else if (mapping != null) {
            throw new Refusal(ErrorCode.INVALID, "Only orders of kind MAPPED_ORDERS are read by a mapping", "mapping");
        }
        var id = imports.add(kind, file.value(), stored.name(), stored.bytes(), mapping);
        jobs.schedule(reading, id.toString(), new ImportRun.Wanted(id.value()), clock.instant());
        return imports.find(id).orElseThrow();
    }

    private void keep(Source content, @Nullable ColumnMapping mapping) {
        if (mapping == null) {
            throw new Refusal(ErrorCode.REQUIRED, "Say which column tells what", "mapping");
        }
        try {
            var problems = MappedFile.problems(content, mapping);
            if (!problems.isEmpty()) {
                var first = problems.getFirst();
                throw new Refusal(ErrorCode.INVALID, first.message(), place(mapping, first.field()));
            }
            mappings.save(MappedFile.header(content), mapping);
        } catch (FileNotUnderstood unread) {
            throw new Refusal(ErrorCode.INVALID, String.valueOf(unread.getMessage()), "fileId");
        }
    }

    private static String[] place(ColumnMapping mapping, @Nullable OrderField of) {
        if (of == null) {
            return new String[] {"mapping"};
        }
        var place = mapping.place(of);
        return place < 0
                ? new String[] {"mapping", "columns"}
                : new String[] {"mapping", "columns", String.valueOf(place), "column"};
    }

    private StoredFile uploaded(FileId file) {
        var stored = files.open(file)
                .orElseThrow(
                        () -> new Refusal(ErrorCode.NOT_FOUND, "There is no such file; upload it first", "fileId"));
        if (stored.kind() != FileKind.IMPORT) {
            throw new Refusal(
                    ErrorCode.INVALID, "The file was not uploaded for an import; its kind is IMPORT", "fileId");
        }
        return stored;
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
        return problems.of(id.value(), limit);
    }
}
