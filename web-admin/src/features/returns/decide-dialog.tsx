import { Checkbox, Group, NumberInput, Text, Textarea } from '@mantine/core';
import { useAct } from '@/shared/api/act';
import { count } from '@/shared/format/words';
import { DialogForm, useActForm } from '@/shared/ui/act-form';
import { Dialog } from '@/shared/ui/dialog';
import { done } from '@/shared/ui/toast';
import {
  ApproveMutation,
  AskMutation,
  allOf,
  decidable,
  decisions,
  lookAgain,
  type Picked,
  RejectMutation,
} from './decide';
import type { ReturnFacts } from './return-query';
import css from './returns.module.css';

export type Mode = 'approve' | 'reject' | 'ask';

type DecideProps = { of: ReturnFacts; mode: Mode; onClose: () => void; onStale: () => void };

const titles: Record<Mode, string> = {
  approve: 'Approve items',
  reject: 'Reject items',
  ask: 'Ask for evidence',
};

export function DecideDialog({ of, mode, onClose, onStale }: DecideProps) {
  const [approve] = useAct(ApproveMutation);
  const [reject] = useAct(RejectMutation);
  const [ask] = useAct(AskMutation);
  const open = decidable(of.items);
  const unitsOf = (picked: Picked) => open.reduce((sum, item) => sum + (picked[item.id] ?? 0), 0);
  const form = useActForm({
    initialValues: { picked: allOf(of.items), reason: '', note: '', photos: 1, comment: false },
    act: ({ picked, reason, note, photos, comment }) => {
      const base = { returnId: of.id, version: of.version };
      const items = decisions(of.items, picked);
      const run = {
        approve: () => approve({ input: { ...base, items, note: note || null } }),
        reject: () => reject({ input: { ...base, items, reason, note: note || null } }),
        ask: () =>
          ask({
            input: { ...base, itemIds: items.map((each) => each.itemId), photos, comment, message: reason || null },
          }),
      };
      return run[mode]();
    },
    onDone: (_, { picked }) => {
      done(
        mode === 'ask'
          ? `${of.rmaNumber}: the shopper is asked for evidence.`
          : `${of.rmaNumber}: ${count(unitsOf(picked), 'item')} ${mode === 'approve' ? 'approved' : 'rejected'}.`,
      );
      onClose();
    },
    onStale,
  });
  const { fields } = form;
  const { picked, reason, photos, comment } = fields.values;
  const pick = (item: string, units: number) => fields.setFieldValue('picked', { ...picked, [item]: units });
  const units = unitsOf(picked);
  const verb =
    mode === 'ask' ? 'Ask the shopper' : `${mode === 'approve' ? 'Approve' : 'Reject'} ${count(units, 'item')}`;
  const incomplete =
    decisions(of.items, picked).length === 0 ||
    (mode === 'reject' && !reason.trim()) ||
    (mode === 'ask' && photos === 0 && !comment);
  return (
    <Dialog onClose={onClose} title={titles[mode]} size="lg">
      <DialogForm
        of={form}
        verb={verb}
        color={mode === 'reject' ? 'red' : undefined}
        disabled={incomplete}
        stale={lookAgain}
        onClose={onClose}
      >
        <div>
          {open.length === 0 && <Text c="dimmed">No item of this return waits for a decision.</Text>}
          {open.map((item) => (
            <div key={item.id} className={css.pick}>
              <Checkbox
                label={`${item.title}${item.variantTitle ? `, ${item.variantTitle}` : ''}`}
                description={item.reason.text}
                checked={(picked[item.id] ?? 0) > 0}
                onChange={(event) => pick(item.id, event.currentTarget.checked ? item.quantity : 0)}
              />
              {mode !== 'ask' && item.quantity > 1 && (
                <NumberInput
                  w={92}
                  size="xs"
                  min={0}
                  max={item.quantity}
                  allowDecimal={false}
                  aria-label={`Quantity of ${item.title}`}
                  suffix={` of ${item.quantity}`}
                  value={picked[item.id] ?? 0}
                  onChange={(value) => pick(item.id, Number(value) || 0)}
                />
              )}
            </div>
          ))}
        </div>
        {mode === 'ask' && (
          <Group align="end">
            <NumberInput
              label="Photos of each item"
              min={0}
              max={10}
              allowDecimal={false}
              {...fields.getInputProps('photos')}
              onChange={(value) => fields.setFieldValue('photos', Number(value) || 0)}
            />
            <Checkbox
              mb={8}
              label="Also a description in words"
              {...fields.getInputProps('comment', { type: 'checkbox' })}
            />
          </Group>
        )}
        {mode !== 'approve' && (
          <Textarea
            label={mode === 'reject' ? 'Reason' : 'Message'}
            description="The shopper reads it."
            required={mode === 'reject'}
            autosize
            minRows={2}
            placeholder={
              mode === 'reject'
                ? 'The return window of 30 days has ended.'
                : 'Please show the damage and the label on the inside.'
            }
            {...fields.getInputProps('reason')}
          />
        )}
        {mode !== 'ask' && (
          <Textarea
            label="Note"
            description="For the team only."
            autosize
            minRows={1}
            {...fields.getInputProps('note')}
          />
        )}
      </DialogForm>
    </Dialog>
  );
}
