import { ActionIcon, Button, Group, NumberInput, Select, Stack, Text, TextInput } from '@mantine/core';
import { IconMinus, IconPackage, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useAct } from '@/shared/api/act';
import { sentence } from '@/shared/format/words';
import { FormError } from '@/shared/ui/form-error';
import { Status } from '@/shared/ui/status';
import { refusedToast } from '@/shared/ui/toast';
import { CountMutation, GradeMutation, type Line, type ReceiptFacts } from './receipt-query';
import css from './receive.module.css';
import { signal } from './signal';

type CardProps = { receipt: ReceiptFacts; line: Line };

const grades = ['AS_NEW', 'OPENED', 'USED', 'DAMAGED', 'DEFECTIVE', 'WRONG_ITEM'] as const;
const dispositions = ['RESTOCKED', 'REFURBISHED', 'RECYCLED', 'DONATED', 'SCRAPPED', 'SENT_BACK'] as const;

/** What usually becomes of goods in this condition; the clerk may choose otherwise. */
export const usual = {
  AS_NEW: 'RESTOCKED',
  OPENED: 'RESTOCKED',
  USED: 'REFURBISHED',
  DAMAGED: 'SCRAPPED',
  DEFECTIVE: 'REFURBISHED',
  WRONG_ITEM: 'SENT_BACK',
} as const satisfies Record<(typeof grades)[number], (typeof dispositions)[number]>;

export function LineCard({ receipt, line }: CardProps) {
  const [count, counting] = useAct(CountMutation);
  const item = receipt.return?.items.find((each) => each.id === line.itemId);
  const open = !receipt.closedAt;
  const set = async (quantity: number) => {
    if (!line.itemId || quantity < 0) return;
    const { refused } = await count({ input: { receiptId: receipt.id, counts: [{ itemId: line.itemId, quantity }] } });
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
      {line.received > 0 && <Grading receipt={receipt} line={line} key={line.received} />}
    </article>
  );
}

function Grading({ receipt, line }: CardProps) {
  const [grade, grading] = useAct(GradeMutation);
  const graded = line.accepted + line.refused >= line.received && line.grade !== null;
  const [edit, setEdit] = useState(!graded);
  const [condition, setCondition] = useState(line.grade);
  const [fate, setFate] = useState(line.disposition);
  const [refusedUnits, setRefusedUnits] = useState(line.refused);
  const [note, setNote] = useState(line.note ?? '');
  const [error, setError] = useState('');

  if (!edit) {
    return (
      <Group className={css.wide} justify="space-between">
        <Text>
          {line.grade && sentence(line.grade)} · {line.disposition && sentence(line.disposition).toLowerCase()}
          {line.refused > 0 && ` · ${line.refused} refused`}
        </Text>
        <Button variant="default" onClick={() => setEdit(true)}>
          Grade again
        </Button>
      </Group>
    );
  }
  const send = async () => {
    if (!condition || !fate) return;
    const { refused } = await grade({
      input: {
        receiptId: receipt.id,
        grades: [
          {
            lineId: line.id,
            accepted: line.received - refusedUnits,
            refused: refusedUnits,
            grade: condition,
            disposition: fate,
            note: note || null,
          },
        ],
      },
    });
    if (refused) return setError(refused.map((each) => each.message).join(' '));
    setError('');
    setEdit(false);
  };
  return (
    <Stack className={css.wide} gap="sm">
      <fieldset style={{ border: 0, padding: 0, margin: 0 }}>
        <legend style={{ padding: 0, marginBottom: 6, fontWeight: 550 }}>Condition</legend>
        <div className={css.grades}>
          {grades.map((each) => (
            <Button
              key={each}
              size="md"
              px={4}
              variant={condition === each ? 'filled' : 'default'}
              aria-pressed={condition === each}
              onClick={() => {
                setCondition(each);
                setFate(usual[each]);
              }}
            >
              {sentence(each)}
            </Button>
          ))}
        </div>
      </fieldset>
      {condition && (
        <>
          <Select
            size="md"
            label="What becomes of it"
            allowDeselect={false}
            data={dispositions.map((value) => ({ value, label: sentence(value) }))}
            value={fate}
            onChange={(value) => setFate(value as typeof fate)}
          />
          <NumberInput
            size="md"
            label="Refused units"
            description="No refund for these; say why below."
            min={0}
            max={line.received}
            allowDecimal={false}
            value={refusedUnits}
            onChange={(value) => setRefusedUnits(Number(value) || 0)}
          />
          <TextInput
            size="md"
            label="Note"
            description="For the team."
            required={refusedUnits > 0}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <FormError>{error}</FormError>
          <Button size="md" loading={grading} disabled={refusedUnits > 0 && !note.trim()} onClick={send}>
            Keep this grade
          </Button>
        </>
      )}
    </Stack>
  );
}
