package app.retour.rules.publishing;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Ids;
import app.retour.kernel.Refusal;
import app.retour.kernel.UnknownId;
import app.retour.rules.customfacts.CustomFacts;
import app.retour.rules.documents.DocumentPart;
import app.retour.rules.documents.FactsReader;
import app.retour.rules.evaluation.CompiledPolicy;
import app.retour.rules.policy.Outcome;
import app.retour.rules.policy.Sentences;
import app.retour.rules.vocabulary.FactName;
import app.retour.rules.vocabulary.Vocabulary;
import app.retour.tenants.Tenants;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Invented items whose outcome must hold before a policy is published. */
@Service
@Transactional
public class Examples {
    private static final int MOST = 100;
    private static final int LONGEST_NAME = 120;
    private static final int MOST_NAMED = 3;

    private final StoredExamples examples;
    private final StoredDrafts drafts;
    private final LivePolicy live;
    private final CustomFacts customFacts;
    private final Tenants tenants;
    private final Clock clock;

    Examples(
            StoredExamples examples,
            StoredDrafts drafts,
            LivePolicy live,
            CustomFacts customFacts,
            Tenants tenants,
            Clock clock) {
        this.examples = examples;
        this.drafts = drafts;
        this.live = live;
        this.customFacts = customFacts;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** All of them by name, tried by the draft where there is one, or by the live policy. */
    @Transactional(readOnly = true)
    public List<Example> all(PolicySource source) {
        var vocabulary = customFacts.vocabulary();
        var draft = source == PolicySource.DRAFT ? drafts.findFirstBy().orElse(null) : null;
        return tried(
                draft == null ? live.current().compiled() : CompiledPolicy.of(draft.policy(vocabulary)), vocabulary);
    }

    /**
     * Keeps an example.
     *
     * @param id null for a new one
     * @param version of the one that was loaded, 0 for a new one
     * @param facts as the API gives them
     * @throws Refusal with the path of the first mistake; TAKEN for the name; STALE; NOT_FOUND
     */
    public Example save(@Nullable ExampleId id, int version, String name, @Nullable Object facts, Outcome expected) {
        var vocabulary = customFacts.vocabulary();
        var reader = new FactsReader(tenants.current().currency(), vocabulary);
        var part = DocumentPart.root(facts, "facts");
        reader.read(part);
        var called = DocumentPart.root(name, "name").text(LONGEST_NAME);
        var given = part.items(FactName.values().length * 2).stream()
                .map(DocumentPart::value)
                .map(Object.class::cast)
                .toList();
        try {
            var kept = id == null ? added(called, given, expected) : changed(id, version, called, given, expected);
            return kept.tried(live.current().compiled(), reader);
        } catch (DataIntegrityViolationException taken) {
            throw new Refusal(ErrorCode.TAKEN, "Another example has this name", "name");
        }
    }

    private StoredExample added(String name, List<Object> facts, Outcome expected) {
        if (examples.count() >= MOST) {
            throw new Refusal(ErrorCode.TOO_LARGE, "At most %d examples".formatted(MOST), "name");
        }
        return examples.saveAndFlush(new StoredExample(Ids.next(), name, facts, expected, clock.instant()));
    }

    private StoredExample changed(ExampleId id, int version, String name, List<Object> facts, Outcome expected) {
        var example = required(id);
        example.requireRevision(version);
        example.change(name, facts, expected, clock.instant());
        return examples.saveAndFlush(example);
    }

    /** @throws Refusal NOT_FOUND */
    public void remove(ExampleId id) {
        examples.delete(required(id));
    }

    private StoredExample required(ExampleId id) {
        return examples.findById(id.value()).orElseThrow(() -> new UnknownId(id.value(), "There is no such example"));
    }

    /** @throws Refusal WRONG_STATE naming the examples that the policy does not meet */
    void requireAll(CompiledPolicy policy, Vocabulary vocabulary) {
        var failing = tried(policy, vocabulary).stream()
                .filter(example -> !example.holds())
                .toList();
        if (!failing.isEmpty()) {
            var named = failing.stream()
                    .limit(MOST_NAMED)
                    .map(example -> "“%s” should be %s and would be %s"
                            .formatted(
                                    example.name(),
                                    Sentences.done(example.expected()),
                                    Sentences.done(example.tried().judgement().outcome())))
                    .collect(Collectors.joining("; "));
            throw new Refusal(
                    ErrorCode.WRONG_STATE,
                    "%s: %s. Change the rules, or the examples"
                            .formatted(
                                    failing.size() == 1
                                            ? "One of your examples no longer holds"
                                            : failing.size() + " of your examples no longer hold",
                                    named),
                    "examples");
        }
    }

    private List<Example> tried(CompiledPolicy policy, Vocabulary vocabulary) {
        var reader = new FactsReader(tenants.current().currency(), vocabulary);
        return examples.findAllByOrderByNameAsc().stream()
                .map(example -> example.tried(policy, reader))
                .toList();
    }
}
