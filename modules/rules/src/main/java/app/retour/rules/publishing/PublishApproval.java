package app.retour.rules.publishing;

import app.retour.api.Caller;
import app.retour.kernel.ErrorCode;
import app.retour.kernel.Ids;
import app.retour.kernel.Refusal;
import app.retour.tenants.audit.Audit;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whether a draft is published by another person than changed it last. Off until the merchant switches it on. */
@Service
@Transactional
public class PublishApproval {
    private final PublishingSettings settings;
    private final Audit audit;

    PublishApproval(PublishingSettings settings, Audit audit) {
        this.settings = settings;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    public boolean isNeeded() {
        return settings.findFirstBy().map(PublishingSetting::needsFourEyes).orElse(false);
    }

    public boolean require(boolean wanted) {
        var setting = settings.findFirstBy().orElseGet(() -> new PublishingSetting(Ids.next()));
        setting.requireFourEyes(wanted);
        settings.saveAndFlush(setting);
        audit.record("policy.four-eyes", "Policy", null, Map.of("required", wanted));
        return wanted;
    }

    /** @throws Refusal WRONG_STATE for the person who changed the draft last */
    void requireAnotherThan(@Nullable String person) {
        if (isNeeded() && Objects.equals(person, Caller.current().actor().id())) {
            throw new Refusal(
                    ErrorCode.WRONG_STATE, "You changed this draft last; somebody else must look at it and publish it");
        }
    }
}
