package app.retour.privacy.graphql;

import app.retour.api.Answers;
import app.retour.api.GlobalId;
import app.retour.api.UserError;
import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.privacy.DataSubject;
import app.retour.privacy.Erased;
import app.retour.privacy.Erasure;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** Erasing a shopper, in the API. */
@Controller
class ErasureController {
    private final Erasure erasure;

    ErasureController(Erasure erasure) {
        this.erasure = erasure;
    }

    record Erasing(@Nullable String shopperId, @Nullable String orderId, boolean evenWhileOpen) {}

    record Count(String kind, int count) {}

    record Done(Instant at, List<Count> counts, List<String> kept) {
        static Done of(Erased erased) {
            return new Done(
                    erased.at(),
                    erased.rows().entrySet().stream()
                            .map(row -> new Count(row.getKey(), row.getValue()))
                            .toList(),
                    erased.kept());
        }
    }

    record Payload(@Nullable Done erasure, List<UserError> userErrors) {}

    /** The same again finds nothing, so it needs no key. */
    @MutationMapping
    Payload eraseShopper(@Argument Erasing input) {
        return Answers.of(
                () -> erasure.erase(subject(input.shopperId, input.orderId), input.evenWhileOpen),
                erased -> new Payload(Done.of(erased), List.of()),
                errors -> new Payload(null, errors));
    }

    /** With both, the order has to be that shopper's. */
    static DataSubject subject(@Nullable String shopperId, @Nullable String orderId) {
        if (shopperId == null && orderId == null) {
            throw new Refusal(ErrorCode.REQUIRED, "Give a shopperId or an orderId", "shopperId");
        }
        var subject = orderId == null
                ? DataSubject.ofShopper(GlobalId.parse(Objects.requireNonNull(shopperId), "Shopper"))
                : DataSubject.ofOrder(GlobalId.parse(orderId, "Order"));
        return orderId == null || shopperId == null
                ? subject
                : subject.withShopper(GlobalId.parse(shopperId, "Shopper"));
    }
}
