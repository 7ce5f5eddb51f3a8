import { Link } from '@tanstack/react-router';
import { count } from '@/shared/format/words';
import { Gauge, Headline } from '@/shared/returns/headline';
import { type Column, Table } from '@/shared/ui/table';
import { Money, When } from '@/shared/ui/values';
import { Picture } from './picture';
import type { ReturnRow } from './return-row';
import css from './returns.module.css';

const rma: Column<ReturnRow> = {
  name: 'Return',
  cell: (row) => (
    <Link to="/returns/$returnId" params={{ returnId: row.id }}>
      {row.rmaNumber}
    </Link>
  ),
};
const shopper: Column<ReturnRow> = {
  name: 'Shopper',
  cell: (row) => row.shopperName ?? <span className={css.dim}>not told</span>,
};
const items: Column<ReturnRow> = {
  name: 'Items',
  cell: (row) => {
    const first = row.items[0];
    return (
      <span className={css.goodsCell}>
        <Picture path={first?.imagePath} />
        <span title={row.items.map((item) => item.title).join(', ')}>
          {first?.title ?? 'No items'}
          {row.items.length > 1 && ` + ${row.items.length - 1}`}
        </span>
      </span>
    );
  },
};
const state: Column<ReturnRow> = {
  name: 'State',
  cell: (row) => (
    <span className={css.head}>
      <Headline of={row.headline} />
      <Gauge of={row} />
    </span>
  ),
};
const value: Column<ReturnRow> = { name: 'Value', right: true, cell: (row) => <Money of={row.value} /> };
const requested: Column<ReturnRow> = { name: 'Requested', cell: (row) => <When at={row.requestedAt} /> };
const why: Column<ReturnRow> = {
  name: 'Why it is here',
  cell: (row) => row.because[0] ?? 'A person should look at it.',
};

export function ReturnTable({ rows }: { rows: readonly ReturnRow[] }) {
  return (
    <Table
      label={count(rows.length, 'return')}
      columns={[
        rma,
        { ...shopper, wide: 'under' },
        items,
        state,
        { ...value, wide: true },
        { ...requested, wide: true },
      ]}
      rows={rows}
      keyOf={(row) => row.id}
    />
  );
}

export function ReviewTable({ rows }: { rows: readonly ReturnRow[] }) {
  return (
    <Table
      label={count(rows.length, 'return')}
      columns={[rma, why, { ...items, wide: true }, { ...shopper, wide: 'under' }, value, { ...requested, wide: true }]}
      rows={rows}
      keyOf={(row) => row.id}
    />
  );
}
