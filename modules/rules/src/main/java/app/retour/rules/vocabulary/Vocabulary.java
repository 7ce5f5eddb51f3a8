package app.retour.rules.vocabulary;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every fact that a tenant's conditions may read: the house's and the merchant's own. */
public final class Vocabulary {
    /** The house's facts alone. */
    public static final Vocabulary OF_THE_HOUSE = new Vocabulary(List.of());

    private final Map<String, CustomFact> added;

    public Vocabulary(List<CustomFact> added) {
        this.added = added.stream().collect(Collectors.toUnmodifiableMap(CustomFact::key, Function.identity()));
    }

    /** Archived ones too: what is stored may still name them. */
    public Optional<Fact> byKey(String key) {
        return FactName.byKey(key).<Fact>map(Function.identity()).or(() -> Optional.ofNullable(added.get(key)));
    }

    /** What a new condition may read, the house's facts first. */
    public List<Fact> offered() {
        return Stream.<Fact>concat(
                        Arrays.stream(FactName.values()),
                        added.values().stream()
                                .filter(fact -> !fact.archived())
                                .sorted(java.util.Comparator.comparing(CustomFact::key)))
                .toList();
    }

    /** Archived ones too. */
    public Stream<Fact> known() {
        return Stream.concat(Arrays.stream(FactName.values()), added.values().stream());
    }

    List<CustomFact> added() {
        return List.copyOf(added.values());
    }
}
