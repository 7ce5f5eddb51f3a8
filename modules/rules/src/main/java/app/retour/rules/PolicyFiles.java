package app.retour.rules;

import app.retour.kernel.Refusal;
import app.retour.tenants.Tenants;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Policies as files, so that they can be reviewed and kept where code is. */
@Service
public class PolicyFiles {
    private final PolicyDrafts drafts;
    private final PolicyFile file;
    private final CustomFacts customFacts;
    private final Tenants tenants;

    PolicyFiles(PolicyDrafts drafts, PolicyFile file, CustomFacts customFacts, Tenants tenants) {
        this.drafts = drafts;
        this.file = file;
        this.customFacts = customFacts;
        this.tenants = tenants;
    }

    /**
     * The version named, or the draft, or the live version without one.
     *
     * @throws Refusal NOT_FOUND
     */
    public String write(@Nullable PolicyVersionId version) {
        return file.write(
                new Policy(tenants.current().currency(), drafts.policy(version).rules()));
    }

    /**
     * Makes the rules of a file the draft.
     *
     * @param version of the draft that would be replaced, 0 when there is none
     * @throws Refusal STALE, or with the path of the first mistake
     */
    public PolicyDraft read(int version, String content) {
        return drafts.save(version, file.rules(content, tenants.current().currency()));
    }

    /** What a file may hold, as a JSON Schema. */
    public Map<String, Object> schema() {
        return PolicyFileSchema.of(customFacts.vocabulary());
    }
}
