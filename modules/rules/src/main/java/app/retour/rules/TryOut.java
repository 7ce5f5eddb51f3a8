package app.retour.rules;

/** One item tried: what the policy would say, and why. */
public record TryOut(ItemJudgement judgement, Trace trace) {}
