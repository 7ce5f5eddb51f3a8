package app.retour.returns.documents;

import app.retour.kernel.Money;
import app.retour.orders.amounts.TaxMode;
import app.retour.returns.events.RefundId;
import app.retour.returns.events.ReturnId;
import app.retour.returns.waterfall.WaterfallLineKind;
import app.retour.tenants.tenancy.TenantContext;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Refund documents in the database, where nobody may change or delete one. */
@Component
class DocumentRows {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String SELECT = """
            select id, number, refund_id, return_id, order_id, order_number, rma_number, issued_at, issued_on, currency,
                tax_mode, net, tax, total, lines, taxes
            from returns.refund_document where tenant_id = :tenant
            """;
    private final JdbcClient jdbc;

    DocumentRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A line as it is kept; the currency is the document's. */
    private record StoredLine(
            WaterfallLineKind kind,
            String text,
            @Nullable UUID itemId,
            @Nullable BigDecimal rate,
            BigDecimal net,
            BigDecimal tax) {}

    /** What it comes to at one rate, as it is kept. */
    private record StoredTax(@Nullable BigDecimal rate, BigDecimal net, BigDecimal tax) {}

    void insert(RefundDocument of) {
        jdbc.sql("""
                        insert into returns.refund_document (tenant_id, id, number, refund_id, return_id, order_id,
                            order_number, rma_number, issued_at, issued_on, currency, tax_mode, net, tax, total, lines, taxes)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb)
                        """)
                .params(
                        TenantContext.current().value(),
                        of.documentId().value(),
                        of.sequence(),
                        of.refundId().value(),
                        of.returnId().value(),
                        of.orderId(),
                        of.orderNumber(),
                        of.rmaNumber(),
                        Timestamp.from(of.issuedAt()),
                        Date.valueOf(of.issuedOn()),
                        of.total().currency().getCurrencyCode(),
                        of.taxMode().name(),
                        of.net().amount(),
                        of.tax().amount(),
                        of.total().amount(),
                        JSON.writeValueAsString(of.lines().stream()
                                .map(line -> new StoredLine(
                                        line.kind(),
                                        line.text(),
                                        line.itemId(),
                                        line.rate(),
                                        line.net().amount(),
                                        line.tax().amount()))
                                .toList()),
                        JSON.writeValueAsString(of.taxes().stream()
                                .map(row -> new StoredTax(
                                        row.rate(),
                                        row.net().amount(),
                                        row.tax().amount()))
                                .toList()))
                .update();
    }

    Optional<RefundDocument> byId(UUID id) {
        return jdbc.sql(SELECT + " and id = :id")
                .param("tenant", TenantContext.current().value())
                .param("id", id)
                .query(DocumentRows::document)
                .optional();
    }

    List<RefundDocument> ofRefunds(Collection<UUID> refunds) {
        return jdbc.sql(SELECT + " and refund_id = any(:refunds)")
                .param("tenant", TenantContext.current().value())
                .param("refunds", refunds.toArray(UUID[]::new))
                .query(DocumentRows::document)
                .list();
    }

    /** In the order of issue, after a place in it. */
    List<RefundDocument> issued(DocumentPeriod period, @Nullable Place after, int most) {
        return jdbc.sql(SELECT + """
                         and (cast(:from as date) is null or issued_on >= :from)
                         and (cast(:to as date) is null or issued_on <= :to)
                         and (cast(:on as date) is null or (issued_on, number) > (:on, :number))
                        order by issued_on, number limit :most""")
                .param("tenant", TenantContext.current().value())
                .param("from", period.from())
                .param("to", period.to())
                .param("on", after == null ? null : after.on())
                .param("number", after == null ? 0L : after.sequence())
                .param("most", most)
                .query(DocumentRows::document)
                .list();
    }

    /** A document's place among the others. */
    record Place(LocalDate on, long sequence) {
        static Place of(RefundDocument document) {
            return new Place(document.issuedOn(), document.sequence());
        }
    }

    private static RefundDocument document(ResultSet row, int number) throws SQLException {
        var currency = Currency.getInstance(row.getString("currency"));
        var lines = JSON.readValue(row.getString("lines"), new TypeReference<List<StoredLine>>() {});
        var taxes = JSON.readValue(row.getString("taxes"), new TypeReference<List<StoredTax>>() {});
        return new RefundDocument(
                new RefundDocumentId(row.getObject("id", UUID.class)),
                row.getLong("number"),
                new RefundId(row.getObject("refund_id", UUID.class)),
                new ReturnId(row.getObject("return_id", UUID.class)),
                row.getObject("order_id", UUID.class),
                row.getString("order_number"),
                row.getString("rma_number"),
                row.getTimestamp("issued_at").toInstant(),
                row.getObject("issued_on", LocalDate.class),
                TaxMode.valueOf(row.getString("tax_mode")),
                new DocumentSums(
                        lines.stream()
                                .map(line -> new DocumentLine(
                                        line.kind,
                                        line.text,
                                        line.itemId,
                                        line.rate,
                                        money(line.net, currency),
                                        money(line.tax, currency),
                                        money(line.net.add(line.tax), currency)))
                                .toList(),
                        taxes.stream()
                                .map(each -> new DocumentTax(
                                        each.rate,
                                        money(each.net, currency),
                                        money(each.tax, currency),
                                        money(each.net.add(each.tax), currency)))
                                .toList(),
                        money(row.getBigDecimal("net"), currency),
                        money(row.getBigDecimal("tax"), currency),
                        money(row.getBigDecimal("total"), currency)));
    }

    private static Money money(BigDecimal amount, Currency currency) {
        return Money.rounded(amount, currency);
    }
}
