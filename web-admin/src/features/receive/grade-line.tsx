import { Button, Group, NumberInput, Select, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useAct } from '@/shared/api/act';
import { sentence } from '@/shared/format/words';
import { FormError } from '@/shared/ui/form-error';
import { type Draft, dispositions, graded, grades, usual } from './grading';
import { GradeMutation, type Line, type ReceiptFacts } from './receipt-query';
import css from './receive.module.css';

type GradingProps = {
  receipt: ReceiptFacts;
  line: Line;
  draft: Draft | undefined;
  onDraft: (draft: Draft | undefined) => void;
  /** Tells the page what is on its way, so that closing waits for it. */
  onSend: <T>(sending: Promise<T>) => Promise<T>;
};

/** Condition and fate of a line's units. What is chosen is a draft until it is kept, here or by closing the parcel. */
export function Grading({ receipt, line, draft, onDraft, onSend }: GradingProps) {
  const [grade, grading] = useAct(GradeMutation);
  const [error, setError] = useState('');
  const known = line.grade !== null && line.accepted + line.refused >= line.received;
  const [again, setAgain] = useState(false);

  if (known && !draft && !again) {
    return (
      <Group className={css.wide} justify="space-between">
        <Text>
          {line.grade && sentence(line.grade)} · {line.disposition && sentence(line.disposition).toLowerCase()}
          {line.refused > 0 && ` · ${line.refused} refused`}
        </Text>
        <Button variant="default" onClick={() => setAgain(true)}>
          Grade again
        </Button>
      </Group>
    );
  }
  const chosen = draft?.grade ?? line.grade;
  const change = (part: Partial<Draft>) => {
    const condition = part.grade ?? chosen;
    if (!condition) return;
    onDraft({
      grade: condition,
      disposition: draft?.disposition ?? line.disposition ?? usual[condition],
      refused: draft?.refused ?? line.refused,
      note: draft?.note ?? line.note ?? '',
      ...part,
    });
  };
  const send = async () => {
    if (!draft) return setAgain(false);
    const { refused } = await onSend(grade({ input: { receiptId: receipt.id, grades: [graded(line, draft)] } }));
    if (refused) return setError(refused.map((each) => each.message).join(' '));
    setError('');
    setAgain(false);
    onDraft(undefined);
  };
  const refusedUnits = draft?.refused ?? line.refused;
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
              variant={chosen === each ? 'filled' : 'default'}
              aria-pressed={chosen === each}
              onClick={() => change({ grade: each, disposition: usual[each] })}
            >
              {sentence(each)}
            </Button>
          ))}
        </div>
      </fieldset>
      {chosen && (
        <>
          <Select
            size="md"
            label="What becomes of it"
            allowDeselect={false}
            data={dispositions.map((value) => ({ value, label: sentence(value) }))}
            value={draft?.disposition ?? line.disposition}
            onChange={(value) => value && change({ disposition: value as Draft['disposition'] })}
          />
          <NumberInput
            size="md"
            label="Refused units"
            description="No refund for these; say why below."
            min={0}
            max={line.received}
            allowDecimal={false}
            value={refusedUnits}
            onChange={(value) => change({ refused: Number(value) || 0 })}
          />
          <TextInput
            size="md"
            label="Note"
            description="For the team."
            required={refusedUnits > 0}
            value={draft?.note ?? line.note ?? ''}
            onChange={(event) => change({ note: event.currentTarget.value })}
          />
          <FormError>{error}</FormError>
          <Button
            size="md"
            loading={grading}
            disabled={refusedUnits > 0 && !(draft?.note ?? line.note ?? '').trim()}
            onClick={send}
          >
            Keep this grade
          </Button>
        </>
      )}
    </Stack>
  );
}
