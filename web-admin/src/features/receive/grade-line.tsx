import { Button, Group, NumberInput, Select, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { type Outcome, useAct } from '@/shared/api/act';
import { sentence } from '@/shared/format/words';
import { useActForm } from '@/shared/ui/act-form';
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
export function Grading(props: GradingProps) {
  const { line, draft, onDraft } = props;
  const known = line.grade !== null && line.accepted + line.refused >= line.received;
  const [again, setAgain] = useState(false);
  const kept = () => {
    setAgain(false);
    onDraft(undefined);
  };
  if (!known || draft || again) return <GradeForm {...props} known={known} onKept={kept} />;
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

type Chosen = Pick<Draft, 'refused' | 'note'> & {
  grade: Draft['grade'] | null;
  disposition: Draft['disposition'] | null;
};

/** Nothing is chosen before the condition is. */
function draftOf({ grade, disposition, ...rest }: Chosen): Draft | undefined {
  return grade && disposition ? { grade, disposition, ...rest } : undefined;
}

type FormProps = GradingProps & { known: boolean; onKept: () => void };

function GradeForm({ receipt, line, draft, onDraft, onSend, known, onKept }: FormProps) {
  const [grade] = useAct(GradeMutation);
  const { grade: condition, disposition, refused, note } = line;
  const form = useActForm<Chosen, unknown>({
    initialValues: draft ?? { grade: condition, disposition, refused, note: note ?? '' },
    validate: { note: (words, { refused: some }) => (some > 0 && !words.trim() ? 'Say why these are refused.' : null) },
    act: async (values): Promise<Outcome<unknown>> => {
      const wanted = draftOf(values);
      // Known already, and nothing else was chosen.
      if (!wanted || (known && !draft)) return { payload: undefined };
      return onSend(grade({ input: { receiptId: receipt.id, grades: [graded(line, wanted)] } }));
    },
    onDone: onKept,
    onValues: (values) => onDraft(draftOf(values)),
  });
  const { fields } = form;
  const { values } = fields;
  return (
    <form className={css.wide} noValidate onSubmit={form.submit}>
      <Stack gap="sm">
        <fieldset style={{ border: 0, padding: 0, margin: 0 }}>
          <legend style={{ padding: 0, marginBottom: 6, fontWeight: 550 }}>Condition</legend>
          <div className={css.grades}>
            {grades.map((each) => (
              <Button
                key={each}
                size="md"
                px={4}
                variant={values.grade === each ? 'filled' : 'default'}
                aria-pressed={values.grade === each}
                onClick={() => fields.setValues({ grade: each, disposition: usual[each] })}
              >
                {sentence(each)}
              </Button>
            ))}
          </div>
        </fieldset>
        {values.grade && (
          <>
            <Select
              size="md"
              label="What becomes of it"
              allowDeselect={false}
              data={dispositions.map((value) => ({ value, label: sentence(value) }))}
              {...fields.getInputProps('disposition')}
            />
            <NumberInput
              size="md"
              label="Refused units"
              description="No refund for these; say why below."
              min={0}
              max={line.received}
              allowDecimal={false}
              {...fields.getInputProps('refused')}
              onChange={(value) => fields.setFieldValue('refused', Number(value) || 0)}
            />
            <TextInput
              size="md"
              label="Note"
              description="For the team."
              required={values.refused > 0}
              {...fields.getInputProps('note')}
            />
            <FormError>{fields.errors.form}</FormError>
            <Button type="submit" size="md" loading={form.sending}>
              Keep this grade
            </Button>
          </>
        )}
      </Stack>
    </form>
  );
}
