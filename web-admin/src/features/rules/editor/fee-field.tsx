import { Group, Select } from '@mantine/core';
import { plainRate } from '@/shared/format/money';
import { useShopAmounts } from '@/shared/session/viewer';
import { AmountInput } from '@/shared/ui/amount-input';
import type { Effects } from '../policy-query';

type Fee = NonNullable<Effects['fee']>;

const starts = (amount: string): Record<Fee['kind'], Fee> => ({
  WAIVED: { kind: 'WAIVED' },
  FLAT: { kind: 'FLAT', amount, per: 'RETURN' },
  PERCENT: { kind: 'PERCENT', rate: '10', per: 'ITEM' },
});

const kinds = [
  { value: 'PERCENT', label: 'Percent of the value' },
  { value: 'FLAT', label: 'An amount' },
  { value: 'WAIVED', label: 'No fee' },
];

const units = [
  { value: 'UNIT', label: 'per unit' },
  { value: 'ITEM', label: 'per item' },
  { value: 'RETURN', label: 'per return' },
];

/** A fee: percent or amount, and how often it is charged. */
export function FeeField({ of, onChange }: { of: Effects['fee']; onChange: (fee: Fee) => void }) {
  const { usual, plain } = useShopAmounts();
  if (!of) return null;
  const percent = of.kind === 'PERCENT';
  return (
    <Group gap="xs">
      <Select
        size="xs"
        w={180}
        aria-label="Fee"
        allowDeselect={false}
        data={kinds}
        value={of.kind}
        onChange={(kind) => kind && onChange(starts(usual(5))[kind as Fee['kind']])}
      />
      {of.kind !== 'WAIVED' && (
        <>
          <AmountInput
            key={of.kind}
            size="xs"
            w={90}
            aria-label={percent ? 'Rate in percent' : 'Amount'}
            plain={percent ? plainRate : plain}
            rightSection={percent ? '%' : undefined}
            value={(percent ? of.rate : of.amount) ?? ''}
            onChange={(value) => onChange({ ...of, ...(percent ? { rate: value } : { amount: value }) })}
          />
          <Select
            size="xs"
            w={120}
            aria-label="Charged"
            allowDeselect={false}
            data={units}
            value={of.per ?? 'ITEM'}
            onChange={(per) => per && onChange({ ...of, per: per as Fee['per'] })}
          />
        </>
      )}
    </Group>
  );
}
