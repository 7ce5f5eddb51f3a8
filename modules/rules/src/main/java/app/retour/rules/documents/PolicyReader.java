package app.retour.rules.documents;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Ids;
import app.retour.kernel.Money;
import app.retour.rules.policy.Bonus;
import app.retour.rules.policy.Effect;
import app.retour.rules.policy.EvidenceWanted;
import app.retour.rules.policy.Fee;
import app.retour.rules.policy.Outcome;
import app.retour.rules.policy.Policy;
import app.retour.rules.policy.Priority;
import app.retour.rules.policy.RefundMoment;
import app.retour.rules.policy.Resolution;
import app.retour.rules.policy.ReturnShipping;
import app.retour.rules.policy.Rule;
import app.retour.rules.vocabulary.Vocabulary;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Reads a policy as the API gives it or the database keeps it, and refuses what is not well formed. {@link PolicyWriter}
 * writes the same form.
 */
public final class PolicyReader {
    static final int MOST_RULES = 200;
    static final int MOST_TESTS = 2_000;
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_CODE = 80;
    private static final int MOST_PHOTOS = 10;

    private final Currency currency;
    private final ConditionReader conditions;

    public PolicyReader(Currency currency, Vocabulary vocabulary) {
        this(currency, new ConditionReader(currency, vocabulary));
    }

    private PolicyReader(Currency currency, ConditionReader conditions) {
        this.currency = currency;
        this.conditions = conditions;
    }

    /** For what somebody is writing: refuses also what older policies may hold though it makes no sense. */
    public static PolicyReader ofNew(Currency currency, Vocabulary vocabulary) {
        return new PolicyReader(currency, new ConditionReader(currency, vocabulary, true));
    }

    /** @throws app.retour.kernel.Refusal with the path of the first mistake */
    public Policy read(DocumentPart given) {
        var rules = new ArrayList<Rule>();
        var ids = new HashSet<String>();
        var tests = 0;
        for (var part : given.items(MOST_RULES)) {
            var rule = rule(part);
            if (!ids.add(rule.id())) {
                throw part.at("id").refused(ErrorCode.TAKEN, "Another rule of this policy has the same id");
            }
            tests += ConditionReader.tests(rule.when());
            if (tests > MOST_TESTS) {
                throw part.refused(
                        ErrorCode.TOO_LARGE, "At most %d conditions in all rules together".formatted(MOST_TESTS));
            }
            rules.add(rule);
        }
        return new Policy(currency, rules);
    }

    private Rule rule(DocumentPart given) {
        given.knowingOnly("id", "name", "enabled", "isFinal", "when", "then");
        return new Rule(
                given.maybe("id")
                        .map(part -> part.text(64))
                        .orElseGet(() -> Ids.next().toString()),
                given.at("name").text(LONGEST_NAME),
                given.maybe("enabled").map(DocumentPart::flag).orElse(true),
                given.maybe("isFinal").map(DocumentPart::flag).orElse(false),
                conditions.read(given.at("when")),
                effects(given.at("then")));
    }

    private List<Effect> effects(DocumentPart given) {
        given.knowingOnly(
                "decision",
                "resolutions",
                "fee",
                "returnShipping",
                "keepItem",
                "evidence",
                "bonus",
                "destination",
                "refundMoment",
                "tags",
                "team",
                "assignee",
                "priority");
        var effects = new ArrayList<Effect>();
        add(effects, given, "decision", PolicyReader::decision);
        add(effects, given, "resolutions", PolicyReader::resolutions);
        add(effects, given, "fee", part -> new Effect.Charge(fee(part)));
        add(effects, given, "returnShipping", part -> new Effect.Ship(part.oneOf(ReturnShipping.class)));
        add(effects, given, "keepItem", part -> new Effect.KeepItem(part.flag()));
        add(effects, given, "evidence", part -> new Effect.AskEvidence(evidence(part)));
        add(effects, given, "bonus", part -> new Effect.GiveBonus(bonus(part)));
        add(effects, given, "destination", part -> new Effect.SendTo(part.text(LONGEST_CODE)));
        add(effects, given, "refundMoment", part -> new Effect.RefundAt(part.oneOf(RefundMoment.class)));
        add(effects, given, "tags", PolicyReader::tags);
        add(effects, given, "team", part -> new Effect.NotifyTeam(part.text(LONGEST_CODE)));
        add(effects, given, "assignee", part -> new Effect.AssignTo(part.text(LONGEST_CODE)));
        add(effects, given, "priority", part -> new Effect.Prioritise(part.oneOf(Priority.class)));
        if (effects.isEmpty()) {
            throw given.refused(ErrorCode.REQUIRED, "A rule sets at least one effect");
        }
        return effects;
    }

    private static void add(
            List<Effect> effects, DocumentPart given, String field, Function<DocumentPart, Effect> read) {
        given.maybe(field).map(read).ifPresent(effects::add);
    }

    private static Effect decision(DocumentPart given) {
        given.knowingOnly("outcome", "shopperReason", "translations");
        var outcome = given.at("outcome").oneOf(Outcome.class);
        var reason = TellingReader.read(given);
        if (outcome == Outcome.REJECT && reason == null) {
            throw given.at("shopperReason")
                    .refused(ErrorCode.REQUIRED, "A rejection needs a reason that the shopper reads");
        }
        return new Effect.Decide(outcome, reason);
    }

    private static Effect resolutions(DocumentPart given) {
        var allowed = new TreeSet<Resolution>();
        given.items(Resolution.values().length).forEach(part -> allowed.add(part.oneOf(Resolution.class)));
        if (allowed.isEmpty()) {
            throw given.refused(ErrorCode.REQUIRED, "Allow at least one resolution; to refuse the return, reject it");
        }
        return new Effect.AllowResolutions(allowed);
    }

    private static Effect tags(DocumentPart given) {
        var tags = new TreeSet<String>();
        given.items(20).forEach(part -> tags.add(part.text(LONGEST_CODE)));
        if (tags.isEmpty()) {
            throw given.refused(ErrorCode.REQUIRED, "Name at least one tag");
        }
        return new Effect.AddTags(tags);
    }

    private Fee fee(DocumentPart given) {
        given.knowingOnly("kind", "amount", "rate", "per");
        return switch (given.at("kind").value() instanceof Object kind ? String.valueOf(kind) : "") {
            case "WAIVED" -> new Fee.Waived();
            case "FLAT" ->
                new Fee.Flat(
                        amount(without(given, "rate").at("amount")),
                        given.at("per").oneOf(Fee.Per.class));
            case "PERCENT" ->
                new Fee.Percent(
                        rate(without(given, "amount").at("rate")),
                        given.at("per").oneOf(Fee.Per.class));
            default -> throw given.at("kind").invalid("Give one of [FLAT, PERCENT, WAIVED]");
        };
    }

    private Bonus bonus(DocumentPart given) {
        given.knowingOnly("amount", "rate");
        return given.maybe("amount").isPresent()
                ? new Bonus.Flat(amount(without(given, "rate").at("amount")))
                : new Bonus.Percent(rate(given.at("rate")));
    }

    private static DocumentPart without(DocumentPart given, String field) {
        given.maybe(field).ifPresent(part -> {
            throw part.invalid("Either an amount or a rate, not both");
        });
        return given;
    }

    private static EvidenceWanted evidence(DocumentPart given) {
        given.knowingOnly("photos", "comment");
        return new EvidenceWanted(
                given.maybe("photos").map(part -> part.number(0, MOST_PHOTOS)).orElse(0),
                given.maybe("comment").map(DocumentPart::flag).orElse(false));
    }

    private Money amount(DocumentPart given) {
        var amount = money(given, currency);
        if (!amount.isPositive()) {
            throw given.invalid("Give an amount above zero");
        }
        return amount;
    }

    static Money money(DocumentPart given, Currency currency) {
        var amount = given.decimal();
        try {
            return new Money(amount, currency);
        } catch (IllegalArgumentException tooPrecise) {
            throw given.invalid("%s has %d decimals"
                    .formatted(currency.getCurrencyCode(), Math.max(0, currency.getDefaultFractionDigits())));
        }
    }

    private static BigDecimal rate(DocumentPart given) {
        var rate = given.decimal();
        if (rate.signum() <= 0 || rate.compareTo(BigDecimal.valueOf(100)) > 0) {
            throw given.invalid("Give a percentage above 0 and at most 100");
        }
        return rate;
    }
}
