import { Group, MultiSelect, Select, TagsInput, Text, TextInput } from '@mantine/core';
import { plainRate } from '@/shared/format/money';
import { useShopAmounts } from '@/shared/session/viewer';
import { AmountInput } from '@/shared/ui/amount-input';
import type { Fact } from '../policy-query';
import { valuesOf } from './condition';

type ValueProps = {
  fact: Fact;
  operator: string;
  value: unknown;
  wrong: boolean;
  onChange: (values: string[]) => void;
};

/** The value of one condition, by the fact's type and by how many values the operator takes. Always a list of texts. */
export function ConditionValue({ fact, operator, value, wrong, onChange }: ValueProps) {
  const { usual, plain } = useShopAmounts();
  const chosen = fact.operators.find((each) => each.operator === operator);
  if (!chosen || chosen.mostValues === 0) return null;
  const values = valuesOf(value);
  const label = `Value of ${fact.label}`;
  const shared = { size: 'xs', 'aria-label': label, error: wrong } as const;
  const one = (at: number, text: string) => {
    const next = Array.isArray(value) ? value.map(String) : [...values];
    while (next.length < at) next.push('');
    next[at] = text;
    onChange(next);
  };
  const options =
    fact.type === 'FLAG'
      ? [
          { value: 'true', label: 'yes' },
          { value: 'false', label: 'no' },
        ]
      : fact.options.map((option) => ({ value: option.value, label: option.label }));

  if (options.length > 0 && chosen.mostValues > 1) {
    return (
      <MultiSelect
        {...shared}
        className="rt-value"
        searchable
        data={options}
        value={values}
        onChange={onChange}
        placeholder={values.length === 0 ? 'Choose' : undefined}
      />
    );
  }
  if (options.length > 0) {
    return (
      <Select
        {...shared}
        w={170}
        allowDeselect={false}
        data={options}
        value={values[0] ?? null}
        onChange={(text) => onChange(text === null ? [] : [text])}
        placeholder="Choose"
      />
    );
  }
  if (chosen.mostValues > 2 || (chosen.mostValues > 1 && fact.type === 'TEXT')) {
    return (
      <TagsInput
        {...shared}
        className="rt-value"
        value={values}
        onChange={onChange}
        placeholder={values.length === 0 ? 'Type, then Enter' : undefined}
      />
    );
  }
  const input = (at: number) => {
    const props = {
      ...shared,
      w: fact.type === 'DATE' ? 150 : fact.type === 'TEXT' ? 200 : 96,
      'aria-label': chosen.mostValues > 1 ? `${label}, ${at === 0 ? 'from' : 'to'}` : label,
      value: Array.isArray(value) ? String(value[at] ?? '') : at === 0 ? String(value ?? '') : '',
    };
    if (fact.type === 'MONEY' || fact.type === 'PERCENT') {
      const isMoney = fact.type === 'MONEY';
      return (
        <AmountInput
          key={at}
          {...props}
          placeholder={isMoney ? usual(100) : undefined}
          plain={isMoney ? plain : plainRate}
          onChange={(amount) => one(at, amount)}
        />
      );
    }
    return (
      <TextInput
        key={at}
        {...props}
        type={fact.type === 'DATE' ? 'date' : 'text'}
        inputMode={fact.type === 'TEXT' || fact.type === 'DATE' ? undefined : 'decimal'}
        onChange={(event) => one(at, event.currentTarget.value)}
      />
    );
  };
  return (
    <Group gap={6} wrap="nowrap">
      {input(0)}
      {chosen.mostValues > 1 && (
        <>
          <Text size="sm">and</Text>
          {input(1)}
        </>
      )}
      {fact.unit && (
        <Text size="sm" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
          {fact.type === 'DAYS' && operator !== 'WITHIN_DAYS' ? 'days ago' : fact.unit}
        </Text>
      )}
    </Group>
  );
}
