package app.retour.returns.judging;

import app.retour.kernel.Money;
import app.retour.returns.eligibility.WantedItem;
import app.retour.returns.record.RequestedItem;
import app.retour.returns.settings.ReturnReason;
import app.retour.rules.policy.Resolution;
import app.retour.rules.vocabulary.ReasonGroup;
import java.util.UUID;

/** An item as the rules see it, whether stored or only asked about. */
public record JudgedItem(
        UUID ref,
        UUID orderLineId,
        int quantity,
        Money value,
        String reasonCode,
        ReasonGroup reasonGroup,
        int commentLength,
        int photos,
        Resolution resolution) {

    public static JudgedItem of(UUID ref, WantedItem wanted) {
        return new JudgedItem(
                ref,
                wanted.orderLineId(),
                wanted.quantity(),
                wanted.value(),
                wanted.reason().code(),
                wanted.reason().group(),
                length(wanted.comment()),
                wanted.photoFiles().size(),
                wanted.resolution());
    }

    public static JudgedItem of(RequestedItem item, ReturnReason reason, Money value) {
        return new JudgedItem(
                item.id(),
                item.orderLineId(),
                item.quantity(),
                value,
                reason.code(),
                reason.group(),
                length(item.evidence().shopperComment()),
                item.evidence().photoFiles().size(),
                item.resolution());
    }

    private static int length(@org.jspecify.annotations.Nullable String comment) {
        return comment == null ? 0 : comment.strip().length();
    }
}
