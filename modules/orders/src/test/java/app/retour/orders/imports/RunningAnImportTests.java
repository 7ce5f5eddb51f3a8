package app.retour.orders.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.ArgumentMatchers.isNull;
import static org.mockito.ArgumentMatchers.startsWith;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import app.retour.files.FileId;
import app.retour.files.FileKind;
import app.retour.files.FileUpload;
import app.retour.files.StoredFile;
import app.retour.kernel.ErrorCode;
import app.retour.kernel.Ids;
import app.retour.kernel.Refusal;
import app.retour.kernel.TenantId;
import app.retour.orders.OrdersImported;
import app.retour.orders.rows.Change;
import app.retour.orders.shoppers.ShopperUpsert;
import app.retour.tenants.Tenants;
import app.retour.tenants.tenancy.TenantContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mockito.ArgumentCaptor;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.SimpleTransactionStatus;
import retour.testkit.TestClock;

/** A file is read to its end batch by batch: what is refused holds up no other, and what was done is not done twice. */
class RunningAnImportTests {
    private static final UUID FILE = Ids.next();
    private static final UUID IMPORT = Ids.next();
    private static final TenantId SHOP = new TenantId(Ids.next());
    private final ImportJobs jobs = mock(ImportJobs.class);
    private final ImportProblems met = mock(ImportProblems.class);
    private final FileContents taking = mock(FileContents.class);
    private final UnknownFacts unknown = mock(UnknownFacts.class);
    private final app.retour.files.Files files = mock(app.retour.files.Files.class);
    private final ProblemFiles problemFiles = mock(ProblemFiles.class);
    private final Tenants tenants = mock(Tenants.class, RETURNS_DEEP_STUBS);
    private final List<Object> announced = new ArrayList<>();
    private final List<ImportRowError> problems = new ArrayList<>();
    private final List<ImportJobs.Progress> progress = new ArrayList<>();
    private final ImportRun run = new ImportRun(
            jobs,
            met,
            taking,
            unknown,
            files,
            problemFiles,
            tenants,
            announced::add,
            new NoDatabase(),
            new TestClock());

    /** Commits nothing, as there is nothing. */
    private static final class NoDatabase implements PlatformTransactionManager {
        @Override
        public TransactionStatus getTransaction(@Nullable TransactionDefinition definition) {
            return new SimpleTransactionStatus();
        }

        @Override
        public void commit(TransactionStatus status) {}

        @Override
        public void rollback(TransactionStatus status) {}
    }

    private void file(int customers, long done) {
        var csv = "First Name,Last Name,Email\n"
                + IntStream.range(0, customers)
                        .mapToObj("A,%1$d,a%1$d@example.com\n"::formatted)
                        .collect(Collectors.joining());
        when(jobs.standing(IMPORT))
                .thenReturn(Optional.of(
                        new ImportJobs.Standing(ImportKind.SHOPIFY_CUSTOMERS, ImportState.WAITING, FILE, null, done)));
        when(files.open(new FileId(FILE)))
                .thenReturn(Optional.of(new StoredFile(
                        new FileId(FILE),
                        FileKind.IMPORT,
                        "customers.csv",
                        "text/csv",
                        csv.length(),
                        null,
                        Instant.EPOCH,
                        () -> new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)))));
    }

    @BeforeEach
    void rest() {
        when(tenants.current().currency()).thenReturn(Currency.getInstance("EUR"));
        when(taking.shoppers(any()))
                .thenAnswer(asked -> asked.<List<ShopperUpsert>>getArgument(0).stream()
                        .map(_ -> Took.all(Change.CREATED))
                        .toList());
        when(jobs.advance(any(), anyLong(), any())).thenAnswer(asked -> progress.add(asked.getArgument(2)));
        doAnswer(asked -> problems.addAll(asked.getArgument(1))).when(met).add(any(), any());
        when(met.of(any(), anyInt())).thenReturn(problems);
        when(jobs.finish(any(), any(), any(), any())).thenReturn(true);
        when(problemFiles.store(any())).thenReturn(new FileId(Ids.next()));
    }

    private void run() {
        TenantContext.runAs(SHOP, () -> run.run(new ImportRun.Wanted(IMPORT)));
    }

    @Test
    void aFileIsTakenAHundredAtATimeThenItIsGoneAndItsEndIsTold() {
        file(250, 0);
        run();
        assertThat(progress).extracting(ImportJobs.Progress::created).containsExactly(100, 100, 50);
        verify(jobs).advance(eq(IMPORT), eq(200L), any());
        verify(jobs).finish(eq(IMPORT), isNull(), any(), isNull());
        verify(files).remove(List.of(new FileId(FILE)));
        assertThat(announced).singleElement().isInstanceOf(OrdersImported.class);
    }

    @Test
    void whatWasDoneBeforeItWasCutOffIsNotTakenAgain() {
        file(250, 100);
        run();
        assertThat(progress).extracting(ImportJobs.Progress::subjects).containsExactly(100, 50);
        verify(jobs).advance(eq(IMPORT), eq(100L), any());
    }

    @Test
    void oneThatIsRefusedIsToldAndTheOthersAreTaken() {
        file(3, 0);
        doAnswer(asked -> {
                    List<ShopperUpsert> told = asked.getArgument(0);
                    if (told.stream().anyMatch(each -> each.email().equals("a1@example.com"))) {
                        throw new Refusal(ErrorCode.INVALID, "Nobody's", "1", "email");
                    }
                    return told.stream().map(_ -> Took.all(Change.CREATED)).toList();
                })
                .when(taking)
                .shoppers(any());
        run();
        assertThat(progress).extracting(ImportJobs.Progress::created).containsExactly(1, 0, 1);
        assertThat(progress).extracting(ImportJobs.Progress::failed).containsExactly(0, 1, 0);
        assertThat(problems).containsExactly(new ImportRowError(3, null, "email", "Nobody's", false));
        verify(problemFiles).store(problems);
    }

    @Test
    void whatSomebodyElseRunsIsLeftToThem() {
        file(3, 0);
        when(jobs.advance(any(), anyLong(), any())).thenReturn(false);
        run();
        verify(jobs, never()).finish(any(), any(), any(), any());
        verify(files, never()).remove(any());
    }

    @ParameterizedTest
    @EnumSource(
            value = ImportState.class,
            names = {"DONE", "FAILED"})
    void whatIsAtItsEndIsNotRunAgain(ImportState state) {
        when(jobs.standing(IMPORT))
                .thenReturn(Optional.of(new ImportJobs.Standing(ImportKind.SHOPIFY_CUSTOMERS, state, FILE, null, 0)));
        run();
        verifyNoInteractions(files, taking);
    }

    @Test
    void aFileThatIsGoneOrNotUnderstoodFailsInWords() {
        file(0, 0);
        run();
        verify(jobs).finish(eq(IMPORT), eq("The file has names of columns and no rows below them"), any(), isNull());
        when(files.open(new FileId(FILE))).thenReturn(Optional.empty());
        run();
        verify(jobs).finish(eq(IMPORT), eq("The file is no longer there; upload it again"), any(), isNull());
    }

    /** What a broken database did not take is tried again by the queue of jobs; a fault of ours never is. */
    @Test
    void aFaultOfOursEndsItInWordsAndABrokenDatabaseDoesNot() {
        file(3, 0);
        doThrow(new IllegalStateException("a bug")).when(taking).shoppers(any());
        run();
        verify(jobs).finish(eq(IMPORT), startsWith("Something of ours broke"), any(), isNull());
        doThrow(new QueryTimeoutException("slow")).when(taking).shoppers(any());
        assertThatThrownBy(this::run).isInstanceOf(QueryTimeoutException.class);
        verify(jobs, times(1)).finish(any(), any(), any(), any());
    }

    @Test
    void whoeverFinishedItFirstToldIt() {
        file(3, 0);
        when(jobs.finish(any(), any(), any(), any())).thenReturn(false);
        run();
        assertThat(announced).isEmpty();
        verify(files, never()).remove(any());
    }

    @Test
    void theFileOfProblemsCanBeOpenedInASpreadsheetWithoutHarm() throws IOException {
        var kept = ArgumentCaptor.forClass(FileUpload.class);
        when(files.keep(kept.capture())).thenReturn(new FileId(Ids.next()));
        new ProblemFiles(files)
                .store(List.of(
                        new ImportRowError(
                                3, "=HYPERLINK(\"http://evil.example\")", "Total", "“Total” is empty", false),
                        new ImportRowError(5, null, null, "was left out", true)));
        var csv = new String(kept.getValue().content().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(csv.lines()).hasSize(3);
        assertThat(csv).contains("yes, but for this").doesNotContain(",=HYPERLINK", "\"=HYPERLINK");
        assertThat(kept.getValue().kind()).isEqualTo(FileKind.IMPORT);
    }
}
