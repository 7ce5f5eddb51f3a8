export type Won = { kind: string; sentence: string; position: number; rule: string };

type Rule = {
  position: number;
  name: string;
  effects: readonly { kind: string; sentence: string; fate: string }[];
};

/** What was set, and by which rule; what lost or never held is left out. */
export function wonEffects(rules: readonly Rule[]): Won[] {
  return rules.flatMap((rule) =>
    rule.effects
      .filter((effect) => effect.fate === 'WON')
      .map(({ kind, sentence }) => ({ kind, sentence, position: rule.position, rule: rule.name })),
  );
}
