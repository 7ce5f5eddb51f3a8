package app.retour.rules.policy;

import app.retour.rules.vocabulary.Fact;
import app.retour.rules.vocabulary.FactName;
import app.retour.rules.vocabulary.FactOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Rules as people would say them, in English. */
public final class Sentences {
    private Sentences() {}

    public static String of(Rule rule) {
        var then = rule.then().stream().map(Sentences::of).collect(Collectors.joining(", "));
        var tail = rule.isFinal() ? then + ", and look no further" : then;
        return isAlways(rule.when()) ? "ALWAYS " + tail : "IF %s THEN %s".formatted(of(rule.when()), tail);
    }

    public static String of(Condition condition) {
        return switch (condition) {
            case Condition.All(var parts) -> parts.isEmpty() ? "always" : joined(parts, " AND ");
            case Condition.Any(var parts) -> parts.isEmpty() ? "never" : joined(parts, " OR ");
            case Condition.None(var parts) -> parts.isEmpty() ? "always" : "NOT (" + joined(parts, " OR ") + ")";
            case Condition.Test test -> ConditionWords.of(test);
        };
    }

    private static boolean isAlways(Condition condition) {
        return condition instanceof Condition.All(var parts) && parts.isEmpty();
    }

    private static String joined(List<Condition> parts, String by) {
        return parts.size() == 1
                ? of(parts.getFirst())
                : parts.stream().map(Sentences::grouped).collect(Collectors.joining(by));
    }

    private static String grouped(Condition part) {
        var isGroupOfMany = switch (part) {
            case Condition.All(var parts) -> parts.size() > 1;
            case Condition.Any(var parts) -> parts.size() > 1;
            case Condition.None _, Condition.Test _ -> false;
        };
        return isGroupOfMany ? "(" + of(part) + ")" : of(part);
    }

    public static String of(Effect effect) {
        return switch (effect) {
            case Effect.Decide(var outcome, var reason) ->
                decision(outcome) + (reason == null ? "" : " (“" + reason.own() + "”)");
            case Effect.AllowResolutions(var allowed) ->
                "allow only "
                        + allowed.stream()
                                .sorted()
                                .map(one -> label(FactName.ITEM_REQUESTED_RESOLUTION, one.name()))
                                .collect(Collectors.joining(" or "));
            case Effect.Charge(var fee) -> fee(fee);
            case Effect.Ship(var payer) ->
                switch (payer) {
                    case MERCHANT -> "pay for return shipping";
                    case DEDUCTED -> "take return shipping off the refund";
                    case SHOPPER -> "let the shopper pay for return shipping";
                };
            case Effect.KeepItem(var keeps) -> keeps ? "let the shopper keep the item" : "have the item sent back";
            case Effect.AskEvidence(var wanted) -> evidence(wanted);
            case Effect.GiveBonus(Bonus.Flat(var amount)) ->
                "give %s extra as store credit".formatted(ConditionWords.money(amount));
            case Effect.GiveBonus(Bonus.Percent(var rate)) ->
                "give %s%% extra as store credit".formatted(ConditionWords.plain(rate));
            case Effect.SendTo(var place) -> "send it to “%s”".formatted(place);
            case Effect.RefundAt(var moment) ->
                switch (moment) {
                    case APPROVAL -> "refund on approval";
                    case FIRST_SCAN -> "refund at the carrier's first scan";
                    case DELIVERY -> "refund on delivery";
                    case RECEIPT -> "refund on receipt";
                    case INSPECTION -> "refund after inspection";
                };
            case Effect.AddTags(var tags) ->
                "tag " + tags.stream().sorted().map(ConditionWords::quoted).collect(Collectors.joining(", "));
            case Effect.NotifyTeam(var team) -> "notify “%s”".formatted(team);
            case Effect.AssignTo(var person) -> "assign it to “%s”".formatted(person);
            case Effect.Prioritise(var priority) ->
                "give it %s priority".formatted(priority.name().toLowerCase(Locale.ROOT));
        };
    }

    /** What an item got besides the decision, defaults left out. */
    public static List<String> of(Effects effects) {
        var said = new ArrayList<Effect>();
        if (effects.allowedResolutions() != null) {
            said.add(new Effect.AllowResolutions(effects.allowedResolutions()));
        }
        if (effects.fee().isCharged()) {
            said.add(new Effect.Charge(effects.fee()));
        }
        if (effects.returnShipping() != null) {
            said.add(new Effect.Ship(effects.returnShipping()));
        }
        if (effects.keepItem()) {
            said.add(new Effect.KeepItem(true));
        }
        if (effects.evidence().isWanted()) {
            said.add(new Effect.AskEvidence(effects.evidence()));
        }
        if (effects.bonus() != null) {
            said.add(new Effect.GiveBonus(effects.bonus()));
        }
        if (effects.destination() != null) {
            said.add(new Effect.SendTo(effects.destination()));
        }
        if (effects.refundMoment() != Effects.DEFAULTS.refundMoment()) {
            said.add(new Effect.RefundAt(effects.refundMoment()));
        }
        if (!effects.tags().isEmpty()) {
            said.add(new Effect.AddTags(effects.tags()));
        }
        if (effects.team() != null) {
            said.add(new Effect.NotifyTeam(effects.team()));
        }
        if (effects.assignee() != null) {
            said.add(new Effect.AssignTo(effects.assignee()));
        }
        if (effects.priority() != Effects.DEFAULTS.priority()) {
            said.add(new Effect.Prioritise(effects.priority()));
        }
        said.sort(Comparator.comparing(Effect::kind));
        return said.stream().map(Sentences::of).toList();
    }

    private static String decision(Outcome outcome) {
        return switch (outcome) {
            case APPROVE -> "approve";
            case REVIEW -> "send to review";
            case REJECT -> "reject";
        };
    }

    /** What an item is after such a decision. */
    public static String done(Outcome outcome) {
        return switch (outcome) {
            case APPROVE -> "approved";
            case REVIEW -> "sent to review";
            case REJECT -> "rejected";
        };
    }

    private static String fee(Fee fee) {
        return switch (fee) {
            case Fee.Waived _ -> "charge no fee";
            case Fee.Flat(var amount, var per) ->
                "charge a fee of %s %s".formatted(ConditionWords.money(amount), per(per));
            case Fee.Percent(var rate, var per) ->
                "charge a %s%% fee %s".formatted(ConditionWords.plain(rate), per(per));
        };
    }

    private static String per(Fee.Per per) {
        return "per " + per.name().toLowerCase(Locale.ROOT);
    }

    private static String evidence(EvidenceWanted wanted) {
        var photos = wanted.photos() == 1 ? "a photo" : wanted.photos() + " photos";
        if (!wanted.isWanted()) {
            return "ask for no evidence";
        }
        return wanted.photos() == 0
                ? "ask for a comment"
                : "ask for " + photos + (wanted.comment() ? " and a comment" : "");
    }

    static String label(Fact fact, String value) {
        return fact.options().stream()
                .filter(option -> option.value().equals(value))
                .map(FactOption::label)
                .findFirst()
                .orElse(value);
    }
}
