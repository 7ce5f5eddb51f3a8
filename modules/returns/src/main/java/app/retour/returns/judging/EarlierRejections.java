package app.retour.returns.judging;

import app.retour.kernel.Actor;
import app.retour.returns.Alternatives;
import app.retour.returns.record.RequestedItem;
import app.retour.returns.record.ReturnAuthorization;
import app.retour.returns.record.ReturnAuthorizations;
import app.retour.returns.settings.ReturnSetup;
import app.retour.returns.status.ItemDecision;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * A guard: what was rejected and not overturned since is not approved by the policy alone when it is asked for again,
 * under whatever reason. Not so when the rules rejected it and they ask for something else instead, for the same reason:
 * that is what the rules may have suggested ({@link Alternatives}). Whether it may hold up a statutory right is for the check behind the guards to say.
 */
@Component
class EarlierRejections {
    private final ReturnAuthorizations authorizations;
    private final ReturnSetup setup;

    EarlierRejections(ReturnAuthorizations authorizations, ReturnSetup setup) {
        this.authorizations = authorizations;
        this.setup = setup;
    }

    /**
     * @param before what other returns of the order announced
     * @return what stands against approving the line's items, in plain words; empty for nothing
     */
    List<String> guards(ReturnableOrder before, JudgedItem asked) {
        var rejectedIn = before.announced().stream()
                .filter(item -> item.orderLineId().equals(asked.orderLineId()))
                .filter(item -> item.decision() == ItemDecision.REJECTED)
                .filter(item -> !isOtherResolution(item, asked))
                .map(RequestedItem::returnId)
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

    private boolean isOtherResolution(RequestedItem rejected, JudgedItem asked) {
        return rejected.decisionRecord().decidedBy() == Actor.Kind.POLICY
                && rejected.resolution() != asked.resolution()
                && setup.reasons(true).stream()
                        .anyMatch(reason -> reason.reasonId().value().equals(rejected.reasonId())
                                && reason.code().equals(asked.reasonCode()));
    }
}
