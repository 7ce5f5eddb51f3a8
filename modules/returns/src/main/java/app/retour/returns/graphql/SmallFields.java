package app.retour.returns.graphql;

import app.retour.api.GlobalId;
import app.retour.kernel.Actor;
import app.retour.returns.goods.Discrepancy;
import app.retour.returns.settings.ReturnReason;
import app.retour.returns.status.TeamStep;
import app.retour.returns.view.ReturnItem;
import app.retour.returns.view.ReturnParcel;
import app.retour.returns.view.ReturnStep;
import app.retour.returns.waterfall.Waterfall;
import app.retour.tenants.Tenants;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Fields of the small types, mostly ids. */
@Controller
class SmallFields {
    private final Tenants tenants;

    SmallFields(Tenants tenants) {
        this.tenants = tenants;
    }

    /** A text in one language, as the schema tells it. */
    record ReasonText(String locale, String text) {}

    @SchemaMapping(typeName = "ReturnReason")
    String id(ReturnReason of) {
        return GlobalId.of("ReturnReason", of.reasonId().value());
    }

    /** In the caller's language where the merchant knows it, else in the merchant's. */
    @SchemaMapping(typeName = "ReturnReason")
    String text(ReturnReason of, Locale asked) {
        return of.textIn(asked, tenants.current().locale());
    }

    @SchemaMapping(typeName = "ReturnReason")
    String defaultLocale(ReturnReason of) {
        return Objects.requireNonNull(of.told().language());
    }

    /** In the caller's language where the rule tells it, else in the merchant's. */
    @SchemaMapping(typeName = "ReturnItem")
    @Nullable
    String decisionReason(ReturnItem of, Locale asked) {
        var reason = of.decisionReason();
        return reason == null ? null : reason.in(asked, tenants.current().locale());
    }

    @SchemaMapping(typeName = "ReturnReason")
    List<ReasonText> texts(ReturnReason of) {
        return of.told().texts().entrySet().stream()
                .map(text -> new ReasonText(text.getKey(), text.getValue()))
                .toList();
    }

    @SchemaMapping(typeName = "ReturnParcel")
    String shipmentId(ReturnParcel of) {
        return GlobalId.of("ReverseShipment", of.shipmentId());
    }

    @SchemaMapping(typeName = "ReturnStep", field = "by")
    Actor.Kind stepBy(ReturnStep of) {
        return of.actor().kind();
    }

    @SchemaMapping(typeName = "ReturnStep")
    @Nullable
    String actorId(ReturnStep of) {
        return of.actor().id();
    }

    @SchemaMapping(typeName = "TeamStep")
    @Nullable
    String receiptId(TeamStep of) {
        var receipt = of.receipt();
        return receipt == null ? null : GlobalId.of("Receipt", receipt.value());
    }

    @SchemaMapping(typeName = "Discrepancy")
    String id(Discrepancy of) {
        return GlobalId.of("Discrepancy", of.discrepancyId());
    }

    @SchemaMapping(typeName = "WaterfallLine")
    @Nullable
    String itemId(Waterfall.Line of) {
        var item = of.itemId();
        return item == null ? null : GlobalId.of("ReturnItem", item);
    }
}
