import { Anchor, Button, Group } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Dialog } from '@/shared/ui/dialog';
import { Notice } from '@/shared/ui/status';
import { Table } from '@/shared/ui/table';
import { Money } from '@/shared/ui/values';
import { OutcomeMark } from '../trying/outcome';
import { SideBySide } from '../trying/side-by-side';
import type { Sides } from '../trying/tried-query';
import type { Change } from './back-test-query';

/** Items that come out differently by the draft, of a back-test or of a shadow run. */
export function ChangedItems({ of, onCompare }: { of: Change[]; onCompare: (change: Change) => void }) {
  return (
    <Table<Change>
      label="Items that come out differently"
      rows={of}
      keyOf={(change) => change.decision.id}
      columns={[
        {
          name: 'Return',
          cell: ({ decision: { item } }) =>
            item ? (
              <Link to="/returns/$returnId" params={{ returnId: item.returnId }}>
                {item.rmaNumber}
              </Link>
            ) : (
              'No longer there'
            ),
        },
        {
          name: 'Item',
          wide: 'under',
          cell: ({ decision: { item } }) =>
            item && `${item.title}${item.variantTitle ? `, ${item.variantTitle}` : ''} × ${item.quantity}`,
        },
        {
          name: 'Value',
          right: true,
          wide: true,
          cell: ({ value }) => (value ? <Money of={value} /> : 'unknown'),
        },
        { name: 'Now', wide: 'under', cell: ({ live }) => <OutcomeMark of={live} /> },
        { name: 'With the draft', cell: ({ draft }) => <OutcomeMark of={draft} /> },
        {
          name: 'Why',
          cell: (change) => (
            <Button
              size="compact-sm"
              variant="default"
              aria-label={`Compare ${change.decision.item?.rmaNumber ?? 'this item'}`}
              onClick={() => onCompare(change)}
            >
              Compare
            </Button>
          ),
        },
      ]}
    />
  );
}

export function CompareModal({
  change,
  onClose,
  children,
}: {
  change: Change;
  onClose: () => void;
  children: ReactNode;
}) {
  const item = change.decision.item;
  return (
    <Dialog
      onClose={onClose}
      size="min(1200px, 96vw)"
      title={item ? `${item.rmaNumber}: ${item.title}` : 'Both side by side'}
    >
      {children}
    </Dialog>
  );
}

type ComparedProps = {
  of: { result: Sides | null; userErrors: readonly { message: string }[] };
  decision: string;
};

/** Both traces of one decision, or why there are none. */
export function Compared({ of: { result, userErrors }, decision }: ComparedProps) {
  if (!result) {
    return (
      <Notice tone="bad" alert>
        {userErrors.map((each) => each.message).join(' ')}
      </Notice>
    );
  }
  return (
    <SideBySide
      live={result.live}
      draft={result.draft}
      draftTitle="Draft as it was tried"
      actions={
        <Group>
          <Anchor renderRoot={(props) => <Link to="/rules/try" search={{ decision }} {...props} />}>
            Try it with the rules of today
          </Anchor>
        </Group>
      }
    />
  );
}
