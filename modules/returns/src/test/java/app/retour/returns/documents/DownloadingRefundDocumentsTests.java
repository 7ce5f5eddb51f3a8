package app.retour.returns.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.retour.api.Caller;
import app.retour.api.GlobalId;
import app.retour.kernel.Money;
import app.retour.kernel.TenantId;
import app.retour.orders.amounts.TaxMode;
import app.retour.returns.events.RefundId;
import app.retour.returns.events.ReturnId;
import app.retour.returns.waterfall.WaterfallLineKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.data.domain.KeysetScrollPosition;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Window;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.server.ResponseStatusException;

class DownloadingRefundDocumentsTests {
    private static final Currency EUR = Currency.getInstance("EUR");

    @Test
    void aPeriodHasARowForEachTaxRateOfEachDocument() throws Exception {
        var answer = all(List.of(document(1001, "#1", "19", "7"), document(1002, "=2+5", null, "0")), null, null);
        assertThat(answer.getContentType()).isEqualTo("text/csv;charset=UTF-8");
        assertThat(answer.getHeader("Content-Disposition")).contains("attachment", "refund-documents.csv");
        assertThat(answer.getContentAsString()).isEqualTo("""
                \uFEFF"Document","Issued on","Order","Return","Currency","Tax rate","Net","Tax","Gross","Document total"
                "CN-1001","2026-11-30","#1","R-1","EUR","7","100.00","7.00","107.00","226.00"
                "CN-1001","2026-11-30","#1","R-1","EUR","19","100.00","19.00","119.00","226.00"
                "CN-1002","2026-11-30","'=2+5","R-1","EUR","0","119.00","0.00","119.00","226.00"
                "CN-1002","2026-11-30","'=2+5","R-1","EUR","","100.00","7.00","107.00","226.00"
                """.replace("\n", "\r\n"));
    }

    @Test
    void aPeriodWithoutDocumentsIsAHeadAlone() throws Exception {
        assertThat(all(List.of(), "2026-11-01", "2026-11-30").getContentAsString())
                .hasLineCount(1);
    }

    @Test
    void manyDocumentsAreReadPageByPage() throws Exception {
        var many = IntStream.range(0, 1_200)
                .mapToObj(i -> document(1001 + i, "#1", "19", "7"))
                .toList();
        assertThat(all(many, "2026-11-01", "2026-11-30").getContentAsString()).hasLineCount(2_401);
    }

    @Test
    void aWrongPeriodIsRefusedInWordsBeforeAnythingIsWritten() {
        for (var wrong : List.of(List.of("2026-11", ""), List.of("2026-11-30", "2026-11-01"))) {
            assertThatExceptionOfType(ResponseStatusException.class)
                    .isThrownBy(() -> all(List.of(), wrong.getFirst(), wrong.getLast()))
                    .returns(HttpStatus.BAD_REQUEST, ResponseStatusException::getStatusCode)
                    .satisfies(refused -> assertThat(refused.getReason()).contains("2026-11"));
        }
    }

    @Test
    void nobodyButTheTeamGetsThem() {
        var tenant = new TenantId(UUID.randomUUID());
        for (var caller : List.of(
                Caller.anonymous(tenant),
                Caller.shopper(tenant, UUID.randomUUID(), Set.of()),
                Caller.staff(tenant, UUID.randomUUID(), Set.of("orders:read")))) {
            assertThatExceptionOfType(ResponseStatusException.class)
                    .isThrownBy(() -> as(caller, List.of(), null, null))
                    .returns(HttpStatus.NOT_FOUND, ResponseStatusException::getStatusCode);
        }
    }

    @Test
    void oneDocumentIsDownloadedLineByLine() throws Exception {
        var one = document(1001, "#1", "19", "7");
        var answer = new MockHttpServletResponse();
        var id = GlobalId.of("RefundDocument", one.documentId().value());
        team().call(() -> {
            try {
                new RefundDocumentFiles(new Kept(List.of(one))).one(id, answer);
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
            return true;
        });
        assertThat(answer.getContentAsString()).contains("""
                "CN-1001","ITEM","A shirt","EUR","19","100.00","19.00","119.00"
                """.replace("\n", "\r\n"));
    }

    private static MockHttpServletResponse all(
            List<RefundDocument> documents, @Nullable String from, @Nullable String to) {
        return as(team(), documents, from, to);
    }

    private static Caller team() {
        return Caller.staff(new TenantId(UUID.randomUUID()), UUID.randomUUID(), Set.of("returns:read"));
    }

    private static MockHttpServletResponse as(
            Caller caller, List<RefundDocument> documents, @Nullable String from, @Nullable String to) {
        var answer = new MockHttpServletResponse();
        caller.call(() -> {
            try {
                new RefundDocumentFiles(new Kept(documents)).all(from, to, answer);
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
            return true;
        });
        return answer;
    }

    private static RefundDocument document(long number, String order, @Nullable String first, String second) {
        var given = first == null
                ? List.of(taxed(null, "107.00", "7.00"), taxed(second, "119.00", "0.00"))
                : List.of(taxed(first, "119.00", "19.00"), taxed(second, "107.00", "7.00"));
        return new RefundDocument(
                new RefundDocumentId(UUID.randomUUID()),
                number,
                new RefundId(UUID.randomUUID()),
                new ReturnId(UUID.randomUUID()),
                UUID.randomUUID(),
                order,
                "R-1",
                Instant.parse("2026-11-30T10:00:00Z"),
                LocalDate.parse("2026-11-30"),
                TaxMode.INCLUDED,
                DocumentSums.of(EUR, given, List.of(), List.of()));
    }

    private static TaxedAmount taxed(@Nullable String rate, String gross, String tax) {
        return new TaxedAmount(
                WaterfallLineKind.ITEM,
                "A shirt",
                null,
                Money.of(gross, "EUR"),
                Money.of(tax, "EUR"),
                rate == null ? null : new TaxRate(new BigDecimal(rate)));
    }

    /** Documents by their place in a list. */
    private static final class Kept extends RefundDocuments {
        private final List<RefundDocument> all;

        @SuppressWarnings("NullAway")
        Kept(List<RefundDocument> all) {
            super(null, null, null, null, null, null, null);
            this.all = all;
        }

        @Override
        public Window<RefundDocument> issued(DocumentPeriod period, ScrollPosition position, int limit) {
            var keys = ((KeysetScrollPosition) position).getKeys();
            var from = keys.isEmpty() ? 0 : Integer.parseInt(String.valueOf(keys.get("next")));
            var until = Math.min(all.size(), from + limit);
            return Window.from(
                    all.subList(from, until),
                    at -> ScrollPosition.forward(Map.of("next", String.valueOf(from + at + 1))),
                    until < all.size());
        }

        @Override
        public Optional<RefundDocument> find(RefundDocumentId id) {
            return all.stream().filter(each -> each.documentId().equals(id)).findFirst();
        }
    }
}
