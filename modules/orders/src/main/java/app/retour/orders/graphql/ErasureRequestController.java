package app.retour.orders.graphql;

import app.retour.api.Answers;
import app.retour.api.Caller;
import app.retour.api.UserError;
import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.orders.OrderId;
import app.retour.orders.erasure.ErasureRequests;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** A shopper asks to be erased. */
@Controller
class ErasureRequestController {
    private final ErasureRequests requests;

    ErasureRequestController(ErasureRequests requests) {
        this.requests = requests;
    }

    record Payload(boolean mailSent, List<UserError> userErrors) {}

    @MutationMapping
    Payload requestErasure(Locale locale) {
        return Answers.of(
                () -> {
                    requests.sendLink(
                            Optional.ofNullable(Caller.current().order())
                                    .map(OrderId::new)
                                    .orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "This session has no order")),
                            locale);
                    return true;
                },
                sent -> new Payload(sent, List.of()),
                errors -> new Payload(false, errors));
    }
}
