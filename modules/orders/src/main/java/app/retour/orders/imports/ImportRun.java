package app.retour.orders.imports;

import app.retour.files.FileId;
import app.retour.files.Files;
import app.retour.kernel.Refusal;
import app.retour.orders.ImportId;
import app.retour.orders.OrdersImported;
import app.retour.orders.csv.FileNotUnderstood;
import app.retour.orders.csv.GroupedFile;
import app.retour.orders.csv.Source;
import app.retour.orders.csv.Told;
import app.retour.orders.imports.Batches.Batch;
import app.retour.orders.imports.ImportJobs.Progress;
import app.retour.orders.imports.ImportJobs.Standing;
import app.retour.orders.mapping.MappedFile;
import app.retour.orders.shopify.ShopifyFile;
import app.retour.tenants.Tenant;
import app.retour.tenants.Tenants;
import app.retour.tenants.jobs.TenantJob;
import app.retour.tenants.tenancy.TenantContext;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads a file from its beginning to its end, a bounded batch a transaction. What a batch took and how far the file is
 * read commit together, so that a reading that was cut off goes on where it was. A batch that is refused is taken again
 * in ever smaller parts, down to the single one that is to blame, so that it does not hold up the others.
 */
@Component
public class ImportRun implements TenantJob<ImportRun.Wanted> {
    private static final Logger LOG = LoggerFactory.getLogger(ImportRun.class);
    private static final int PROBLEMS_IN_FILE = 10_000;
    private final ImportJobs imports;
    private final ImportProblems problems;
    private final FileContents taking;
    private final UnknownFacts unknownFacts;
    private final Files files;
    private final ProblemFiles problemFiles;
    private final Tenants tenants;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;
    private final Clock clock;

    ImportRun(
            ImportJobs imports,
            ImportProblems problems,
            FileContents taking,
            UnknownFacts unknownFacts,
            Files files,
            ProblemFiles problemFiles,
            Tenants tenants,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.imports = imports;
        this.problems = problems;
        this.taking = taking;
        this.unknownFacts = unknownFacts;
        this.files = files;
        this.problemFiles = problemFiles;
        this.tenants = tenants;
        this.events = events;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Which import is to be run. */
    public record Wanted(UUID importId) {}

    /** Somebody else runs the same import; leave it to them. */
    private static final class RunsElsewhere extends RuntimeException {}

    @Override
    public String name() {
        return "orders-read-file";
    }

    @Override
    public Class<Wanted> type() {
        return Wanted.class;
    }

    @Override
    public void run(Wanted told) {
        var standing = in(() -> imports.standing(told.importId)).orElse(null);
        if (standing == null || standing.state() == ImportState.DONE || standing.state() == ImportState.FAILED) {
            return;
        }
        var ofFile = new OrdersOfFile();
        try {
            var stored = files.open(new FileId(standing.file()))
                    .orElseThrow(() -> new FileNotUnderstood("The file is no longer there; upload it again"));
            read(told.importId, standing, stored.content()::open, in(tenants::current), ofFile);
            finish(told.importId, standing, null, ofFile);
        } catch (FileNotUnderstood problem) {
            finish(told.importId, standing, String.valueOf(problem.getMessage()), ofFile);
        } catch (RunsElsewhere other) {
            LOG.info("Import {} is run elsewhere", told.importId);
        } catch (DataAccessException | TransactionException | UncheckedIOException again) {
            throw again;
        } catch (RuntimeException fault) {
            LOG.error("Import {} met a fault of ours", told.importId, fault);
            finish(
                    told.importId,
                    standing,
                    "Something of ours broke. What was read stays; send the file again to go on",
                    ofFile);
        }
    }

    private void read(UUID id, Standing standing, Source content, Tenant tenant, OrdersOfFile ofFile) {
        var done = standing.subjectsDone();
        switch (standing.kind()) {
            case SHOPIFY_ORDERS ->
                read(id, done, ShopifyFile.ofOrders(content), Batches.OF_SETS, ofFile, taking::orders);
            case SHOPIFY_PRODUCTS ->
                read(
                        id,
                        done,
                        ShopifyFile.ofProducts(content, tenant.currency()),
                        Batches.OF_SETS,
                        ofFile,
                        taking::products);
            case SHOPIFY_CUSTOMERS ->
                read(
                        id,
                        done,
                        ShopifyFile.ofCustomers(content, tenant.currency()),
                        Batches.OF_SETS,
                        ofFile,
                        taking::shoppers);
            case MAPPED_ORDERS ->
                read(
                        id,
                        done,
                        MappedFile.open(content, Objects.requireNonNull(standing.mapping()), tenant.zone()),
                        Batches.OF_SETS,
                        ofFile,
                        taking::orders);
        }
    }

    private <T> void read(
            UUID id,
            long done,
            GroupedFile<T> file,
            Batches batches,
            OrdersOfFile ofFile,
            Function<List<T>, List<Took>> taking) {
        try (file) {
            for (var skipped = 0L; skipped < done && file.hasNext(); skipped++) {
                ofFile.add(file.next());
            }
            var from = done;
            try (var ahead = new ReadAhead<>(file, batches)) {
                for (var batch = ahead.next(); !batch.told().isEmpty(); batch = ahead.next()) {
                    batch.told().forEach(ofFile::add);
                    takeBatch(id, from, batch, taking);
                    from += batch.told().size();
                }
            }
        }
    }

    private <T> void takeBatch(UUID id, long from, Batch<T> batch, Function<List<T>, List<Took>> taking) {
        try {
            takeAtOnce(id, from, batch, taking);
        } catch (Refusal | DataIntegrityViolationException refused) {
            if (batch.told().size() == 1) {
                refuse(id, from, batch, refused);
                return;
            }
            var before = from;
            for (var part : batch.parts()) {
                takeBatch(id, before, part, taking);
                before += part.told().size();
            }
        }
    }

    private <T> void takeAtOnce(UUID id, long from, Batch<T> batch, Function<List<T>, List<Took>> taking) {
        transactions.executeWithoutResult(_ -> {
            var values = batch.told().stream()
                    .map(Told::value)
                    .filter(Objects::nonNull)
                    .toList();
            var took = values.isEmpty() ? List.<Took>of() : taking.apply(values);
            var met = Took.problems(batch.told(), took);
            var failed = (int) met.stream().filter(problem -> !problem.taken()).count();
            var withoutProof = UsableProof.missingIn(Took.taken(batch.told(), took));
            advance(id, from, Progress.of(batch.told(), Took.changes(took), failed, withoutProof, batch.bytes()));
            problems.add(id, met);
        });
    }

    private <T> void refuse(UUID id, long from, Batch<T> single, RuntimeException refused) {
        var problem = ImportRowError.of(single.told().getFirst(), refused instanceof Refusal known ? known : null);
        transactions.executeWithoutResult(_ -> {
            advance(id, from, Progress.of(single.told(), List.of(), 1, 0, single.bytes()));
            problems.add(id, List.of(problem));
        });
    }

    private void advance(UUID id, long from, Progress progress) {
        if (!imports.advance(id, from, progress)) {
            throw new RunsElsewhere();
        }
    }

    /** The file itself is of no use any more; it tells of many people, so it goes at once. */
    private void finish(UUID id, Standing standing, @Nullable String failure, OrdersOfFile ofFile) {
        var met = in(() -> problems.of(id, PROBLEMS_IN_FILE));
        var errorFile = met.isEmpty() ? null : problemFiles.store(met).value();
        transactions.executeWithoutResult(_ -> {
            if (imports.finish(id, failure, unknownFacts.report(ofFile.keys().orElse(null)), errorFile)) {
                files.remove(List.of(new FileId(standing.file())));
                events.publishEvent(new OrdersImported(TenantContext.current(), new ImportId(id), clock.instant()));
            }
        });
    }

    private <T> T in(java.util.function.Supplier<T> action) {
        return Objects.requireNonNull(transactions.execute(_ -> action.get()));
    }
}
