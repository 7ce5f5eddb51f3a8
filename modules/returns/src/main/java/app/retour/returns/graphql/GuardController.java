package app.retour.returns.graphql;

import app.retour.api.Answers;
import app.retour.api.UserError;
import app.retour.kernel.Money;
import app.retour.kernel.ShopAmount;
import app.retour.returns.Guards;
import app.retour.returns.settings.ApprovalCaps;
import app.retour.tenants.Tenants;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Caps on automatic approvals, in the API. */
@Controller
class GuardController {
    private final Guards guards;
    private final Tenants tenants;

    GuardController(Guards guards, Tenants tenants) {
        this.guards = guards;
        this.tenants = tenants;
    }

    @QueryMapping
    Guards.Standing approvalCaps() {
        return guards.standing();
    }

    @MutationMapping
    CapsPayload changeApprovalCaps(@Argument CapsInput input) {
        return Answers.of(
                () -> guards.change(input.version(), new ApprovalCaps(input.approvals(), input.amount(), input.days())),
                changed -> new CapsPayload(changed, List.of()),
                errors -> new CapsPayload(null, errors));
    }

    @SchemaMapping(typeName = "ApprovalCaps")
    @Nullable
    Integer approvals(Guards.Standing of) {
        return of.caps().approvals();
    }

    @SchemaMapping(typeName = "ApprovalCaps")
    @Nullable
    Money amount(Guards.Standing of) {
        var amount = of.caps().amount();
        return amount == null
                ? null
                : ShopAmount.of(amount, tenants.current().currency()).money();
    }

    @SchemaMapping(typeName = "ApprovalCaps")
    int days(Guards.Standing of) {
        return of.caps().days();
    }

    @SchemaMapping(typeName = "ApprovalCaps")
    Guards.Lately heldBack(Guards.Standing of) {
        return guards.lately();
    }

    record CapsInput(
            long version,
            @Nullable Integer approvals,
            @Nullable BigDecimal amount,
            int days) {}

    record CapsPayload(Guards.@Nullable Standing caps, List<UserError> userErrors) {}
}
