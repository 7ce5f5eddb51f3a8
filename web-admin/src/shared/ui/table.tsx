import { useMediaQuery } from '@mantine/hooks';
import type { KeyboardEvent, MouseEvent, ReactNode } from 'react';
import css from './ui.module.css';

export type Column<Row> = {
  name: string;
  cell: (row: Row) => ReactNode;
  right?: boolean;
  /** Left out on phones, or told there under the row's first cell. */
  wide?: boolean | 'under';
};

type TableProps<Row> = {
  label: string;
  columns: Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
};

/** A click anywhere in a row follows the row's first link, which remains the one that the keyboard reaches. */
function follow(event: MouseEvent<HTMLTableRowElement> | KeyboardEvent<HTMLTableRowElement>) {
  const target = event.target as HTMLElement;
  if (target.closest('a, button, input, label, [role="menuitem"]')) return;
  if (window.getSelection()?.toString()) return;
  event.currentTarget.querySelector('a')?.click();
}

export function Table<Row>({ label, columns, rows, keyOf }: TableProps<Row>) {
  const onPhone = useMediaQuery('(max-width: 47.99em)');
  const under = onPhone ? columns.filter((column) => column.wide === 'under') : [];
  const side = (column: Column<Row>) =>
    [column.right ? css.right : '', column.wide ? 'mantine-visible-from-sm' : ''].join(' ');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={css.scroll} aria-label={label} tabIndex={0}>
      <table className={css.table}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.name} scope="col" className={side(column)}>
                {column.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)} onClick={follow}>
              {columns.map((column, at) => (
                <td key={column.name} className={side(column)}>
                  {column.cell(row)}
                  {at === 0 &&
                    under.map((each) => (
                      <div key={each.name} className={css.under}>
                        {each.cell(row)}
                      </div>
                    ))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
