package app.retour.walks;

import app.retour.app.security.Browser;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One question with a stranger's ids in some places and the asker's own in the others.
 *
 * @param node of {@code node(id)}, the type that is asked for
 * @param byWord also by the stranger's numbers and words
 */
record Trial(
        Question question, Set<String> foreign, @Nullable String node, boolean byWord) {
    /**
     * Refusals by another word: an exchange is for a variant of the same product, whatever else there is; a return whose
     * parcel is under way takes no other number; of attributes and examples the walk's plain values are refused before
     * the id is looked at, so its own test must ask for those.
     */
    static final Set<String> OTHERWISE = Set.of(
            "Mutation.requestReturn[input.items.exchangeProductId]=INVALID",
            "Mutation.announceTracking[input.insteadOf]=WRONG_STATE",
            "Mutation.pushAttributes[input.orderId, input.shopperId] by word=INVALID",
            "Mutation.pushAttributes[input.orderId]=INVALID",
            "Mutation.pushAttributes[input.shopperId]=INVALID",
            "Mutation.savePolicyExample[input.id] by word=INVALID");

    /** Each id alone, since one wrong id may hide that another is not looked at; then all together. */
    static List<Trial> of(Question question, Scene stranger) {
        if (question.name().equals("node")) {
            return stranger.ids().keySet().stream()
                    .map(type -> new Trial(question, Set.of("id"), type, false))
                    .toList();
        }
        var known = question.idPositions().stream()
                .filter(position -> stranger.ids().containsKey(type(question, position)))
                .toList();
        var all = new Trial(question, Set.copyOf(known), null, true);
        return known.size() == 1 && known.size() == question.idPositions().size()
                ? List.of(all)
                : Stream.concat(
                                known.stream().map(position -> new Trial(question, Set.of(position), null, false)),
                                Stream.of(all))
                        .toList();
    }

    @Nullable
    String onlyType(Set<String> admitted) {
        return node != null && admitted.contains(node) ? node : null;
    }

    Question.Values values(Scene own, Scene stranger, ToIntFunction<String> version) {
        return new Question.Values() {
            @Override
            public String id(String position) {
                var type = node != null ? node : type(question, position);
                return foreign.contains(position) ? stranger.id(type) : own.id(type);
            }

            @Override
            public @Nullable String text(String name) {
                var text = byWord ? stranger.text(name, "") : "";
                return text.isEmpty() ? null : text;
            }

            @Override
            public @Nullable String choice(String name) {
                return switch (name) {
                    // What to have instead is looked at only where an exchange is asked for.
                    case "resolution" ->
                        foreign.stream().anyMatch(at -> at.endsWith("exchangeProductId")) ? "EXCHANGE" : null;
                    case "status" -> "IN_TRANSIT";
                    default -> null;
                };
            }

            @Override
            public int number(String name) {
                return name.equals("version") ? version.applyAsInt(question.name()) : 1;
            }
        };
    }

    /** What is wrong with the answer. */
    List<String> judge(Browser.Answer answer, Scene stranger) {
        var wrong = new ArrayList<String>();
        var json = answer.json();
        if (answer.status() != 200
                || answer.body().contains("ValidationError")
                || answer.body().contains("INTERNAL_ERROR")) {
            wrong.add(this + " was no good question: " + answer.status() + " " + answer.body());
        }
        var leaks = stranger.leaksIn(
                question.mutation() && byWord ? "" : json.path("data").toString());
        if (!leaks.isEmpty()) {
            wrong.add(this + " told of the stranger " + leaks);
        }
        if (node != null && !json.at("/data/node").isNull()) {
            wrong.add(this + " found it");
        }
        if (question.mutation() && !foreign.isEmpty() && refusal(answer).isEmpty()) {
            wrong.add(this + " was not refused: " + answer.body());
        }
        if (question.mutation()
                && foreign.size() == 1
                && "NOT_FOUND".equals(refusal(answer).orElse(null))) {
            var place = blamed(json.path("data").path(question.name()).at("/userErrors/0/field"));
            if (!foreign.contains("input." + place)) {
                wrong.add(this + " blames " + place);
            }
        }
        return wrong;
    }

    /** "items.orderLineId", whichever of the items it is. */
    private static String blamed(JsonNode field) {
        return field.valueStream()
                .map(JsonNode::asString)
                .filter(part -> !part.matches("\\d+"))
                .collect(Collectors.joining("."));
    }

    /** The code of a mutation's refusal. */
    Optional<String> refusal(Browser.Answer answer) {
        if (!question.mutation() || foreign.isEmpty()) {
            return Optional.empty();
        }
        var json = answer.json();
        var payload = json.path("data").path(question.name());
        return Stream.of(payload.at("/userErrors/0/code"), json.at("/errors/0/extensions/code"))
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .findFirst();
    }

    private static String type(Question question, String position) {
        return Objects.requireNonNull(
                Ids.typeAt(question.name(), position), () -> question.path() + " " + position + " is not in Ids");
    }

    @Override
    public String toString() {
        return question.path()
                + (node != null
                        ? "(" + node + ")"
                        : foreign.stream().sorted().toList().toString())
                + (byWord ? " by word" : "");
    }
}
