package app.retour.returns;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * A guard: what was rejected and not overturned since is not approved by the policy alone when it is asked for again,
 * under whatever reason. Whether it may hold up a statutory right is for the check behind the guards to say.
 */
@Component
class EarlierRejections {
    private final ReturnAuthorizations authorizations;

    EarlierRejections(ReturnAuthorizations authorizations) {
        this.authorizations = authorizations;
    }

    /**
     * @param before what other returns of the order announced
     * @return what stands against approving the line's items, in plain words; empty for nothing
     */
    List<String> guards(ReturnableOrder before, UUID orderLine) {
        var rejectedIn = before.announced().stream()
                .filter(item -> item.orderLineId().equals(orderLine))
                .filter(item -> item.decision() == ItemDecision.REJECTED)
                .map(AnnouncedItem::returnId)
                .collect(Collectors.toSet());
        if (rejectedIn.isEmpty()) {
            return List.of();
        }
        var numbers = authorizations.ofIds(rejectedIn).stream()
                .map(ReturnAuthorization::rmaNumber)
                .sorted()
                .collect(Collectors.joining(", "));
        return List.of("the same was rejected before in %s".formatted(numbers));
    }
}
