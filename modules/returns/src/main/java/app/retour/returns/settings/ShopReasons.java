package app.retour.returns.settings;

import app.retour.rules.publishing.ReasonCodes;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the rules what the shop's reason codes mean, so that returns invented from them are believable. */
@Component
class ShopReasons implements ReasonCodes {
    private final Reasons reasons;

    ShopReasons(Reasons reasons) {
        this.reasons = reasons;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, app.retour.rules.vocabulary.ReasonGroup> groups() {
        var groups = new LinkedHashMap<String, app.retour.rules.vocabulary.ReasonGroup>();
        reasons.inOrder().stream()
                .map(Reason::snapshot)
                .sorted(Comparator.comparing(ReturnReason::archived))
                .forEach(reason -> groups.put(
                        reason.code(),
                        app.retour.rules.vocabulary.ReasonGroup.valueOf(
                                reason.group().name())));
        return groups;
    }
}
