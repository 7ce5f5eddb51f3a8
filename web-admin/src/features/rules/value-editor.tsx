import { Group, MultiSelect, Select, TagsInput, Text, TextInput } from '@mantine/core';
import type { ValueEditorProps } from 'react-querybuilder';
import { valuesOf } from './condition';
import type { Fact } from './policy-query';

/** The value of one condition, by the fact's type and by how many values the operator takes. Always a list of texts. */
export function ConditionValue({ field, operator, value, handleOnChange, disabled, context }: ValueEditorProps) {
  const fact = (context as { facts: Map<string, Fact> }).facts.get(field);
  const chosen = fact?.operators.find((each) => each.operator === operator);
  if (!fact || !chosen || chosen.mostValues === 0) return null;
  const values = valuesOf(value);
  const label = `Value of ${fact.label}`;
  const one = (at: number, text: string) => {
    const next = [...values];
    next[at] = text;
    handleOnChange(next);
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
        size="xs"
        miw={220}
        aria-label={label}
        searchable
        disabled={disabled}
        data={options}
        value={values}
        onChange={handleOnChange}
        placeholder={values.length === 0 ? 'Choose' : undefined}
      />
    );
  }
  if (options.length > 0) {
    return (
      <Select
        size="xs"
        aria-label={label}
        allowDeselect={false}
        disabled={disabled}
        data={options}
        value={values[0] ?? null}
        onChange={(text) => handleOnChange(text === null ? [] : [text])}
        placeholder="Choose"
      />
    );
  }
  if (chosen.mostValues > 2 || (chosen.mostValues > 1 && fact.type === 'TEXT')) {
    return (
      <TagsInput
        size="xs"
        miw={220}
        aria-label={label}
        disabled={disabled}
        value={values}
        onChange={handleOnChange}
        placeholder={values.length === 0 ? 'Type, then Enter' : undefined}
      />
    );
  }
  const input = (at: number) => (
    <TextInput
      key={at}
      size="xs"
      w={fact.type === 'DATE' ? 150 : fact.type === 'TEXT' ? 200 : 96}
      type={fact.type === 'DATE' ? 'date' : 'text'}
      inputMode={fact.type === 'TEXT' || fact.type === 'DATE' ? undefined : 'decimal'}
      aria-label={chosen.mostValues > 1 ? `${label}, ${at === 0 ? 'from' : 'to'}` : label}
      disabled={disabled}
      placeholder={fact.type === 'MONEY' ? '100.00' : undefined}
      value={Array.isArray(value) ? String(value[at] ?? '') : at === 0 ? String(value ?? '') : ''}
      onChange={(event) => one(at, event.currentTarget.value)}
    />
  );
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
        <Text size="sm" c="dimmed">
          {fact.unit}
        </Text>
      )}
    </Group>
  );
}
