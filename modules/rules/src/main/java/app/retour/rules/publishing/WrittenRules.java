package app.retour.rules.publishing;

import app.retour.kernel.Ids;
import app.retour.kernel.Refusal;
import app.retour.rules.customfacts.CustomFacts;
import app.retour.rules.documents.DocumentPart;
import app.retour.rules.documents.FactsReader;
import app.retour.rules.documents.PolicyReader;
import app.retour.rules.evaluation.CompiledPolicy;
import app.retour.rules.evaluation.ItemFacts;
import app.retour.rules.evaluation.TryOut;
import app.retour.rules.policy.Policy;
import app.retour.rules.policy.Rule;
import app.retour.tenants.Tenants;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Rules as somebody is writing them, stored nowhere yet: read, put into words and tried. */
@Service
public class WrittenRules {
    private final TryOuts tryOuts;
    private final CustomFacts customFacts;
    private final Tenants tenants;

    WrittenRules(TryOuts tryOuts, CustomFacts customFacts, Tenants tenants) {
        this.tryOuts = tryOuts;
        this.customFacts = customFacts;
        this.tenants = tenants;
    }

    /**
     * Reads rules as the API gives them, storing nothing.
     *
     * @throws Refusal with the path of the first mistake
     */
    public List<Rule> explain(@Nullable Object rules) {
        return read(rules).rules();
    }

    /**
     * What rules that are stored nowhere would say of invented facts; null rules: the policy named.
     *
     * @throws Refusal with the path of the first mistake
     */
    public TryOut tryFacts(PolicySource source, @Nullable Object rules, @Nullable Object facts) {
        var reader = new FactsReader(tenants.current().currency(), customFacts.vocabulary());
        var item = new ItemFacts(Ids.next(), reader.read(DocumentPart.root(facts, "facts")));
        return rules == null
                ? tryOuts.of(source, List.of(item)).getFirst()
                : TryOut.of(CompiledPolicy.of(read(rules)), item);
    }

    /** @throws Refusal with the path of the first mistake */
    Policy read(@Nullable Object rules) {
        return PolicyReader.ofNew(tenants.current().currency(), customFacts.vocabulary())
                .read(DocumentPart.root(rules, "rules"));
    }
}
