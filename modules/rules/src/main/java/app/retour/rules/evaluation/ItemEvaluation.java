package app.retour.rules.evaluation;

import app.retour.kernel.Phrase;
import app.retour.rules.policy.EffectKind;
import app.retour.rules.policy.Effects;
import app.retour.rules.policy.Outcome;
import app.retour.rules.policy.Policy;
import app.retour.rules.policy.Sentences;
import app.retour.rules.vocabulary.Fact;
import app.retour.rules.vocabulary.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is finally said of one item, in the order the law prescribes: policy, guards, statutory check. Depends on nothing
 * but its arguments: the same ones give the same evaluation forever. Words are found only when somebody asks for them.
 */
public final class ItemEvaluation {
    private final Policy policy;
    private final Facts facts;
    private final RuleEvaluation ruleEvaluation;
    private final List<Note> notes = new ArrayList<>(0);
    private Outcome outcome;

    /** As the policy approved it, when nothing but guards stands against that. */
    private @Nullable Approval heldBack;

    private @Nullable Phrase shopperReason;
    private Effects effects;

    private record Approval(@Nullable Phrase shopperReason) {}

    /** @param decides whether it changed the outcome */
    private record Note(boolean decides, Supplier<String> words) {}

    private ItemEvaluation(CompiledPolicy compiled, Facts facts) {
        this.policy = compiled.policy();
        this.facts = facts;
        ruleEvaluation = compiled.evaluate(facts);
        effects = ruleEvaluation.effects();
        var decision = ruleEvaluation.decision();
        outcome = decision == null ? Outcome.REVIEW : decision.outcome();
        shopperReason = decision == null ? null : decision.shopperReason();
    }

    public static ItemEvaluation of(CompiledPolicy policy, Facts facts, List<String> raisedGuards) {
        var evaluation = new ItemEvaluation(policy, facts);
        evaluation.holdBackForOpenEffects();
        raisedGuards.forEach(evaluation::raise);
        evaluation.keepTheLaw(StatutoryCheck.of(facts));
        return evaluation;
    }

    /** Unknown never charges or gives away: what would be approved waits for a person who can say. */
    private void holdBackForOpenEffects() {
        if (outcome == Outcome.APPROVE && ruleEvaluation.undetermined().stream().anyMatch(EffectKind::isMaterial)) {
            review(() -> "Review instead of approval, because "
                    + ruleEvaluation.undetermined().stream()
                            .filter(EffectKind::isMaterial)
                            .map(this::open)
                            .collect(Collectors.joining("; ")));
        }
    }

    private void raise(String guard) {
        if (outcome == Outcome.APPROVE) {
            heldBack = new Approval(shopperReason);
            review(() -> "Sent to review: " + guard);
        } else {
            notes.add(new Note(false, () -> "A guard would also have stopped an approval: " + guard));
        }
    }

    private void keepTheLaw(StatutoryCheck check) {
        if (heldBack instanceof Approval(var told) && check.isWithdrawal()) {
            outcome = Outcome.APPROVE;
            shopperReason = told;
            heldBack = null;
            notes.add(new Note(
                    true, () -> "Approval all the same, because withdrawal is a statutory right that no guard delays"));
        }
        for (var finding : check.findings(outcome, effects)) {
            if (outcome == Outcome.REVIEW || !finding.needsPerson()) {
                notes.add(new Note(false, finding::words));
            } else {
                review(finding::words);
            }
        }
        effects = check.relieved(effects);
    }

    private void review(Supplier<String> why) {
        outcome = Outcome.REVIEW;
        shopperReason = null;
        notes.add(new Note(true, why));
    }

    public Outcome outcome() {
        return outcome;
    }

    /** The rules alone would have approved it, and a guard sends it to a person. */
    public boolean isHeldBack() {
        return heldBack != null && outcome == Outcome.REVIEW;
    }

    @Nullable
    Phrase shopperReason() {
        return shopperReason;
    }

    public Effects effects() {
        return effects;
    }

    RuleEvaluation ruleEvaluation() {
        return ruleEvaluation;
    }

    /** The last thing that changed the outcome, or what set it. */
    String because() {
        for (var note : notes.reversed()) {
            if (note.decides()) {
                return note.words().get();
            }
        }
        var settled = ruleEvaluation.settled(EffectKind.DECISION);
        if (settled.isWon()) {
            return "%s: %s"
                    .formatted(
                            named(policy, settled.winner()),
                            Sentences.of(policy.rules().get(settled.winner())));
        }
        return settled.isOpen()
                ? "Review, because " + open(EffectKind.DECISION)
                : "No rule decided; what no rule decides goes to review";
    }

    /** Effects that an unknown fact left open, each in plain words with rule and fact. */
    List<String> undetermined() {
        return ruleEvaluation.undetermined().stream().map(this::open).toList();
    }

    /** What was found after the rules, in order. */
    List<String> afterwards() {
        return notes.stream().map(note -> note.words().get()).toList();
    }

    /** This, said of an item. */
    public ItemJudgement on(ItemFacts item, @Nullable DecisionId stored) {
        return new ItemJudgement(item.itemRef(), stored, outcome, shopperReason, because(), effects, undetermined());
    }

    private String open(EffectKind kind) {
        var rule = ruleEvaluation.settled(kind).opener();
        var missing = policy.rules().get(rule).when().missing(facts).stream()
                .map(Fact::label)
                .collect(Collectors.joining(", "));
        return "the %s %s undetermined: %s needs facts that are unknown (%s)"
                .formatted(kind.label(), kind.isPlural() ? "are" : "is", named(policy, rule), missing);
    }

    static String named(Policy policy, int rule) {
        return "Rule %d “%s”".formatted(rule + 1, policy.rules().get(rule).name());
    }
}
