package app.retour.rules.customfacts;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Ids;
import app.retour.kernel.Refusal;
import app.retour.rules.documents.ConditionReader;
import app.retour.rules.vocabulary.CustomFact;
import app.retour.rules.vocabulary.Fact;
import app.retour.rules.vocabulary.FactType;
import app.retour.rules.vocabulary.FactValue;
import app.retour.rules.vocabulary.Facts;
import app.retour.rules.vocabulary.Vocabulary;
import app.retour.tenants.Tenants;
import app.retour.tenants.audit.Audit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a merchant says of the vocabulary: facts they add, with their values in what integrators push, and facts that their
 * shop never gets.
 */
@Service
@Transactional
public class CustomFacts {
    private static final int MOST = 50;
    private static final int LONGEST_LABEL = 80;
    private static final int LONGEST_DESCRIPTION = 300;
    private static final int LONGEST_ATTRIBUTE = 100;

    private final StoredCustomFacts facts;
    private final NeverSupplied never;
    private final Tenants tenants;
    private final Audit audit;

    CustomFacts(StoredCustomFacts facts, NeverSupplied never, Tenants tenants, Audit audit) {
        this.facts = facts;
        this.never = never;
        this.tenants = tenants;
        this.audit = audit;
    }

    /** Archived ones too, by key. */
    @Transactional(readOnly = true)
    public List<CustomFact> all() {
        return facts.findAllByOrderByKey().stream()
                .map(StoredCustomFact::snapshot)
                .toList();
    }

    @Transactional(readOnly = true)
    public Vocabulary vocabulary() {
        return new Vocabulary(all());
    }

    /**
     * What a merchant says of a fact they add.
     *
     * @param name what its key ends in: a letter, then letters and digits
     */
    public record Definition(
            String name,
            FactType type,
            String label,
            @Nullable String description,
            CustomFact.Source source,
            String attribute,
            boolean personal) {}

    /** @throws Refusal INVALID, REQUIRED or TOO_LARGE naming the field; TAKEN for a name in use, archived or not */
    public CustomFact define(Definition given) {
        var key = CustomFact.PREFIX + given.name();
        if (!CustomFact.isKey(key)) {
            throw new Refusal(
                    ErrorCode.INVALID,
                    "Give up to 40 letters and digits, a small letter first: loyaltyTier",
                    "fact",
                    "name");
        }
        if (!CustomFact.TYPES.contains(given.type())) {
            throw new Refusal(ErrorCode.INVALID, "Give one of " + CustomFact.TYPES, "fact", "type");
        }
        if (facts.count() >= MOST) {
            throw new Refusal(ErrorCode.TOO_LARGE, "At most %d facts of your own".formatted(MOST), "fact", "name");
        }
        var fact = new CustomFact(
                key,
                given.type(),
                text(given.label(), LONGEST_LABEL, "fact", "label"),
                given.description() == null
                        ? ""
                        : shortEnough(given.description().strip(), "fact", "description"),
                given.source(),
                text(given.attribute(), LONGEST_ATTRIBUTE, "fact", "attribute"),
                given.personal(),
                false);
        try {
            facts.saveAndFlush(new StoredCustomFact(Ids.next(), fact));
        } catch (DataIntegrityViolationException taken) {
            throw new Refusal(ErrorCode.TAKEN, "Another fact has this name, maybe an archived one", "fact", "name");
        }
        audit.record("fact.added", "CustomFact", key, Map.of("type", fact.type().name()));
        return fact;
    }

    /** @throws Refusal NOT_FOUND; REQUIRED or TOO_LARGE naming the field */
    public CustomFact describe(String key, String label, @Nullable String description) {
        var fact = required(key);
        fact.describe(
                text(label, LONGEST_LABEL, "label"),
                description == null ? "" : shortEnough(description.strip(), "description"));
        return facts.saveAndFlush(fact).snapshot();
    }

    /** An archived fact is offered no more; what reads it goes on. */
    public CustomFact archive(String key, boolean archived) {
        var fact = required(key);
        fact.archive(archived);
        audit.record(archived ? "fact.archived" : "fact.restored", "CustomFact", key, Map.of());
        return facts.saveAndFlush(fact).snapshot();
    }

    /**
     * Facts with the merchant's own added, read from what integrators pushed. No query where nothing was pushed.
     *
     * @param ofOrder attributes of the order by name; null when none were pushed
     */
    @Transactional(readOnly = true)
    public Facts read(
            Facts into, @Nullable Map<String, List<String>> ofOrder, @Nullable Map<String, List<String>> ofShopper) {
        if (isNothing(ofOrder) && isNothing(ofShopper)) {
            return into;
        }
        var values = new ConditionReader(tenants.current().currency(), Vocabulary.OF_THE_HOUSE);
        var all = into;
        for (var fact : all()) {
            var attributes = fact.source() == CustomFact.Source.ORDER ? ofOrder : ofShopper;
            if (attributes != null) {
                var value = value(fact, attributes.get(fact.attribute()), values);
                all = value.isPresent() ? all.with(fact, value.get()) : all;
            }
        }
        return all;
    }

    /** Empty when what was pushed is no value of this type: then nobody knows it. */
    private static Optional<FactValue> value(CustomFact fact, @Nullable List<String> pushed, ConditionReader values) {
        if (pushed == null) {
            return Optional.empty();
        }
        if (fact.type() == FactType.TEXTS) {
            return Optional.of(new FactValue.Texts(pushed));
        }
        return pushed.size() == 1 ? values.valueOf(fact, pushed.getFirst()) : Optional.empty();
    }

    /** Keys of what this shop never gets; the analysis of policies counts on it. */
    @Transactional(readOnly = true)
    public Set<String> neverSupplied() {
        return never.keys();
    }

    /** @throws Refusal NOT_FOUND for no fact; INVALID for one that is always known */
    public Fact markNeverSupplied(String key, boolean neverSupplied) {
        var fact = vocabulary()
                .byKey(key)
                .orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "There is no fact of this key", "key"));
        if (neverSupplied && fact.isAlwaysKnown()) {
            throw new Refusal(ErrorCode.INVALID, "%s is always known".formatted(key), "key");
        }
        if (never.mark(key, neverSupplied)) {
            audit.record(neverSupplied ? "fact.never-supplied" : "fact.supplied", "Fact", key, Map.of());
        }
        return fact;
    }

    private static boolean isNothing(@Nullable Map<String, List<String>> attributes) {
        return attributes == null || attributes.isEmpty();
    }

    private StoredCustomFact required(String key) {
        return facts.findByKey(key)
                .orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "There is no fact of this key", "key"));
    }

    private static String text(String given, int longest, String... field) {
        var text = given.strip();
        if (text.isEmpty()) {
            throw new Refusal(ErrorCode.REQUIRED, "Give a text that is not blank", field);
        }
        if (text.length() > longest) {
            throw new Refusal(ErrorCode.TOO_LARGE, "At most %d characters".formatted(longest), field);
        }
        return text;
    }

    private static String shortEnough(String description, String... field) {
        if (description.length() > LONGEST_DESCRIPTION) {
            throw new Refusal(ErrorCode.TOO_LARGE, "At most %d characters".formatted(LONGEST_DESCRIPTION), field);
        }
        return description;
    }
}
