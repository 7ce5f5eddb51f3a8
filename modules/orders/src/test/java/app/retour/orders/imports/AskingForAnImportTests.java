package app.retour.orders.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import app.retour.files.FileId;
import app.retour.files.FileKind;
import app.retour.files.StoredFile;
import app.retour.kernel.ErrorCode;
import app.retour.kernel.Ids;
import app.retour.kernel.Refusal;
import app.retour.kernel.TenantId;
import app.retour.orders.ImportId;
import app.retour.orders.mapping.ColumnMapping;
import app.retour.orders.mapping.OrderField;
import app.retour.tenants.Brand;
import app.retour.tenants.Tenant;
import app.retour.tenants.Tenants;
import app.retour.tenants.jobs.Jobs;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import retour.testkit.TestClock;

/** A file that was uploaded for an import is read later; what a mapping lacks is said at once, with its place. */
class AskingForAnImportTests {
    private static final FileId FILE = new FileId(Ids.next());
    private static final String CSV = "Order,Date,Product,Qty,Price,Total\n1,2026-10-01,Tee,1,5.00,5.00\n";
    private final ImportJobs stored = mock(ImportJobs.class);
    private final Jobs jobs = mock(Jobs.class);
    private final app.retour.files.Files files = mock(app.retour.files.Files.class);
    private final SavedMappings mappings = mock(SavedMappings.class);
    private final Tenants tenants = mock(Tenants.class);
    private final Imports imports = new Imports(
            stored, mock(ImportProblems.class), mock(ImportRun.class), jobs, files, mappings, tenants, new TestClock());

    private void uploaded(FileKind kind, String text) {
        when(files.open(FILE))
                .thenReturn(Optional.of(new StoredFile(
                        FILE,
                        kind,
                        "orders.csv",
                        "text/csv",
                        text.length(),
                        null,
                        Instant.EPOCH,
                        () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))));
        var shop = new Tenant(
                new TenantId(Ids.next()),
                0,
                "Books",
                "books",
                Currency.getInstance("EUR"),
                ZoneId.of("Europe/Berlin"),
                Locale.GERMAN,
                true,
                new Brand("#1f5a4d", null),
                null,
                null,
                null);
        when(tenants.current()).thenReturn(shop);
    }

    private ColumnMapping mapping() {
        uploaded(FileKind.IMPORT, CSV);
        return imports.propose(FILE, null).mapping();
    }

    private static void refuses(ThrowingCallable asking, ErrorCode code, String path) {
        assertThatThrownBy(asking).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(String.join(".", refusal.field())).isEqualTo(path);
        });
    }

    @Test
    void itIsReadLaterAndItsMappingIsKeptForTheNextFileOfItsColumns() {
        var mapping = mapping();
        var id = new ImportId(Ids.next());
        when(stored.add(ImportKind.MAPPED_ORDERS, FILE.value(), "orders.csv", CSV.length(), mapping))
                .thenReturn(id);
        when(stored.find(id)).thenReturn(Optional.of(mock(Import.class)));
        imports.start(ImportKind.MAPPED_ORDERS, FILE, mapping);
        verify(jobs).schedule(any(), eq(id.toString()), eq(new ImportRun.Wanted(id.value())), any());
        verify(mappings).save(anyString(), eq(mapping));
    }

    @Test
    void aMappingIsForOrdersOfAnyShopAndTheyNeedOne() {
        var mapping = mapping();
        refuses(() -> imports.start(ImportKind.SHOPIFY_ORDERS, FILE, mapping), ErrorCode.INVALID, "mapping");
        refuses(() -> imports.start(ImportKind.MAPPED_ORDERS, FILE), ErrorCode.REQUIRED, "mapping");
        verifyNoInteractions(jobs);
    }

    @Test
    void whatAMappingLacksIsNamedWhereItStandsOrWhereItIsMissing() {
        var mapping = mapping();
        var wrong = new LinkedHashMap<>(mapping.columns());
        wrong.put(OrderField.EMAIL, "E-Mail");
        refuses(
                () -> imports.start(ImportKind.MAPPED_ORDERS, FILE, with(mapping, wrong)),
                ErrorCode.INVALID,
                "mapping.columns." + (wrong.size() - 1) + ".column");
        var missing = new LinkedHashMap<>(mapping.columns());
        missing.remove(OrderField.NUMBER);
        refuses(
                () -> imports.start(ImportKind.MAPPED_ORDERS, FILE, with(mapping, missing)),
                ErrorCode.INVALID,
                "mapping.columns");
        verifyNoInteractions(jobs);
        verify(mappings, never()).save(any(), any());
    }

    private static ColumnMapping with(ColumnMapping like, Map<OrderField, String> columns) {
        return new ColumnMapping(
                columns, like.rows(), like.dates(), like.decimalSign(), like.currency(), like.prices());
    }

    @Test
    void whatSomebodyChoseForSuchAFileBeforeIsProposedFirst() {
        var found = mapping();
        var chosen = with(found, Map.of(OrderField.NUMBER, "Order", OrderField.EMAIL, "gone"));
        when(mappings.find(anyString())).thenReturn(Optional.of(chosen));
        var proposed = imports.propose(FILE, null);
        assertThat(proposed.saved()).isTrue();
        assertThat(proposed.mapping().columns())
                .as("without what this file lacks")
                .containsOnlyKeys(OrderField.NUMBER);
        assertThat(imports.propose(FILE, found).saved()).as("chosen now").isFalse();
    }

    @Test
    void whatIsNoFileForAnImportIsRefusedByItsId() {
        refuses(() -> imports.start(ImportKind.SHOPIFY_ORDERS, FILE), ErrorCode.NOT_FOUND, "fileId");
        uploaded(FileKind.PHOTO, CSV);
        refuses(() -> imports.start(ImportKind.SHOPIFY_ORDERS, FILE), ErrorCode.INVALID, "fileId");
        uploaded(FileKind.IMPORT, "<html>");
        refuses(() -> imports.propose(FILE, null), ErrorCode.INVALID, "fileId");
        uploaded(FileKind.IMPORT, "Order,Date\n");
        refuses(() -> imports.propose(FILE, null), ErrorCode.INVALID, "fileId");
    }
}
