package app.retour.rules.documents;

import app.retour.kernel.Phrase;
import app.retour.rules.policy.Bonus;
import app.retour.rules.policy.Condition;
import app.retour.rules.policy.Effect;
import app.retour.rules.policy.Fee;
import app.retour.rules.policy.Outcome;
import app.retour.rules.policy.Rule;
import app.retour.rules.vocabulary.FactValue;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes rules as maps, lists and scalars: the form of the API and of the database. */
public final class PolicyWriter {
    private PolicyWriter() {}

    public static List<Map<String, Object>> write(List<Rule> rules) {
        return rules.stream().map(PolicyWriter::write).toList();
    }

    private static Map<String, Object> write(Rule rule) {
        var written = new LinkedHashMap<String, Object>();
        written.put("id", rule.id());
        written.put("name", rule.name());
        written.put("enabled", rule.enabled());
        written.put("isFinal", rule.isFinal());
        written.put("when", write(rule.when()));
        written.put("then", effects(rule.then()));
        return written;
    }

    /** Conditions as maps, lists and scalars. */
    public static Map<String, Object> write(Condition condition) {
        return switch (condition) {
            case Condition.All(var parts) ->
                Map.of("all", parts.stream().map(PolicyWriter::write).toList());
            case Condition.Any(var parts) ->
                Map.of("any", parts.stream().map(PolicyWriter::write).toList());
            case Condition.None(var parts) ->
                Map.of("none", parts.stream().map(PolicyWriter::write).toList());
            case Condition.Test(var fact, var operator, var operands) -> {
                var test = new LinkedHashMap<String, Object>();
                test.put("fact", fact.key());
                test.put("operator", operator.name());
                test.put("values", operands.stream().map(PolicyWriter::text).toList());
                yield Map.of("test", test);
            }
        };
    }

    /** A known single value as its type writes it. */
    static String text(FactValue value) {
        return switch (value) {
            case FactValue.Text(var text) -> text;
            case FactValue.Quantity(var number) -> number.toPlainString();
            case FactValue.Amount(var money) -> money.amount().toPlainString();
            case FactValue.Day(var date) -> date.toString();
            case FactValue.Flag(var isSet) -> String.valueOf(isSet);
            case FactValue.Texts _, FactValue.Unknown _ ->
                throw new IllegalArgumentException("Not one value: " + value);
        };
    }

    /** Effects as maps, lists and scalars, by their kind. Amounts and rates are texts. */
    public static Map<String, Object> effects(List<Effect> effects) {
        var written = new LinkedHashMap<String, Object>();
        for (var effect : effects) {
            switch (effect) {
                case Effect.Decide(var outcome, var reason) -> written.put("decision", decision(outcome, reason));
                case Effect.AllowResolutions(var allowed) ->
                    written.put(
                            "resolutions",
                            allowed.stream().sorted().map(Enum::name).toList());
                case Effect.Charge(var fee) -> written.put("fee", fee(fee));
                case Effect.Ship(var shipping) -> written.put("returnShipping", shipping.name());
                case Effect.KeepItem(var keeps) -> written.put("keepItem", keeps);
                case Effect.AskEvidence(var wanted) ->
                    written.put("evidence", object("photos", wanted.photos(), "comment", wanted.comment()));
                case Effect.GiveBonus(Bonus.Flat(var amount)) ->
                    written.put("bonus", object("amount", amount.amount().toPlainString(), "rate", null));
                case Effect.GiveBonus(Bonus.Percent(var rate)) ->
                    written.put("bonus", object("amount", null, "rate", plain(rate)));
                case Effect.SendTo(var destination) -> written.put("destination", destination);
                case Effect.RefundAt(var moment) -> written.put("refundMoment", moment.name());
                case Effect.AddTags(var tags) ->
                    written.put("tags", tags.stream().sorted().toList());
                case Effect.NotifyTeam(var team) -> written.put("team", team);
                case Effect.AssignTo(var assignee) -> written.put("assignee", assignee);
                case Effect.Prioritise(var priority) -> written.put("priority", priority.name());
            }
        }
        return written;
    }

    private static Map<String, Object> decision(Outcome outcome, @Nullable Phrase reason) {
        var decision = object("outcome", outcome.name(), "shopperReason", reason == null ? null : reason.own());
        if (reason != null && !reason.others().isEmpty()) {
            decision.put("translations", texts(reason));
        }
        return decision;
    }

    private static List<Map<String, Object>> texts(Phrase reason) {
        return reason.others().entrySet().stream()
                .map(one -> object("locale", one.getKey(), "text", one.getValue()))
                .toList();
    }

    private static Map<String, Object> fee(Fee fee) {
        return switch (fee) {
            case Fee.Waived _ -> object("kind", "WAIVED", "per", null);
            case Fee.Flat(var amount, var per) -> {
                var flat = object("kind", "FLAT", "per", per.name());
                flat.put("amount", amount.amount().toPlainString());
                yield flat;
            }
            case Fee.Percent(var rate, var per) -> {
                var percent = object("kind", "PERCENT", "per", per.name());
                percent.put("rate", plain(rate));
                yield percent;
            }
        };
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private static Map<String, Object> object(
            String first, @Nullable Object one, String second, @Nullable Object other) {
        var object = new LinkedHashMap<String, Object>();
        if (one != null) {
            object.put(first, one);
        }
        if (other != null) {
            object.put(second, other);
        }
        return object;
    }
}
