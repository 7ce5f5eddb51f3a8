import { useState } from 'react';
import { folded, type Marks, runWords } from './folding';
import { FactsSeen, RuleOfTrace } from './rule-trace';
import css from './trace.module.css';
import type { RuleTrace, TraceFacts } from './trace-query';

type TraceProps = {
  of: TraceFacts;
  /** By rule id: what to say at rules that differ from another trace beside this one. */
  marks?: Marks;
};

/**
 * The policy as it judged one item: each condition ticked, crossed or question-marked with the value it saw, what each rule
 * set or why not, and what came after the rules. What decided and what nobody could say stands open; long runs of rules
 * that set nothing are one line.
 */
export function Trace({ of, marks }: TraceProps) {
  if (of.rules.length === 0 && of.afterwards.length === 0) {
    return (
      <>
        <p className={css.seen}>There are no rules, so a person looks at everything.</p>
        <FactsSeen of={of.facts} />
      </>
    );
  }
  return (
    <div>
      <ol className={css.rules} aria-label="Rules in order">
        {folded(of.rules, marks).map((fold) =>
          'rule' in fold ? (
            <RuleOfTrace key={fold.rule.ruleId} rule={fold.rule} mark={marks?.get(fold.rule.ruleId)?.word} />
          ) : (
            <Run key={fold.run[0]?.ruleId} of={fold.run} mark={fold.run[0] && marks?.get(fold.run[0].ruleId)?.word} />
          ),
        )}
      </ol>
      {of.afterwards.length > 0 && (
        <section className={css.after} aria-label="After the rules">
          <b>After the rules</b>
          <ul>
            {of.afterwards.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      )}
      <FactsSeen of={of.facts} />
    </div>
  );
}

/** Rules that set nothing, in one line until somebody wants to see them. */
function Run({ of, mark }: { of: RuleTrace[]; mark: string | undefined }) {
  const [open, setOpen] = useState(false);
  const [first, last] = [of[0], of.at(-1)];
  return (
    <li className={css.run}>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary className={css.fold}>
          Rules {first?.position} to {last?.position}: {runWords(of)}
          {mark && ` · ${mark.charAt(0).toLowerCase()}${mark.slice(1)}`}
        </summary>
        {open && (
          <ol className={css.rules}>
            {of.map((rule) => (
              <RuleOfTrace key={rule.ruleId} rule={rule} />
            ))}
          </ol>
        )}
      </details>
    </li>
  );
}
