import { Select, SimpleGrid, TextInput } from '@mantine/core';
import type { FormErrors } from '@mantine/form';
import type { Mapping, Proposed } from './mapping-query';

const dates = [
  { value: 'YEAR_FIRST', label: 'Year first: 2026-03-29' },
  { value: 'DAY_FIRST', label: 'Day first: 29.03.2026' },
  { value: 'MONTH_FIRST', label: 'Month first: 03/29/2026' },
  { value: 'MONTH_NAMED', label: 'Named: Mar 29, 2026' },
];

type WritingProps = { of: Proposed; mapping: Mapping; errors: FormErrors; onChange: (mapping: Mapping) => void };

/** How the file is written: what a row is, dates, amounts. */
export function MappingWriting({ of, mapping, errors, onChange }: WritingProps) {
  const tells = (field: string) => mapping.columns.some((each) => each.field === field);
  const wrong = (field: string) => of.problems.find((each) => each.field === field)?.message;
  return (
    <SimpleGrid cols={{ base: 1, sm: 2, lg: 4 }}>
      <Select
        label="A row of the file is"
        data-path="rows"
        error={errors.rows}
        allowDeselect={false}
        data={[
          { value: 'LINE_PER_ROW', label: 'One product of an order' },
          { value: 'ORDER_PER_ROW', label: 'A whole order' },
        ]}
        value={mapping.rows}
        onChange={(rows) => rows && onChange({ ...mapping, rows: rows as Mapping['rows'] })}
      />
      <Select
        label="Dates are written"
        data-path="dates"
        placeholder="Choose"
        allowDeselect={false}
        data={dates}
        value={mapping.dates ?? null}
        error={errors.dates ?? (mapping.dates ? undefined : tells('PLACED_AT') && wrong('PLACED_AT'))}
        onChange={(value) => onChange({ ...mapping, dates: value as Mapping['dates'] })}
      />
      <Select
        label="Amounts are written"
        data-path="decimalSign"
        placeholder="Choose"
        allowDeselect={false}
        data={[
          { value: 'DOT', label: 'With a dot: 1,049.90' },
          { value: 'COMMA', label: 'With a comma: 1.049,90' },
        ]}
        value={mapping.decimalSign ?? null}
        error={errors.decimalSign ?? (mapping.decimalSign ? undefined : wrong('TOTAL'))}
        onChange={(value) => onChange({ ...mapping, decimalSign: value as Mapping['decimalSign'] })}
      />
      {!tells('CURRENCY') && (
        <TextInput
          label="Currency of all orders"
          data-path="currencyCode"
          placeholder="EUR"
          maxLength={3}
          value={mapping.currencyCode ?? ''}
          error={errors.currencyCode ?? wrong('CURRENCY')}
          onChange={(event) => {
            const code = event.currentTarget.value.toUpperCase();
            onChange({ ...mapping, currencyCode: code });
          }}
        />
      )}
      {!tells('TOTAL') && (
        <Select
          label="Prices"
          data-path="prices"
          allowDeselect={false}
          data={[
            { value: 'UNKNOWN', label: 'Not said' },
            { value: 'INCLUDED', label: 'Include tax' },
            { value: 'EXCLUDED', label: 'Tax comes on top' },
          ]}
          value={mapping.prices ?? 'UNKNOWN'}
          error={errors.prices ?? (mapping.decimalSign ? wrong('TOTAL') : undefined)}
          onChange={(value) => value && onChange({ ...mapping, prices: value as Mapping['prices'] })}
        />
      )}
    </SimpleGrid>
  );
}
