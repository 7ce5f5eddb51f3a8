package app.retour.walks;

import app.retour.api.GlobalId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/** What belongs to one owner: its things by their schema type, and a mark that stands in every text of it. */
final class Scene {
    /** In every name, title, SKU, comment and number of this owner. */
    final String canary;

    /** Its own, and those of what was taken in. */
    private final Set<String> canaries = new HashSet<>();

    private final Map<String, String> ids = new LinkedHashMap<>();
    private final Map<String, String> texts = new LinkedHashMap<>();

    Scene(String canary) {
        this.canary = canary;
        canaries.add(canary);
    }

    static Scene fresh() {
        return new Scene("kanari%08x".formatted(ThreadLocalRandom.current().nextInt()));
    }

    /** Knows what the other knows, and more. */
    Scene with(Scene other) {
        var both = new Scene(canary);
        both.canaries.addAll(canaries);
        both.canaries.addAll(other.canaries);
        both.ids.putAll(other.ids);
        both.ids.putAll(ids);
        both.texts.putAll(texts);
        return both;
    }

    Scene without(String type) {
        var less = with(this);
        less.ids.remove(type);
        return less;
    }

    void put(String type, String globalId) {
        if (!GlobalId.parse(globalId).type().equals(type)) {
            throw new IllegalStateException(globalId + " is no id of a " + type);
        }
        ids.put(type, globalId);
    }

    /** A number or word by which outsiders might look for a thing of this scene. */
    void say(String name, String text) {
        texts.put(name, text);
    }

    Map<String, String> ids() {
        return ids;
    }

    String id(String type) {
        return Objects.requireNonNull(ids.get(type), () -> "The scene has no " + type);
    }

    UUID uuid(String type) {
        return GlobalId.parse(id(type)).id();
    }

    String text(String name, String otherwise) {
        return texts.getOrDefault(name, otherwise);
    }

    Set<String> uuids() {
        return ids.values().stream()
                .map(id -> GlobalId.parse(id).id().toString())
                .collect(Collectors.toSet());
    }

    /** What of this scene stands in an answer. */
    Set<String> leaksIn(String answer) {
        var lower = answer.toLowerCase(Locale.ROOT);
        var found = new HashSet<String>();
        for (var mark : canaries) {
            var at = lower.indexOf(mark);
            if (at >= 0) {
                found.add(answer.substring(Math.max(0, at - 60), Math.min(answer.length(), at + 30)));
            }
        }
        ids.forEach((type, id) -> {
            if (answer.contains(id) || lower.contains(GlobalId.parse(id).id().toString())) {
                found.add("the id of its " + type);
            }
        });
        return found;
    }
}
