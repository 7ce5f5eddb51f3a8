import { moneyText } from '@/shared/format/money';
import type { BackTest } from './back-test-query';
import css from './history.module.css';
import { cellOf, type Outcome, outcomes } from './telling';

const columns: Record<Outcome, string> = {
  APPROVE: 'Would be approved',
  REVIEW: 'Would go to review',
  REJECT: 'Would be rejected',
};

const rows: Record<Outcome, string> = {
  APPROVE: 'Approved now',
  REVIEW: 'Sent to review now',
  REJECT: 'Rejected now',
};

/** How many items and how much money, by what is in force and by the draft; what changes stands out. */
export function OutcomeMatrix({ of }: { of: Pick<BackTest, 'outcomes'> }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={css.scroll} aria-label="Items and money by outcome" tabIndex={0}>
      <table className={css.matrix}>
        <thead>
          <tr>
            <td />
            {outcomes.map((draft) => (
              <th key={draft} scope="col">
                {columns[draft]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {outcomes.map((live) => (
            <tr key={live}>
              <th scope="row">{rows[live]}</th>
              {outcomes.map((draft) => {
                const cell = cellOf(of, live, draft);
                const changes = live !== draft && (cell?.count ?? 0) > 0;
                return (
                  <td key={draft} data-changes={changes}>
                    <b>{(cell?.count ?? 0).toLocaleString()}</b>
                    {cell && cell.count > 0 && <span>{moneyText(cell.value)}</span>}
                    {live === draft && <span>no change</span>}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
