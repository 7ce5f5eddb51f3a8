package app.retour.returns.graphql;

import app.retour.api.Caller;
import app.retour.api.GlobalId;
import app.retour.returns.Alternatives;
import app.retour.returns.Returns;
import app.retour.returns.eligibility.ExchangeVariant;
import app.retour.returns.eligibility.ReturnOptions;
import app.retour.returns.events.ReturnItemId;
import app.retour.returns.view.EvidenceRequest;
import app.retour.returns.view.JudgedDecision;
import app.retour.returns.view.Receipt;
import app.retour.returns.view.ReturnItem;
import app.retour.rules.Policies;
import app.retour.rules.evaluation.DecisionId;
import app.retour.tenants.Tenants;
import app.retour.tenants.shoppers.ShopperSessions;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Fields of items, before and after they are returned. */
@Controller
class ReturnItemFields {
    private final Returns returns;
    private final Alternatives instead;
    private final Policies policies;
    private final Tenants tenants;

    ReturnItemFields(Returns returns, Alternatives instead, Policies policies, Tenants tenants) {
        this.returns = returns;
        this.instead = instead;
        this.policies = policies;
        this.tenants = tenants;
    }

    /** A photo as the schema tells it. */
    record Photo(String fileId, String path) {}

    @SchemaMapping(typeName = "ReturnItem")
    String id(ReturnItem of) {
        return GlobalId.of("ReturnItem", of.itemId().value());
    }

    @SchemaMapping(typeName = "ReturnItem", field = "orderLineId")
    String orderLine(ReturnItem of) {
        return GlobalId.of("OrderLine", of.orderLineId());
    }

    @SchemaMapping(typeName = "ReturnItem", field = "imagePath")
    @Nullable
    String image(ReturnItem of) {
        return path(of.imageFile());
    }

    @SchemaMapping(typeName = "ReturnItem")
    @Nullable
    String comment(ReturnItem of) {
        return mayReadTheirWords() ? of.comment() : null;
    }

    /** Who came by postcode has not shown that they are the one who wrote and took the photos. */
    private static boolean mayReadTheirWords() {
        var caller = Caller.current();
        return !caller.is(Caller.Kind.SHOPPER) || caller.holds(ShopperSessions.BY_EMAIL);
    }

    @SchemaMapping(typeName = "ReturnItem")
    List<Photo> photos(ReturnItem of) {
        if (!mayReadTheirWords()) {
            return List.of();
        }
        return of.photoFiles().stream()
                .map(file -> new Photo(GlobalId.of("StoredFile", file), String.valueOf(path(file))))
                .toList();
    }

    private @Nullable String path(@Nullable UUID file) {
        if (file == null) {
            return null;
        }
        return ReturnController.isShopper() ? "/r/" + tenants.current().slug() + "/files/" + file : "/files/" + file;
    }

    @SchemaMapping(typeName = "ReturnItem")
    List<JudgedDecision> decisions(ReturnItem of) {
        return returns.judgements(of.itemId());
    }

    @SchemaMapping(typeName = "ReturnItem")
    List<Receipt.Line> findings(ReturnItem of) {
        return returns.receipts(of.returnId()).stream()
                .flatMap(receipt -> receipt.lines().stream())
                .filter(line -> of.itemId().equals(line.itemId()))
                .toList();
    }

    @SchemaMapping(typeName = "ReturnItem")
    List<Alternatives.Option> stillPossible(ReturnItem of) {
        return instead.of(of);
    }

    @SchemaMapping(typeName = "JudgedDecision")
    @Nullable
    String decisionId(JudgedDecision of) {
        var stored = of.policyDecision();
        return stored == null ? null : GlobalId.of("PolicyDecision", stored);
    }

    @SchemaMapping(typeName = "JudgedDecision")
    List<String> trace(JudgedDecision of) {
        var stored = of.policyDecision();
        return stored == null ? List.of() : TraceText.of(policies.trace(new DecisionId(stored)));
    }

    @SchemaMapping(typeName = "ExchangeVariant")
    String productId(ExchangeVariant of) {
        return GlobalId.of("Product", of.productId());
    }

    @SchemaMapping(typeName = "EvidenceRequest")
    String id(EvidenceRequest of) {
        return GlobalId.of("EvidenceRequest", of.requestId().value());
    }

    @SchemaMapping(typeName = "EvidenceRequest")
    List<String> itemIds(EvidenceRequest of) {
        return of.items().stream()
                .map(ReturnItemId::value)
                .map(item -> GlobalId.of("ReturnItem", item))
                .toList();
    }

    @SchemaMapping(typeName = "ReturnOptions")
    String orderId(ReturnOptions of) {
        return GlobalId.of("Order", of.orderId());
    }

    @SchemaMapping(typeName = "ReturnableLine")
    String orderLineId(ReturnOptions.ReturnableLine of) {
        return GlobalId.of("OrderLine", of.orderLineId());
    }

    @SchemaMapping(typeName = "ReturnableLine")
    @Nullable
    String imagePath(ReturnOptions.ReturnableLine of) {
        return path(of.imageFile());
    }

    @SchemaMapping(typeName = "ReturnableLine")
    @Nullable
    String blockedText(ReturnOptions.ReturnableLine of) {
        var blocked = of.blocked();
        if (blocked == null) {
            return null;
        }
        return switch (blocked) {
            case NOT_SHIPPED -> "It has not been shipped yet.";
            case ALREADY_RETURNED -> "It is already being returned.";
            case GIFT_CARD -> "Gift cards cannot be returned.";
            case ORDER_CANCELED -> "The order was canceled.";
        };
    }
}
