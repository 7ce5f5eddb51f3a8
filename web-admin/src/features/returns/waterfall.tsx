import type { MoneyValue } from '@/shared/format/money';
import { Money } from '@/shared/ui/values';
import css from './returns.module.css';
import { isTax, taxInside, textOf, type WaterfallLine } from './waterfall-lines';

export type WaterfallOf = {
  lines: readonly WaterfallLine[];
  total: MoneyValue;
  tenders: readonly { label: string; amount: MoneyValue }[];
};

/** Every cent of an amount, line by line, and where it goes. */
export function Waterfall({ of, label, name = label }: { of: WaterfallOf; label: string; name?: string }) {
  return (
    <table className={css.waterfall} aria-label={name}>
      <tbody>
        {of.lines.map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity of their own and never move
          <tr key={at}>
            <th scope="row" className={isTax(line) ? css.inside : undefined}>
              {textOf(line)}
              {taxInside(line) && <div className={css.taxInside}>{taxInside(line)}</div>}
            </th>
            <td>
              <Money of={line.amount} />
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{label}</th>
          <td>
            <Money of={of.total} />
          </td>
        </tr>
        {of.tenders.map((tender) => (
          <tr key={tender.label} className={css.dim}>
            <th scope="row" style={{ fontWeight: 400, borderTop: 0 }}>
              to {tender.label}
            </th>
            <td style={{ fontWeight: 400, borderTop: 0 }}>
              <Money of={tender.amount} />
            </td>
          </tr>
        ))}
      </tfoot>
    </table>
  );
}
