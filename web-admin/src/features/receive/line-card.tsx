import { ActionIcon, Text } from '@mantine/core';
import { IconMinus, IconPackage, IconPlus } from '@tabler/icons-react';
import { useAct } from '@/shared/api/act';
import { count as counted, sentence } from '@/shared/format/words';
import { Notice, Status } from '@/shared/ui/status';
import { refusedToast } from '@/shared/ui/toast';
import { Grading } from './grade-line';
import type { Draft } from './grading';
import { CountMutation, type Line, type ReceiptFacts } from './receipt-query';
import css from './receive.module.css';
import { signal } from './signal';

type CardProps = {
  receipt: ReceiptFacts;
  line: Line;
  draft: Draft | undefined;
  onDraft: (draft: Draft | undefined) => void;
  onSend: <T>(sending: Promise<T>) => Promise<T>;
};

export function LineCard({ receipt, line, draft, onDraft, onSend }: CardProps) {
  const [count, counting] = useAct(CountMutation);
  const item = receipt.return?.items.find((each) => each.id === line.itemId);
  const open = !receipt.closedAt;
  const set = async (quantity: number) => {
    if (!line.itemId || quantity < 0) return;
    const { refused } = await onSend(
      count({ input: { receiptId: receipt.id, counts: [{ itemId: line.itemId, quantity }] } }),
    );
    signal(!refused);
    if (refused) refusedToast(refused);
  };
  return (
    <article className={css.card} data-counted={line.received > 0} aria-label={line.title}>
      {line.imagePath ? (
        <img className={css.picture} src={line.imagePath} alt="" />
      ) : (
        <span className={css.picture} aria-hidden>
          <IconPackage size={32} stroke={1.4} />
        </span>
      )}
      <div>
        <Text fw={640}>{line.title}</Text>
        <Text c="dimmed">{[line.variantTitle, line.sku].filter(Boolean).join(' · ')}</Text>
        {item && <Text c="dimmed">{[item.reason.text, item.comment].filter(Boolean).join(': ')}</Text>}
        {line.unexpected && <Status tone="warn">Not announced</Status>}
        {item && item.decision !== 'APPROVED' && <Status tone="warn">{sentence(item.decision)}</Status>}
      </div>
      {open && line.itemId ? (
        <div className={css.count}>
          <ActionIcon
            variant="default"
            size={56}
            aria-label={`One less of ${line.title}`}
            disabled={line.received === 0 || counting}
            onClick={() => void set(line.received - 1)}
          >
            <IconMinus size={24} />
          </ActionIcon>
          <div className={css.number} aria-live="polite">
            {line.received} of {line.expected}
          </div>
          <ActionIcon
            size={56}
            aria-label={`One more of ${line.title}`}
            loading={counting}
            onClick={() => void set(line.received + 1)}
          >
            <IconPlus size={24} />
          </ActionIcon>
        </div>
      ) : (
        <Text className={css.wide} fw={620}>
          {line.unexpected ? `${line.received} came` : `${line.received} of ${line.expected} came`}
        </Text>
      )}
      {!line.unexpected && line.received > line.expected && (
        <div className={css.wide}>
          <Notice tone="warn">
            {counted(line.received - line.expected, 'unit')} more than expected. A person looks at it after you close.
          </Notice>
        </div>
      )}
      {line.received > 0 && <Grading receipt={receipt} line={line} draft={draft} onDraft={onDraft} onSend={onSend} />}
    </article>
  );
}
