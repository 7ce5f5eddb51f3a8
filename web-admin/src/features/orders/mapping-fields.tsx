import { Select, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import type { FormErrors } from '@mantine/form';
import { count } from '@/shared/format/words';
import { type FieldName, type Mapping, type Proposed, withColumn } from './mapping-query';

const parts = [
  { part: 'ORDER', title: 'The order' },
  { part: 'PRODUCTS', title: 'Its products' },
  { part: 'SUMS', title: 'What it cost' },
  { part: 'SHOPPER', title: 'The shopper' },
  { part: 'ADDRESS', title: 'Addresses' },
] as const;

/** Asked for even where no column was found: without them an order says little. */
const usual = new Set<FieldName>([
  'NUMBER',
  'PLACED_AT',
  'STATUS',
  'EMAIL',
  'TOTAL',
  'SHIPPING',
  'TAXES',
  'TITLE',
  'SKU',
  'QUANTITY',
  'UNIT_PRICE',
  'SHIP_POSTCODE',
]);

type FieldsProps = { of: Proposed; mapping: Mapping; errors: FormErrors; onChange: (mapping: Mapping) => void };

export function MappingFields({ of, mapping, errors, onChange }: FieldsProps) {
  const unused = of.columns.filter((column) => !mapping.columns.some((each) => each.column === column.name));
  return (
    <Stack gap="lg">
      {parts.map(({ part, title }) => (
        <Part
          key={part}
          title={title}
          fields={of.fields.filter((each) => each.part === part)}
          {...{ of, mapping, errors, onChange }}
        />
      ))}
      {unused.length > 0 && (
        <details>
          <summary style={{ cursor: 'pointer', padding: '6px 0' }}>
            {count(unused.length, 'column')} of the file will not be read
          </summary>
          <Stack gap={4} pt="xs">
            {unused.map((column) => (
              <Text key={column.name} size="sm" style={{ overflowWrap: 'anywhere' }}>
                <b>{column.name}</b> {samplesOf(column)}
              </Text>
            ))}
          </Stack>
        </details>
      )}
    </Stack>
  );
}

function Part({ title, fields, ...rest }: FieldsProps & { title: string; fields: Proposed['fields'] }) {
  const { of, mapping } = rest;
  const first = fields.filter(
    ({ field, column }) =>
      column ||
      usual.has(field) ||
      mapping.columns.some((each) => each.field === field) ||
      of.problems.some((each) => each.field === field),
  );
  const others = fields.filter((each) => !first.includes(each));
  return (
    <section aria-label={title}>
      <Title order={3} size="h5" mb="xs">
        {title}
      </Title>
      <Grid fields={first} {...rest} />
      {others.length > 0 && (
        <details>
          <summary style={{ cursor: 'pointer', padding: '6px 0' }}>
            {count(others.length, 'more field')}:{' '}
            {others
              .map((each) => each.label.toLowerCase())
              .slice(0, 3)
              .join(', ')}
            {others.length > 3 ? ' …' : ''}
          </summary>
          <Grid fields={others} {...rest} />
        </details>
      )}
    </section>
  );
}

function Grid({ fields, of, mapping, errors, onChange }: FieldsProps & { fields: Proposed['fields'] }) {
  return (
    <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} verticalSpacing="sm">
      {fields.map(({ field, label, help }) => {
        const at = mapping.columns.findIndex((each) => each.field === field);
        const column = mapping.columns[at]?.column ?? null;
        const path = `columns.${at}.column`;
        const samples = of.columns.find((each) => each.name === column);
        return (
          <div key={field}>
            <Select
              label={label}
              description={help || undefined}
              placeholder="No column"
              searchable
              clearable
              clearButtonProps={{ 'aria-label': `No column for ${label.toLowerCase()}` }}
              nothingFoundMessage="No such column"
              data={of.columns.map((each) => each.name)}
              value={column}
              data-path={at < 0 ? undefined : path}
              error={errors[path] ?? of.problems.find((each) => each.field === field)?.message}
              onChange={(value) => onChange(withColumn(mapping, field, value))}
            />
            {samples && (
              <Text size="xs" c="dimmed" mt={2} truncate title={samples.samples.join(' · ')}>
                {samplesOf(samples)}
              </Text>
            )}
          </div>
        );
      })}
    </SimpleGrid>
  );
}

function samplesOf(column: Proposed['columns'][number]): string {
  return column.samples.length === 0 ? 'Nothing stands there' : column.samples.join(' · ');
}
