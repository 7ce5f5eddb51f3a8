package app.retour.orders.graphql;

import app.retour.api.Answers;
import app.retour.api.GlobalId;
import app.retour.api.UserError;
import app.retour.files.FileId;
import app.retour.orders.amounts.TaxMode;
import app.retour.orders.csv.DecimalSign;
import app.retour.orders.imports.Imports;
import app.retour.orders.mapping.ColumnMapping;
import app.retour.orders.mapping.DateStyle;
import app.retour.orders.mapping.MappingNote;
import app.retour.orders.mapping.MappingProblem;
import app.retour.orders.mapping.OrderField;
import app.retour.orders.mapping.ProposedMapping;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Proposals of how to read a file of orders, in the API. */
@Controller
class OrderFileMappingController {
    private final Imports imports;

    OrderFileMappingController(Imports imports) {
        this.imports = imports;
    }

    record Payload(@Nullable ProposedMapping mapping, List<UserError> userErrors) {}

    record Field(
            OrderField field,
            OrderField.Part part,
            String label,
            String help,
            @Nullable String column) {}

    @QueryMapping
    Payload orderFileMapping(@Argument String fileId, @Argument @Nullable OrderFileMappingInput mapping) {
        return Answers.of(
                () -> imports.propose(
                        new FileId(GlobalId.parse(fileId, "StoredFile")), mapping == null ? null : mapping.toMapping()),
                proposed -> new Payload(proposed, List.of()),
                errors -> new Payload(null, errors));
    }

    @SchemaMapping(typeName = "OrderFileMapping")
    List<Field> fields(ProposedMapping proposed) {
        return Stream.of(OrderField.values())
                .map(field -> new Field(
                        field,
                        field.part(),
                        field.label(),
                        field.help(),
                        proposed.mapping().column(field)))
                .toList();
    }

    @SchemaMapping(typeName = "OrderFileMapping")
    ColumnMapping.Rows rows(ProposedMapping proposed) {
        return proposed.mapping().rows();
    }

    @SchemaMapping(typeName = "OrderFileMapping")
    @Nullable
    DateStyle dates(ProposedMapping proposed) {
        return proposed.mapping().dates();
    }

    @SchemaMapping(typeName = "OrderFileMapping")
    Collection<DateStyle> possibleDates(ProposedMapping proposed) {
        return proposed.dates();
    }

    @SchemaMapping(typeName = "OrderFileMapping")
    @Nullable
    DecimalSign decimalSign(ProposedMapping proposed) {
        return proposed.mapping().decimalSign();
    }

    @SchemaMapping(typeName = "OrderFileMapping")
    @Nullable
    String currencyCode(ProposedMapping proposed) {
        var currency = proposed.mapping().currency();
        return currency == null ? null : currency.getCurrencyCode();
    }

    @SchemaMapping(typeName = "OrderFileMapping")
    TaxMode prices(ProposedMapping proposed) {
        return proposed.mapping().prices();
    }

    @SchemaMapping(typeName = "OrderFileMapping")
    List<MappingProblem> problems(ProposedMapping proposed) {
        return proposed.problems();
    }

    @SchemaMapping(typeName = "OrderFileMapping")
    List<MappingNote> notes(ProposedMapping proposed) {
        return proposed.notes();
    }

    @SchemaMapping(typeName = "OrderFileMapping")
    List<PreviewedOrder> preview(ProposedMapping proposed) {
        return proposed.preview().stream().map(PreviewedOrder::of).toList();
    }
}
