import type { MoneyValue } from '@/shared/format/money';
import { Money } from '@/shared/ui/values';
import { outcomes, outcomeWords, type PolicyOutcome } from './outcome-words';
import css from './outcomes.module.css';

export type OutcomeCount = { live: PolicyOutcome; draft: PolicyOutcome; count: number; value: MoneyValue };

/** How many, and what they are worth, by what live and draft say; what comes out otherwise stands out. */
export function OutcomeMatrix({ of, label }: { of: readonly OutcomeCount[]; label: string }) {
  const at = (live: PolicyOutcome, draft: PolicyOutcome) =>
    of.find((each) => each.live === live && each.draft === draft);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={css.scroll} aria-label={label} tabIndex={0}>
      <table className={css.matrix}>
        <thead>
          <tr>
            <td />
            {outcomes.map((draft) => (
              <th key={draft} scope="col">
                <small>Draft</small> {outcomeWords[draft]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {outcomes.map((live) => (
            <tr key={live}>
              <th scope="row">
                <small>Live</small> {outcomeWords[live]}
              </th>
              {outcomes.map((draft) => (
                <Cell key={draft} of={at(live, draft)} same={live === draft} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Cell({ of, same }: { of: OutcomeCount | undefined; same: boolean }) {
  if (!of) return <td className={css.none}>0</td>;
  return (
    <td className={same ? undefined : css.otherwise}>
      <b>{of.count.toLocaleString()}</b>
      <Money of={of.value} />
    </td>
  );
}
