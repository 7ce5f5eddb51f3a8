import { MultiSelect, NumberInput, Select, TagsInput, TextInput } from '@mantine/core';
import { useShopAmounts, useViewer } from '@/shared/session/viewer';
import { AmountInput } from '@/shared/ui/amount-input';
import type { Fact } from '../policy-query';
import { factTitle } from './fact-words';

type FactFieldProps = {
  fact: Fact;
  values: string[];
  onChange: (values: string[]) => void;
  error?: string | undefined;
};

const numeric: Record<string, { decimals: boolean; max?: number }> = {
  COUNT: { decimals: false },
  DAYS: { decimals: false },
  GRAMS: { decimals: false },
  PERCENT: { decimals: true, max: 100 },
};

/** One value of an invented case, asked for the way its type is written. */
export function FactField({ fact, values, onChange, error }: FactFieldProps) {
  const currency = useViewer()?.tenant.currency;
  const { plain } = useShopAmounts();
  const shared = { 'aria-label': factTitle(fact), size: 'sm', error } as const;
  const one = values[0] ?? '';
  const single = (text: string) => onChange(text === '' ? [] : [text]);
  switch (fact.type) {
    case 'CHOICE':
      return (
        <Select
          {...shared}
          placeholder="Choose"
          data={fact.options.map(({ value, label }) => ({ value, label }))}
          value={one || null}
          onChange={(value) => single(value ?? '')}
        />
      );
    case 'FLAG':
      return (
        <Select
          {...shared}
          placeholder="Choose"
          data={[
            { value: 'true', label: 'Yes' },
            { value: 'false', label: 'No' },
          ]}
          value={one || null}
          onChange={(value) => single(value ?? '')}
        />
      );
    case 'CHOICES':
      return (
        <MultiSelect
          {...shared}
          placeholder={values.length === 0 ? 'None' : undefined}
          data={fact.options.map(({ value, label }) => ({ value, label }))}
          value={values}
          onChange={onChange}
        />
      );
    case 'TEXTS':
      return (
        <TagsInput
          {...shared}
          placeholder={values.length === 0 ? 'None; type one, then Enter' : undefined}
          value={values}
          onChange={onChange}
        />
      );
    case 'DATE':
      return <TextInput {...shared} type="date" value={one} onChange={(event) => single(event.currentTarget.value)} />;
    case 'TEXT':
      return <TextInput {...shared} value={one} onChange={(event) => single(event.currentTarget.value)} />;
    case 'MONEY':
      // A number field would read it as a floating-point number.
      return (
        <AmountInput
          {...shared}
          rightSection={currency}
          rightSectionWidth={44}
          value={one}
          plain={plain}
          onChange={single}
        />
      );
    default: {
      const unit = fact.unit;
      const { decimals, max } = numeric[fact.type] ?? { decimals: true };
      return (
        <NumberInput
          {...shared}
          min={0}
          {...(max === undefined ? {} : { max })}
          allowDecimal={decimals}
          hideControls
          suffix={unit ? ` ${unit}` : ''}
          value={one}
          onChange={(value) => single(String(value))}
        />
      );
    }
  }
}
