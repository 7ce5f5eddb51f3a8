package app.retour.returns.documents;

import app.retour.api.Caller;
import app.retour.api.GlobalId;
import app.retour.files.SpreadsheetCsv;
import app.retour.kernel.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * Refund documents as CSV (RFC 4180): for the books all of a period, with one row for each tax rate of a document; and one
 * document with its lines. Decimal points, ISO dates by the shop's calendar; a rate that is mixed or unknown is empty.
 */
@RestController
class RefundDocumentFiles {
    private static final int PAGE = 500;
    private final RefundDocuments documents;

    RefundDocumentFiles(RefundDocuments documents) {
        this.documents = documents;
    }

    /** Written page by page as it is read, so that a year of a large shop needs no memory. */
    @GetMapping("/refund-documents.csv")
    void all(
            @RequestParam(name = "from", required = false) @Nullable String from,
            @RequestParam(name = "to", required = false) @Nullable String to,
            HttpServletResponse response)
            throws IOException {
        requireTeam();
        var period = period(from, to);
        var page = documents.issued(period, ScrollPosition.keyset(), PAGE);
        try (var out = out(response, name(period))) {
            var csv = new SpreadsheetCsv(out)
                    .row(
                            "Document",
                            "Issued on",
                            "Order",
                            "Return",
                            "Currency",
                            "Tax rate",
                            "Net",
                            "Tax",
                            "Gross",
                            "Document total");
            while (true) {
                page.forEach(document -> document.taxes()
                        .forEach(tax -> csv.row(
                                document.number(),
                                document.issuedOn().toString(),
                                document.orderNumber(),
                                document.rmaNumber(),
                                document.total().currency().getCurrencyCode(),
                                percent(tax.rate()),
                                tax.net().amount().toPlainString(),
                                tax.tax().amount().toPlainString(),
                                tax.gross().amount().toPlainString(),
                                document.total().amount().toPlainString())));
                if (!page.hasNext()) {
                    return;
                }
                page = documents.issued(period, page.positionAt(page.size() - 1), PAGE);
            }
        }
    }

    @GetMapping("/refund-documents/{id}.csv")
    void one(@PathVariable("id") String id, HttpServletResponse response) throws IOException {
        requireTeam();
        var document = documents.find(documentId(id)).orElseThrow(RefundDocumentFiles::nothingHere);
        try (var out = out(response, document.number())) {
            var csv = new SpreadsheetCsv(out)
                    .row("Document", "Line", "Text", "Currency", "Tax rate", "Net", "Tax", "Gross");
            document.lines()
                    .forEach(line -> csv.row(
                            document.number(),
                            line.kind().name(),
                            line.text(),
                            document.total().currency().getCurrencyCode(),
                            percent(line.rate()),
                            line.net().amount().toPlainString(),
                            line.tax().amount().toPlainString(),
                            line.gross().amount().toPlainString()));
        }
    }

    private static String percent(@Nullable BigDecimal rate) {
        return rate == null ? "" : rate.toPlainString();
    }

    private static String name(DocumentPeriod period) {
        return "refund-documents"
                + (period.from() == null ? "" : "-from-" + period.from())
                + (period.to() == null ? "" : "-to-" + period.to());
    }

    private static Writer out(HttpServletResponse response, String name) throws IOException {
        response.setContentType("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name + ".csv").build().toString());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
    }

    private static void requireTeam() {
        var caller = Caller.current();
        var team = caller.is(Caller.Kind.STAFF) || caller.is(Caller.Kind.INTEGRATOR);
        if (!team || !caller.holds("returns:read")) {
            throw nothingHere();
        }
    }

    private static DocumentPeriod period(@Nullable String from, @Nullable String to) {
        try {
            return new DocumentPeriod(day(from), day(to));
        } catch (DateTimeParseException noDay) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST, "from and to are days, for example 2026-11-30", noDay);
        } catch (Refusal refused) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, refused.getMessage(), refused);
        }
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null || text.isBlank() ? null : LocalDate.parse(text.strip());
    }

    private static RefundDocumentId documentId(String id) {
        try {
            return new RefundDocumentId(GlobalId.parse(id, "RefundDocument"));
        } catch (Refusal foreign) {
            throw nothingHere();
        }
    }

    private static ResponseStatusException nothingHere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "There are no such documents");
    }
}
