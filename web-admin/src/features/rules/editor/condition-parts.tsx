import { ActionIcon, type OptionsFilter, Select, Text } from '@mantine/core';
import {
  IconAlertCircle,
  IconChevronDown,
  IconChevronUp,
  IconCopy,
  IconGripVertical,
  IconTrash,
} from '@tabler/icons-react';
import { type MouseEvent, memo, type ReactNode } from 'react';
import { type RuleProps, useRule } from 'react-querybuilder';
import { sentence } from '@/shared/format/words';
import { fits } from '../facts/fact-search';
import { titleOf } from '../findings/finding-words';
import { SeverityIcon } from '../findings/marks';
import type { Fact, Finding } from '../policy-query';
import type { Mistakes } from './mistakes';
import { ConditionValue } from './value-editor';

/** What every part of the builder may look up. */
export type BuilderContext = {
  facts: ReadonlyMap<string, Fact>;
  /** The same as they are offered. */
  choices: Choices;
  mistakes: Mistakes;
  /** Findings of the analysis by the condition they name. */
  marks: ReadonlyMap<string, Finding>;
};

type Choices = { group: string; items: { value: string; label: string }[] }[];

/** Facts by what they are about. */
export function choicesOf(facts: readonly Fact[]): Choices {
  const groups = new Map<string, Choices[number]>();
  for (const { key, subject, label } of facts) {
    const group = groups.get(subject) ?? { group: sentence(subject), items: [] };
    group.items.push({ value: key, label });
    groups.set(subject, group);
  }
  return [...groups.values()];
}

/** Facts of which every typed word is said somewhere: in its name, in what it reads, or in how it compares. */
function found(facts: ReadonlyMap<string, Fact>, { options, search }: Parameters<OptionsFilter>[0]) {
  return options.flatMap((group) => {
    if (!('items' in group)) return [];
    const items = group.items.filter(({ value }) => {
      const fact = facts.get(String(value));
      return fact && fits(fact, search);
    });
    return items.length > 0 ? [{ ...group, items }] : [];
  });
}

/** What a fact reads, in which unit, and when nobody can say. */
export function factWords({ description, unit, unknownWhen }: Fact): string {
  const reads = unit ? `${description}, in ${unit}` : description;
  return `${reads}. ${unknownWhen}.`;
}

/** One condition: the phrase, what its fact means, what is wrong with it, and what the analysis says of it. */
export const ConditionLine = memo(function ConditionLine(props: RuleProps) {
  const { rule, ...on } = useRule(props);
  const { facts, choices, mistakes, marks } = props.context as BuilderContext;
  const fact = facts.get(rule.field);
  const mistake = mistakes.get(rule.id ?? '');
  const mark = marks.get(rule.id ?? '');
  const classes = ['rt-condition', mistake ? 'rt-wrong' : '', mark ? 'rt-marked' : '', on.outerClassName];
  return (
    <div ref={on.dndRef} className={classes.join(' ')}>
      <div className="rt-phrase">
        <span ref={on.dragRef} className="rt-grip" title="Drag to move" aria-hidden>
          <IconGripVertical size={15} />
        </span>
        <FactPicker facts={facts} choices={choices} value={rule.field} onPick={on.onChangeField} />
        <Select
          className="rt-operator"
          aria-label="Comparison"
          title="Comparison"
          allowDeselect={false}
          data={fact?.operators.map((each) => ({ value: each.operator, label: each.label })) ?? []}
          value={rule.operator}
          onChange={(operator) => operator && on.onChangeOperator(operator)}
        />
        {fact && (
          <ConditionValue
            fact={fact}
            operator={rule.operator}
            value={rule.value}
            wrong={!!mistake}
            onChange={(values) => on.onChangeValue(values)}
          />
        )}
        <span className="rt-tools">
          <Tool label="Move up" disabled={on.shiftUpDisabled} onClick={on.shiftRuleUp}>
            <IconChevronUp size={15} />
          </Tool>
          <Tool label="Move down" disabled={on.shiftDownDisabled} onClick={on.shiftRuleDown}>
            <IconChevronDown size={15} />
          </Tool>
          <Tool label="Duplicate this condition" onClick={on.cloneRule}>
            <IconCopy size={15} />
          </Tool>
          <Tool label="Remove this condition" onClick={on.removeRule}>
            <IconTrash size={15} />
          </Tool>
        </span>
      </div>
      {mistake && (
        <p className="rt-mistake" role="alert">
          <IconAlertCircle size={14} aria-hidden /> {mistake}
        </p>
      )}
      {mark && (
        <p className="rt-mark">
          <SeverityIcon of={mark.severity} size={14} /> {titleOf(mark)}: see below.
        </p>
      )}
      {fact && <p className="rt-doc">{factWords(fact)}</p>}
    </div>
  );
});

type ToolProps = {
  label: string;
  disabled?: boolean | undefined;
  onClick: (event: MouseEvent) => void;
  children: ReactNode;
};

function Tool({ label, disabled, onClick, children }: ToolProps) {
  return (
    <ActionIcon aria-label={label} title={label} disabled={disabled ?? false} onClick={onClick}>
      {children}
    </ActionIcon>
  );
}

type PickerProps = {
  facts: ReadonlyMap<string, Fact>;
  choices: Choices;
  value: string;
  onPick: (key: string) => void;
};

/** Facts by what they are about, each with its documentation while one chooses. */
const FactPicker = memo(function FactPicker({ facts, choices, value, onPick }: PickerProps) {
  return (
    <Select
      className="rt-fact"
      aria-label="Fact"
      title="Fact"
      searchable
      allowDeselect={false}
      maxDropdownHeight={340}
      comboboxProps={{ width: 340, position: 'bottom-start' }}
      nothingFoundMessage="No such fact"
      filter={(asked) => found(facts, asked)}
      // What is chosen makes way for what is typed.
      onFocus={(event) => event.currentTarget.select()}
      onClick={(event) => event.currentTarget.select()}
      data={choices}
      renderOption={({ option }) => {
        const fact = facts.get(option.value);
        return (
          <div>
            <Text size="sm" fw={550}>
              {fact?.type === 'DAYS' ? `days since ${option.label}` : option.label}
            </Text>
            {fact && (
              <Text size="xs" c="dimmed">
                {factWords(fact)}
              </Text>
            )}
          </div>
        );
      }}
      value={value}
      onChange={(key) => key && onPick(key)}
    />
  );
});
