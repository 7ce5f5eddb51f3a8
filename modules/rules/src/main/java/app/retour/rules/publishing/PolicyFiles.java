package app.retour.rules.publishing;

import app.retour.kernel.Refusal;
import app.retour.rules.customfacts.CustomFacts;
import app.retour.rules.documents.PolicyFile;
import app.retour.rules.documents.PolicyFileSchema;
import app.retour.rules.policy.Policy;
import app.retour.rules.policy.PolicyVersionId;
import app.retour.rules.policy.RuleChange;
import app.retour.tenants.Tenants;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Policies as files, so that they can be reviewed and kept where code is. */
@Service
public class PolicyFiles {
    private final PolicyDrafts drafts;
    private final PolicyFile file;
    private final WrittenRules written;
    private final CustomFacts customFacts;
    private final Tenants tenants;

    PolicyFiles(PolicyDrafts drafts, PolicyFile file, WrittenRules written, CustomFacts customFacts, Tenants tenants) {
        this.drafts = drafts;
        this.file = file;
        this.written = written;
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
        return placed(content, () -> drafts.save(version, rules(content)));
    }

    /**
     * What reading a file would change in the draft, or in the live policy without one; stores nothing.
     *
     * @throws Refusal with the path of the first mistake
     */
    public Preview preview(String content) {
        return placed(content, () -> {
            var given = written.read(rules(content)).rules();
            return new Preview(
                    given.size(), RuleChange.between(drafts.policy(null).rules(), given));
        });
    }

    /** What a file holds. */
    public record Preview(int ruleCount, List<RuleChange> changes) {
        public Preview {
            changes = List.copyOf(changes);
        }
    }

    private @Nullable Object rules(String content) {
        return file.rules(content, tenants.current().currency());
    }

    private <T> T placed(String content, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (Refusal refused) {
            throw file.placed(refused, content);
        }
    }

    /** What a file may hold, as a JSON Schema. */
    public Map<String, Object> schema() {
        return PolicyFileSchema.of(customFacts.vocabulary());
    }
}
