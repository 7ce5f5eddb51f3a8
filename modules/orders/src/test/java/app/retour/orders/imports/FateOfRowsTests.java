package app.retour.orders.imports;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Ids;
import app.retour.kernel.Refusal;
import app.retour.orders.Changed;
import app.retour.orders.OrderId;
import app.retour.orders.OrderUpsert;
import app.retour.orders.OrderUpserts;
import app.retour.orders.ToldOrders;
import app.retour.orders.csv.RowNotUnderstood;
import app.retour.orders.csv.RowRemark;
import app.retour.orders.csv.Told;
import app.retour.orders.rows.Change;
import app.retour.orders.shoppers.PostalAddress;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of the rows of a file, and what is told of those that were not taken whole. */
class FateOfRowsTests {
    private static final OrderUpsert ORDER = ToldOrders.order();

    private static <T> Told<T> told(long line, int rows, String subject, @Nullable T value, RowRemark... remarks) {
        return new Told<>(line, rows, subject, value, null, List.of(remarks));
    }

    private static Told<OrderUpsert> refused(long line, String subject) {
        return new Told<>(
                line, 1, subject, null, new RowNotUnderstood(line + 1, "Total", "“Total” is empty"), List.of());
    }

    @Test
    void aBatchIsCountedByWhatBecameOfEach() {
        var batch = List.of(told(2, 3, "#1", ORDER), told(5, 1, "#2", ORDER), refused(6, "#3"));
        var progress = ImportJobs.Progress.of(batch, List.of(Change.CREATED, Change.UNCHANGED), 1, 1, 4_096);
        assertThat(progress).isEqualTo(new ImportJobs.Progress(3, 5, 1, 0, 1, 1, 1, 4_096));
    }

    @Test
    void aProductChangedWhenAnyVariantOfItDid() {
        assertThat(Took.ofVariants(List.of(Change.CREATED, Change.CREATED))).isEqualTo(Took.all(Change.CREATED));
        assertThat(Took.ofVariants(List.of(Change.UNCHANGED, Change.UNCHANGED))).isEqualTo(Took.all(Change.UNCHANGED));
        assertThat(Took.ofVariants(List.of(Change.UNCHANGED, Change.CREATED))).isEqualTo(Took.all(Change.UPDATED));
        assertThat(Took.ofVariants(List.of())).isEqualTo(Took.all(Change.UNCHANGED));
    }

    @Test
    void whatWasRefusedIsToldWithTheLineThatIsWrongAndWhatWasLeftOutWithItsColumn() {
        assertThat(ImportRowError.of(refused(6, "#3")))
                .containsExactly(new ImportRowError(7, "#3", "Total", "“Total” is empty", false));
        var remarked =
                told(2, 1, "#1", ORDER, new RowRemark(3, "Phone", "was rounded"), new RowRemark(4, null, "left out"));
        assertThat(ImportRowError.of(remarked))
                .containsExactly(
                        new ImportRowError(3, "#1", "Phone", "was rounded", true),
                        new ImportRowError(4, "#1", null, "left out", true));
        assertThat(ImportRowError.of(told(2, 1, "#1", ORDER))).isEmpty();
    }

    @Test
    void whatTheDatabaseOrARuleRefusedNamesTheFieldIfItIsKnown() {
        var told = told(2, 1, "#1", ORDER);
        assertThat(ImportRowError.of(told, new Refusal(ErrorCode.TAKEN, "Taken", "0", "lines", "1", "sku")))
                .isEqualTo(new ImportRowError(2, "#1", "sku", "Taken", false));
        assertThat(ImportRowError.of(told, new Refusal(ErrorCode.STALE, "Again"))
                        .column())
                .isNull();
        assertThat(ImportRowError.of(told, null).message()).isEqualTo("It could not be stored");
    }

    @Test
    void ofWhomNothingMayComeBackTheOrderIsTakenAndItIsSaid() {
        var first = told(2, 1, "#1", ORDER);
        var second = told(3, 1, "#2", ORDER);
        var problems = Took.problems(
                List.of(first, refused(6, "#3"), second),
                List.of(
                        Took.all(Change.CREATED),
                        Took.of(new OrderUpserts.Taken(new OrderId(Ids.next()), Change.CREATED, true))));
        assertThat(problems).extracting(ImportRowError::subject).containsExactly("#3", "#2");
        assertThat(problems.getLast().taken()).isTrue();
        assertThat(problems.getLast().message()).startsWith("This shopper was erased");
    }

    @Test
    void ordersThatTheirShopperCannotOpenAreCounted() {
        var nothing = Changed.with(Changed.with(Changed.with(ORDER, "email", null), "shipTo", null), "billTo", null);
        var byPostcode = Changed.with(nothing, "billTo", Changed.with(PostalAddress.EMPTY, "postcode", "01067"));
        var placeholder = Changed.with(nothing, "email", "noemail@shop.invalid");
        assertThat(UsableProof.has(ORDER)).isTrue();
        assertThat(UsableProof.has(byPostcode)).isTrue();
        assertThat(UsableProof.has(nothing)).isFalse();
        assertThat(UsableProof.has(placeholder)).isFalse();
        assertThat(UsableProof.missingIn(List.of(
                        told(2, 1, "#1", ORDER),
                        told(3, 1, "#2", nothing),
                        refused(4, "#3"),
                        told(5, 1, "x", "no order"))))
                .isEqualTo(1);
    }

    @Test
    void theReportIsAboutTheOrdersOfTheFileAndOfAllWhereTheyAreTooMany() {
        var few = new OrdersOfFile();
        few.add(told(2, 1, "#1001", ORDER));
        few.add(told(3, 1, " 1001", ORDER));
        few.add(refused(4, "#1003"));
        few.add(told(5, 1, "tee", "a product"));
        assertThat(few.keys()).hasValueSatisfying(keys -> assertThat(keys).containsExactly("1001"));
        assertThat(new OrdersOfFile().keys()).as("a file of other things").isEmpty();
        var many = new OrdersOfFile();
        IntStream.rangeClosed(0, OrdersOfFile.MOST).forEach(i -> many.add(told(i, 1, "#" + i, ORDER)));
        assertThat(many.keys()).isEmpty();
    }

    @Test
    void aReportOfBeforeItWasToldIsAboutAll() {
        assertThat(new ImportReport(null, 5, 0, List.of()).ofFile()).isFalse();
        assertThat(new ImportReport(true, 5, 0, List.of()).ofFile()).isTrue();
    }

    /** What is left out of what is not taken is nobody's business. */
    @Test
    void whatCannotBeTakenIsRefusedAmongOthersThatCan() {
        var remarked = told(2, 2, "#1", ORDER, new RowRemark(3, "Phone", "was rounded"));
        var second = told(4, 1, "#2", ORDER, new RowRemark(4, "Phone", "was rounded"));
        var batch = List.of(remarked, refused(6, "#3"), second);
        var took = List.of(
                Took.of(new OrderUpserts.Unfit(new Refusal(ErrorCode.INVALID, "No address", "0", "email"))),
                Took.of(new OrderUpserts.Taken(new OrderId(Ids.next()), Change.UPDATED, false)));
        assertThat(Took.problems(batch, took))
                .containsExactly(
                        new ImportRowError(2, "#1", "email", "No address", false),
                        new ImportRowError(7, "#3", "Total", "“Total” is empty", false),
                        new ImportRowError(4, "#2", "Phone", "was rounded", true));
        assertThat(Took.changes(took)).containsExactly(Change.UPDATED);
        assertThat(Took.taken(batch, took)).containsExactly(second);
    }

    @Test
    void aTransactionTakesSoManyThingsOrAsManyRowsAsOneThingMayHave() {
        var batches = new Batches(100, 2_000);
        var small = IntStream.range(0, 250)
                .mapToObj(i -> told(i, 2, "#" + i, ORDER))
                .iterator();
        assertThat(Stream.generate(() -> batches.next(small).size()).limit(4)).containsExactly(100, 100, 50, 0);
        var large = IntStream.range(0, 5)
                .mapToObj(i -> told(i, 900, "#" + i, ORDER))
                .iterator();
        assertThat(Stream.generate(() -> batches.next(large).size()).limit(3)).containsExactly(3, 2, 0);
        var huge =
                List.of(told(2, 50_000, "#1", ORDER), told(3, 1, "#2", ORDER)).iterator();
        assertThat(batches.next(huge))
                .as("one thing is taken however large it is")
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"1000, 10, 100", "105, 11, 10", "10, 10, 1", "3, 3, 1", "2, 2, 1"})
    void whereOneIsToBlameABatchFallsIntoTenths(int things, int parts, int first) {
        var batch = new Batches.Batch<>(
                IntStream.range(0, things)
                        .mapToObj(i -> told(i, 1, "#" + i, ORDER))
                        .toList(),
                77);
        var found = batch.parts();
        assertThat(found).hasSize(parts);
        assertThat(found.getFirst().told()).hasSize(first);
        assertThat(found.getLast().bytes()).isEqualTo(77);
        assertThat(found.stream().flatMap(part -> part.told().stream()).toList())
                .isEqualTo(batch.told());
    }
}
