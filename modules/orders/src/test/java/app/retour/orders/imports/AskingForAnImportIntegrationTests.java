package app.retour.orders.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.retour.files.FileId;
import app.retour.files.FileKind;
import app.retour.files.FileUpload;
import app.retour.kernel.ErrorCode;
import app.retour.kernel.Ids;
import app.retour.kernel.Refusal;
import app.retour.orders.mapping.ColumnMapping;
import app.retour.orders.mapping.MappedFile;
import app.retour.orders.mapping.OrderField;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** A file that was uploaded for an import is read later; what a mapping lacks is said at once, with its place. */
class AskingForAnImportIntegrationTests extends ImportingFiles {
    private static final String CSV = "Order,Date,Product,Qty,Price,Total\n1,2026-10-01,Tee,1,5.00,5.00\n";

    @Autowired
    SavedMappings mappings;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transactions;

    private FileId uploaded(FileKind kind, String text) {
        var content = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        return as(() -> files.store(new FileUpload(kind, content, "orders.csv", null)));
    }

    private ColumnMapping mapping(FileId file) {
        return as(() -> imports.propose(file, null)).mapping();
    }

    private void start(ImportKind kind, FileId file, @Nullable ColumnMapping mapping) {
        as(() -> imports.start(kind, file, mapping));
    }

    private static void refuses(ThrowingCallable asking, ErrorCode code, String path) {
        assertThatThrownBy(asking).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(String.join(".", refusal.field())).isEqualTo(path);
        });
    }

    private List<Import> asked() {
        return as(() -> imports.list(ScrollPosition.keyset(), 10)).getContent();
    }

    @Test
    void itIsReadLaterAndItsMappingIsKeptForTheNextFileOfItsColumns() {
        var file = uploaded(FileKind.IMPORT, CSV);
        var mapping = mapping(file);
        start(ImportKind.MAPPED_ORDERS, file, mapping);
        var waiting = asked().getFirst();
        assertThat(waiting.state()).isEqualTo(ImportState.WAITING);
        assertThat(waiting.rows()).isZero();
        assertThat(jdbc.sql("select task_instance from scheduled_tasks where task_name = 'orders-read-file'")
                        .query(String.class)
                        .list())
                .contains(waiting.id().toString());
        var next = uploaded(FileKind.IMPORT, CSV);
        assertThat(as(() -> imports.propose(next, null)))
                .satisfies(again -> assertThat(again.saved()).isTrue())
                .satisfies(again -> assertThat(again.mapping()).isEqualTo(mapping));
    }

    @Test
    void aMappingIsForOrdersOfAnyShopAndTheyNeedOne() {
        var file = uploaded(FileKind.IMPORT, CSV);
        var mapping = mapping(file);
        refuses(() -> start(ImportKind.SHOPIFY_ORDERS, file, mapping), ErrorCode.INVALID, "mapping");
        refuses(() -> start(ImportKind.MAPPED_ORDERS, file, null), ErrorCode.REQUIRED, "mapping");
        assertThat(asked()).isEmpty();
    }

    @Test
    void whatAMappingLacksIsNamedWhereItStandsOrWhereItIsMissing() {
        var file = uploaded(FileKind.IMPORT, CSV);
        var mapping = mapping(file);
        var wrong = new LinkedHashMap<>(mapping.columns());
        wrong.put(OrderField.EMAIL, "E-Mail");
        refuses(
                () -> start(ImportKind.MAPPED_ORDERS, file, with(mapping, wrong)),
                ErrorCode.INVALID,
                "mapping.columns." + (wrong.size() - 1) + ".column");
        var missing = new LinkedHashMap<>(mapping.columns());
        missing.remove(OrderField.NUMBER);
        refuses(
                () -> start(ImportKind.MAPPED_ORDERS, file, with(mapping, missing)),
                ErrorCode.INVALID,
                "mapping.columns");
        assertThat(asked()).isEmpty();
        assertThat(as(() -> imports.propose(file, null)).saved()).isFalse();
    }

    private static ColumnMapping with(ColumnMapping like, Map<OrderField, String> columns) {
        return new ColumnMapping(
                columns, like.rows(), like.dates(), like.decimalSign(), like.currency(), like.prices());
    }

    @Test
    void whatSomebodyChoseForSuchAFileBeforeIsProposedFirst() {
        var file = uploaded(FileKind.IMPORT, CSV);
        var found = mapping(file);
        var chosen = with(found, Map.of(OrderField.NUMBER, "Order", OrderField.EMAIL, "gone"));
        as(() -> transactions.execute(_ -> {
            mappings.save(
                    MappedFile.header(() -> new ByteArrayInputStream(CSV.getBytes(StandardCharsets.UTF_8))), chosen);
            return true;
        }));
        var proposed = as(() -> imports.propose(file, null));
        assertThat(proposed.saved()).isTrue();
        assertThat(proposed.mapping().columns())
                .as("without what this file lacks")
                .containsOnlyKeys(OrderField.NUMBER);
        assertThat(as(() -> imports.propose(file, found)).saved())
                .as("chosen now")
                .isFalse();
    }

    @Test
    void whatIsNoFileForAnImportIsRefusedByItsId() {
        refuses(() -> start(ImportKind.SHOPIFY_ORDERS, new FileId(Ids.next()), null), ErrorCode.NOT_FOUND, "fileId");
        var document = uploaded(FileKind.DOCUMENT, "%PDF-1.4\n%%EOF\n");
        refuses(() -> start(ImportKind.SHOPIFY_ORDERS, document, null), ErrorCode.INVALID, "fileId");
        for (var text : List.of("sep=;\n", "Order,Date\n")) {
            var file = uploaded(FileKind.IMPORT, text);
            refuses(() -> mapping(file), ErrorCode.INVALID, "fileId");
        }
    }
}
