import type { MoneyValue } from '@/shared/format/money';
import { Money } from '@/shared/ui/values';
import css from './returns.module.css';

export type WaterfallOf = {
  lines: readonly { kind: string; text: string; amount: MoneyValue }[];
  total: MoneyValue;
  tenders: readonly { label: string; amount: MoneyValue }[];
};

/** Taxes that came on top stand under what they belong to. */
const inside = new Set(['TAX', 'SHIPPING_TAX']);

/** What staff gave of their own accord is named by why they gave it. */
const textOf = (line: { kind: string; text: string }) =>
  line.kind === 'GOODWILL' ? `Goodwill: ${line.text}` : line.text;

/** Every cent of an amount, line by line, and where it goes. */
export function Waterfall({ of, label }: { of: WaterfallOf; label: string }) {
  return (
    <table className={css.waterfall} aria-label={label}>
      <tbody>
        {of.lines.map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity of their own and never move
          <tr key={at}>
            <th scope="row" className={inside.has(line.kind) ? css.inside : undefined}>
              {textOf(line)}
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
