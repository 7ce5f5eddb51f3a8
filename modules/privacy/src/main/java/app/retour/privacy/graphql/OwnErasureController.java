package app.retour.privacy.graphql;

import app.retour.api.Answers;
import app.retour.api.UserError;
import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.privacy.Erasure;
import app.retour.privacy.ErasureObstacle;
import app.retour.privacy.ErasureStandsBack;
import app.retour.tenants.shoppers.ErasureLinks;
import app.retour.tenants.tenancy.TenantContext;
import java.util.ArrayList;
import java.util.List;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** A shopper erases themselves, by the link that was sent to them. */
@Controller
class OwnErasureController {
    private final ErasureLinks links;
    private final Erasure erasure;

    OwnErasureController(ErasureLinks links, Erasure erasure) {
        this.links = links;
        this.erasure = erasure;
    }

    record Confirming(String token) {}

    record Payload(boolean erased, List<ErasureObstacle.Kind> standsAgainst, List<UserError> userErrors) {}

    @MutationMapping
    Payload confirmErasure(@Argument Confirming input) {
        var standsAgainst = new ArrayList<ErasureObstacle.Kind>();
        return Answers.of(
                () -> {
                    try {
                        return erase(input.token);
                    } catch (ErasureStandsBack notNow) {
                        standsAgainst.addAll(notNow.kinds());
                        throw notNow;
                    }
                },
                erased -> new Payload(erased, List.of(), List.of()),
                errors -> new Payload(false, standsAgainst, errors));
    }

    private boolean erase(String token) {
        var erasing = links.verify(token)
                .filter(known ->
                        TenantContext.find().map(known.tenant()::equals).orElse(true))
                .orElseThrow(() -> new Refusal(
                        ErrorCode.NOT_FOUND, "This link is too old, or not complete; ask for a new one", "token"));
        TenantContext.runAs(erasing.tenant(), () -> erasure.eraseAsTheyAsk(erasing.shopper()));
        return true;
    }
}
