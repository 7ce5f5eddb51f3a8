package app.retour.files;

import app.retour.api.NoRoom;
import app.retour.kernel.ErrorCode;
import app.retour.kernel.Ids;
import app.retour.kernel.Refusal;
import app.retour.kernel.TenantId;
import app.retour.tenants.tenancy.TenantContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The face of this module: take a file, find it again. */
@Component
public class Files {
    private static final Logger LOG = LoggerFactory.getLogger(Files.class);
    private final StoredUploads rows;
    private final FileStore store;
    private final ContentWorkers workers;
    private final UploadAllowance allowance;
    private final Contents contents = new Contents(PictureLimits.USUAL);
    private final JdbcClient jdbc;
    private final ObjectProvider<FileOwners> owners;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Files(
            StoredUploads rows,
            FileStore store,
            ContentWorkers workers,
            UploadAllowance allowance,
            JdbcClient jdbc,
            ObjectProvider<FileOwners> owners,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.owners = owners;
        this.transactions = new TransactionTemplate(transactions);
        this.rows = rows;
        this.allowance = allowance;
        this.store = store;
        this.workers = workers;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Takes a file for the tenant of the moment, after looking at its content. Call it outside a transaction where you
     * can: the content is written first, and then the row; what has no row after a day is swept away.
     *
     * @throws Refusal INVALID for a content the kind does not allow or that cannot be read, TOO_LARGE for too many
     *     bytes or pixels or too many within a day, THROTTLED while too many are being read; most say more, see
     *     {@link UnfitFile}; WRONG_STATE when its owner takes none
     * @throws NoRoom when it cannot be kept; nothing is left of it
     */
    public FileId store(FileUpload upload) {
        allowance.require();
        return keep(upload);
    }

    /** As {@link #store}, for what we made ourselves: it counts for nobody. */
    public FileId keep(FileUpload upload) {
        var tenant = TenantContext.current();
        var id = new FileId(Ids.next());
        try {
            var checked = checked(tenant, upload);
            var bytes = written(tenant, id, checked.bytes());
            var name = FileName.of(upload.declaredName(), checked.contentType());
            write(
                    tenant,
                    new StoredUpload(
                            id, upload.kind(), name, checked.contentType(), bytes, upload.owner(), clock.instant()),
                    upload.owner());
            return id;
        } catch (IOException broken) {
            throw new UncheckedIOException("A file could not be stored", broken);
        }
    }

    private void write(TenantId tenant, StoredUpload row, @Nullable UUID owner) {
        try {
            transactions.executeWithoutResult(_ -> {
                if (owner != null && !owners.orderedStream().allMatch(known -> known.takes(owner))) {
                    throw new Refusal(
                            ErrorCode.WRONG_STATE, "Who this is about was erased; nothing is kept of them", "file");
                }
                rows.save(row);
            });
        } catch (Refusal erased) {
            discard(tenant, new FileId(row.id()));
            throw erased;
        }
    }

    private Contents.Checked checked(TenantId tenant, FileUpload upload) throws IOException {
        var kind = upload.kind();
        return kind == FileKind.IMPORT
                ? contents.check(kind, upload.content())
                : workers.run(tenant, upload.owner(), () -> contents.check(kind, upload.content()));
    }

    /** What is written was read before: whatever fails here is the place where it is kept. */
    private long written(TenantId tenant, FileId id, InputStream content) {
        try {
            return store.write(tenant, id, content);
        } catch (IOException broken) {
            throw new NoRoom("A file could not be kept", broken);
        }
    }

    /** A file of the tenant of the moment. Whether the caller may see it is the caller's question. */
    @Transactional(readOnly = true)
    public Optional<StoredFile> open(FileId file) {
        var tenant = TenantContext.current();
        return rows.findById(file.value()).map(row -> row.snapshot(() -> store.read(tenant, file)));
    }

    /**
     * Removes files of the tenant of the moment: the rows with the caller's transaction, the contents once it is committed.
     * So a transaction that fails has lost nothing, and a process that dies in between leaves contents without a row, which
     * the sweep takes.
     *
     * @return how many of them there were
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int remove(Collection<FileId> files) {
        var tenant = TenantContext.current();
        var known = rows.findAllById(files.stream().map(FileId::value).toList());
        rows.deleteAllInBatch(known);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                known.forEach(file -> discard(tenant, new FileId(file.id())));
            }
        });
        return known.size();
    }

    private void discard(TenantId tenant, FileId file) {
        try {
            store.delete(tenant, file);
        } catch (IOException later) {
            LOG.warn("The content of file {} could not be removed; the sweep tries again", file, later);
        }
    }

    /** A logo, whoever's it is: anybody may see it. Needs no tenant, and none is told. */
    public Optional<StoredFile> openLogo(FileId file) {
        return jdbc.sql("select tenant_id from files.logo_door(?)")
                .param(file.value())
                .query(UUID.class)
                .optional()
                .flatMap(tenant -> TenantContext.callAs(
                        new TenantId(tenant),
                        () -> rows.findById(file.value())
                                .map(row -> row.snapshot(() -> store.read(new TenantId(tenant), file)))));
    }
}
