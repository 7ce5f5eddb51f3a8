import { Button, Checkbox, Group, NumberInput, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { type Refused, useAct } from '@/shared/api/act';
import { count } from '@/shared/format/words';
import { Dialog } from '@/shared/ui/dialog';
import { FormError } from '@/shared/ui/form-error';
import { Notice } from '@/shared/ui/status';
import { done } from '@/shared/ui/toast';
import { ApproveMutation, AskMutation, allOf, decidable, decisions, type Picked, RejectMutation } from './decide';
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
  const [approve, approving] = useAct(ApproveMutation);
  const [reject, rejecting] = useAct(RejectMutation);
  const [ask, asking] = useAct(AskMutation);
  const [picked, setPicked] = useState<Picked>(() => allOf(of.items));
  const [reason, setReason] = useState('');
  const [note, setNote] = useState('');
  const [photos, setPhotos] = useState(1);
  const [comment, setComment] = useState(false);
  const [refused, setRefused] = useState<Refused[]>([]);
  const open = decidable(of.items);
  const chosen = decisions(of.items, picked);
  const units = open.reduce((sum, item) => sum + (picked[item.id] ?? 0), 0);
  const stale = refused.some((each) => each.code === 'STALE');

  const send = async () => {
    const base = { returnId: of.id, version: of.version };
    const outcome =
      mode === 'approve'
        ? await approve({ input: { ...base, items: chosen, note: note || null } })
        : mode === 'reject'
          ? await reject({ input: { ...base, items: chosen, reason, note: note || null } })
          : await ask({
              input: { ...base, itemIds: chosen.map((each) => each.itemId), photos, comment, message: reason || null },
            });
    if (outcome.refused) {
      setRefused(outcome.refused);
      if (outcome.refused.some((each) => each.code === 'STALE')) onStale();
      return;
    }
    done(
      mode === 'ask'
        ? `${of.rmaNumber}: the shopper is asked for evidence.`
        : `${of.rmaNumber}: ${count(units, 'item')} ${mode === 'approve' ? 'approved' : 'rejected'}.`,
    );
    onClose();
  };

  const verb =
    mode === 'ask' ? 'Ask the shopper' : `${mode === 'approve' ? 'Approve' : 'Reject'} ${count(units, 'item')}`;
  const incomplete =
    chosen.length === 0 || (mode === 'reject' && !reason.trim()) || (mode === 'ask' && photos === 0 && !comment);
  return (
    <Dialog onClose={onClose} title={titles[mode]} size="lg">
      <Stack>
        {stale ? (
          <Notice tone="warn" alert>
            Somebody changed this return meanwhile. What you see now is the newest; look again, then decide.
          </Notice>
        ) : (
          <FormError>{refused.map((each) => each.message).join(' ')}</FormError>
        )}
        <div>
          {open.length === 0 && <Text c="dimmed">No item of this return waits for a decision.</Text>}
          {open.map((item) => (
            <div key={item.id} className={css.pick}>
              <Checkbox
                label={`${item.title}${item.variantTitle ? `, ${item.variantTitle}` : ''}`}
                description={item.reason.text}
                checked={(picked[item.id] ?? 0) > 0}
                onChange={(event) =>
                  setPicked({ ...picked, [item.id]: event.currentTarget.checked ? item.quantity : 0 })
                }
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
                  onChange={(value) => setPicked({ ...picked, [item.id]: Number(value) || 0 })}
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
              value={photos}
              onChange={(value) => setPhotos(Number(value) || 0)}
            />
            <Checkbox
              mb={8}
              label="Also a description in words"
              checked={comment}
              onChange={(event) => setComment(event.currentTarget.checked)}
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
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        )}
        {mode !== 'ask' && (
          <Textarea
            label="Note"
            description="For the team only."
            autosize
            minRows={1}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Go back
          </Button>
          <Button
            color={mode === 'reject' ? 'red' : undefined}
            disabled={incomplete}
            loading={approving || rejecting || asking}
            onClick={send}
          >
            {verb}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
