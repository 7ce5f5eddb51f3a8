package app.retour.returns.graphql;

import app.retour.api.Caller;
import app.retour.api.GlobalId;
import app.retour.api.NodeSource;
import app.retour.returns.documents.DocumentLine;
import app.retour.returns.documents.DocumentPeriod;
import app.retour.returns.documents.RefundDocument;
import app.retour.returns.documents.RefundDocumentId;
import app.retour.returns.documents.RefundDocuments;
import app.retour.returns.refunds.Refunds;
import app.retour.returns.view.Refund;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Window;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.data.query.ScrollSubrange;
import org.springframework.stereotype.Controller;

/** Refund documents in the API. */
@Controller
class RefundDocumentController implements NodeSource {
    private final RefundDocuments documents;
    private final Refunds refunds;

    RefundDocumentController(RefundDocuments documents, Refunds refunds) {
        this.documents = documents;
        this.refunds = refunds;
    }

    @QueryMapping
    Window<RefundDocument> refundDocuments(
            @Argument @Nullable LocalDate from, @Argument @Nullable LocalDate to, ScrollSubrange range) {
        return documents.issued(
                new DocumentPeriod(from, to), ReturnController.position(range), ReturnController.count(range));
    }

    @BatchMapping(typeName = "Refund")
    Map<Refund, RefundDocument> document(List<Refund> of) {
        var found = documents.ofRefunds(of.stream().map(Refund::refundId).toList());
        return of.stream()
                .distinct()
                .filter(refund -> found.containsKey(refund.refundId()))
                .collect(Collectors.toMap(
                        Function.identity(), refund -> Objects.requireNonNull(found.get(refund.refundId()))));
    }

    @SchemaMapping(typeName = "RefundDocument")
    String id(RefundDocument of) {
        return GlobalId.of("RefundDocument", of.documentId().value());
    }

    @SchemaMapping(typeName = "RefundDocument")
    Refund refund(RefundDocument of) {
        return refunds.find(of.refundId()).orElseThrow();
    }

    @SchemaMapping(typeName = "RefundDocument")
    String csvPath(RefundDocument of) {
        return "/refund-documents/" + id(of) + ".csv";
    }

    @SchemaMapping(typeName = "RefundDocumentLine")
    @Nullable
    String itemId(DocumentLine of) {
        var item = of.itemId();
        return item == null ? null : GlobalId.of("ReturnItem", item);
    }

    @Override
    public String type() {
        return "RefundDocument";
    }

    @Override
    public Optional<?> find(UUID id) {
        return Caller.current().is(Caller.Kind.SHOPPER) ? Optional.empty() : documents.find(new RefundDocumentId(id));
    }
}
