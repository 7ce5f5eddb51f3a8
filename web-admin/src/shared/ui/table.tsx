import type { KeyboardEvent, MouseEvent, ReactNode } from 'react';
import css from './ui.module.css';

export type Column<Row> = {
  name: string;
  cell: (row: Row) => ReactNode;
  right?: boolean;
  /** Left out on phones. */
  wide?: boolean;
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
              {columns.map((column) => (
                <td key={column.name} className={side(column)}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
