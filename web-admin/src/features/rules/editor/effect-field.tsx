import { Checkbox, Group, MultiSelect, NumberInput, Select, Stack, TagsInput, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { plainRate } from '@/shared/format/money';
import { sentence } from '@/shared/format/words';
import { useTeam } from '@/shared/session/team';
import { useShopAmounts } from '@/shared/session/viewer';
import { AmountInput } from '@/shared/ui/amount-input';
import type { Effects } from '../policy-query';
import { FeeField } from './fee-field';
import { ReasonField } from './reason-field';

export type Kind = keyof Effects;
export type SetEffects = (patch: Partial<Effects>) => void;

export const labels: Record<Kind, string> = {
  decision: 'Decision',
  resolutions: 'Resolutions',
  fee: 'Fee',
  returnShipping: 'Return shipping',
  keepItem: 'Keep item',
  evidence: 'Evidence',
  bonus: 'Bonus credit',
  destination: 'Destination',
  refundMoment: 'When to refund',
  tags: 'Tags',
  team: 'Team to notify',
  assignee: 'Assigned to',
  priority: 'Priority',
};

const options = (names: readonly string[]) => names.map((value) => ({ value, label: sentence(value) }));

/** The fields of one effect. */
export function Effect({ kind, of, set }: { kind: Kind; of: Effects; set: SetEffects }): ReactNode {
  const { members } = useTeam();
  const { usual, plain } = useShopAmounts();
  const label = labels[kind];
  const choose = (names: readonly string[], value: string | null | undefined, onPick: (picked: never) => void) => (
    <Select
      size="xs"
      maw={260}
      aria-label={label}
      allowDeselect={false}
      data={options(names)}
      value={value ?? null}
      onChange={(picked) => picked && onPick(picked as never)}
    />
  );
  const text = (value: string | null | undefined, onType: (typed: string) => void, placeholder: string) => (
    <TextInput
      size="xs"
      maw={260}
      aria-label={label}
      placeholder={placeholder}
      value={value ?? ''}
      onChange={(event) => onType(event.currentTarget.value)}
    />
  );
  switch (kind) {
    case 'decision':
      return (
        <Stack gap={6}>
          <Select
            size="xs"
            maw={260}
            aria-label={label}
            allowDeselect={false}
            data={[
              { value: 'APPROVE', label: 'Approve' },
              { value: 'REVIEW', label: 'Send to review' },
              { value: 'REJECT', label: 'Reject' },
            ]}
            value={of.decision?.outcome ?? null}
            onChange={(picked) => picked && set({ decision: { ...of.decision, outcome: picked as 'REVIEW' } })}
          />
          {of.decision?.outcome === 'REJECT' && <ReasonField of={of.decision} set={(decision) => set({ decision })} />}
        </Stack>
      );
    case 'resolutions':
      return (
        <MultiSelect
          size="xs"
          aria-label={label}
          data={options(['REFUND', 'EXCHANGE', 'STORE_CREDIT'])}
          value={[...(of.resolutions ?? [])]}
          onChange={(resolutions) => set({ resolutions: resolutions as NonNullable<Effects['resolutions']> })}
        />
      );
    case 'fee':
      return <FeeField of={of.fee} onChange={(fee) => set({ fee })} />;
    case 'returnShipping':
      return (
        <Select
          size="xs"
          maw={300}
          aria-label={label}
          allowDeselect={false}
          data={[
            { value: 'MERCHANT', label: 'You pay for it' },
            { value: 'DEDUCTED', label: 'It is taken off the refund' },
            { value: 'SHOPPER', label: 'The shopper pays for it' },
          ]}
          value={of.returnShipping ?? null}
          onChange={(picked) => set({ returnShipping: picked as 'MERCHANT' })}
        />
      );
    case 'keepItem':
      return (
        <Checkbox
          pt={5}
          label="The shopper keeps the item"
          checked={of.keepItem ?? false}
          onChange={(event) => set({ keepItem: event.currentTarget.checked })}
        />
      );
    case 'evidence':
      return (
        <Group gap="sm">
          <NumberInput
            size="xs"
            w={110}
            aria-label="Photos"
            suffix=" photos"
            min={0}
            max={10}
            allowDecimal={false}
            value={of.evidence?.photos ?? 0}
            onChange={(photos) =>
              set({ evidence: { photos: Number(photos) || 0, comment: of.evidence?.comment ?? false } })
            }
          />
          <Checkbox
            label="a comment"
            checked={of.evidence?.comment ?? false}
            onChange={(event) =>
              set({ evidence: { photos: of.evidence?.photos ?? 0, comment: event.currentTarget.checked } })
            }
          />
        </Group>
      );
    case 'bonus':
      return (
        <Group gap="xs">
          <Select
            size="xs"
            w={130}
            aria-label="Bonus is"
            allowDeselect={false}
            data={[
              { value: 'amount', label: 'an amount' },
              { value: 'rate', label: 'a percentage' },
            ]}
            value={of.bonus?.rate ? 'rate' : 'amount'}
            onChange={(picked) => set({ bonus: picked === 'rate' ? { rate: '10' } : { amount: usual(5) } })}
          />
          <AmountInput
            key={of.bonus?.rate === undefined || of.bonus.rate === null ? 'amount' : 'rate'}
            size="xs"
            w={100}
            aria-label={label}
            plain={of.bonus?.rate ? plainRate : plain}
            value={of.bonus?.rate ?? of.bonus?.amount ?? ''}
            onChange={(value) => set({ bonus: of.bonus?.rate ? { rate: value } : { amount: value } })}
          />
        </Group>
      );
    case 'destination':
      return text(of.destination, (destination) => set({ destination }), 'Code of a location');
    case 'refundMoment':
      return (
        <Select
          size="xs"
          maw={300}
          aria-label={label}
          allowDeselect={false}
          data={[
            { value: 'APPROVAL', label: 'On approval' },
            { value: 'FIRST_SCAN', label: 'At the carrier’s first scan' },
            { value: 'DELIVERY', label: 'On delivery to you' },
            { value: 'RECEIPT', label: 'When the warehouse has counted it' },
            { value: 'INSPECTION', label: 'After inspection' },
          ]}
          value={of.refundMoment ?? null}
          onChange={(picked) => set({ refundMoment: picked as 'INSPECTION' })}
        />
      );
    case 'tags':
      return (
        <TagsInput
          size="xs"
          maw={360}
          aria-label={label}
          placeholder="Type, then Enter"
          value={[...(of.tags ?? [])]}
          onChange={(tags) => set({ tags })}
        />
      );
    case 'team':
      return text(of.team, (team) => set({ team }), 'support');
    case 'assignee':
      return (
        <Select
          size="xs"
          maw={260}
          aria-label={label}
          searchable
          data={members.map((each) => ({ value: each.personId, label: each.name }))}
          value={of.assignee ?? null}
          onChange={(assignee) => set({ assignee: assignee ?? '' })}
        />
      );
    case 'priority':
      return choose(['LOW', 'NORMAL', 'HIGH', 'URGENT'], of.priority, (priority) => set({ priority }));
  }
}
