package app.retour.returns.settings;

import app.retour.rules.publishing.ReasonCodes;
import app.retour.rules.vocabulary.ReasonGroup;
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
    public Map<String, ReasonGroup> groups() {
        var groups = new LinkedHashMap<String, ReasonGroup>();
        reasons.inOrder().stream()
                .map(Reason::snapshot)
                .sorted(Comparator.comparing(ReturnReason::archived))
                .forEach(reason -> groups.put(reason.code(), reason.group()));
        return groups;
    }
}
