import { createTheme, MantineThemeProvider } from '@mantine/core';
import { QueryBuilderDnD } from '@react-querybuilder/dnd';
import { QueryBuilderMantine } from '@react-querybuilder/mantine';
import { IconChevronDown, IconChevronUp, IconCopy, IconGripVertical, IconTrash } from '@tabler/icons-react';
import { useMemo } from 'react';
import * as ReactDnD from 'react-dnd';
import * as ReactDndHtml5Backend from 'react-dnd-html5-backend';
import { type FullField, type OptionGroup, QueryBuilder, type RuleGroupType } from 'react-querybuilder';
import { sentence } from '@/shared/format/words';
import './condition-builder.css';
import type { Fact } from './policy-query';
import { ConditionValue } from './value-editor';

type BuilderProps = { facts: readonly Fact[]; query: RuleGroupType; onChange: (query: RuleGroupType) => void };

/** Small and quiet inside the builder: its buttons are tools, none is the page's primary action. */
const quiet = createTheme({
  components: {
    Button: { defaultProps: { variant: 'default', size: 'xs' } },
    ActionIcon: { defaultProps: { variant: 'default', size: 'md' } },
    Select: { defaultProps: { size: 'xs' } },
    NativeSelect: { defaultProps: { size: 'xs' } },
    Switch: { defaultProps: { size: 'xs' } },
  },
});

const dnd = { ...ReactDnD, ...ReactDndHtml5Backend };
const controls = { valueEditor: ConditionValue };
const words = {
  addRule: { label: 'Add a condition', title: 'Add a condition' },
  addGroup: { label: 'Add a group', title: 'Add a group' },
  removeRule: { label: <IconTrash size={15} aria-hidden />, title: 'Remove this condition' },
  removeGroup: { label: <IconTrash size={15} aria-hidden />, title: 'Remove this group' },
  cloneRule: { label: <IconCopy size={15} aria-hidden />, title: 'Copy this condition' },
  cloneRuleGroup: { label: <IconCopy size={15} aria-hidden />, title: 'Copy this group' },
  shiftActionUp: { label: <IconChevronUp size={15} aria-hidden />, title: 'Move up' },
  shiftActionDown: { label: <IconChevronDown size={15} aria-hidden />, title: 'Move down' },
  dragHandle: { label: <IconGripVertical size={15} aria-hidden />, title: 'Drag to move' },
  combinators: { title: 'All or any' },
  fields: { title: 'Fact' },
  operators: { title: 'Comparison' },
  notToggle: { label: 'not', title: 'The opposite of this group' },
};
const combinators = [
  { name: 'and', value: 'and', label: 'all of' },
  { name: 'or', value: 'or', label: 'any of' },
];

/** Conditions, nested freely, from the server's vocabulary. Reordered by dragging or by the arrow buttons. */
export function ConditionBuilder({ facts, query, onChange }: BuilderProps) {
  const fields = useMemo(() => {
    const groups = new Map<string, OptionGroup<FullField>>();
    for (const fact of facts) {
      const group = groups.get(fact.subject) ?? { label: sentence(fact.subject), options: [] };
      group.options.push({
        name: fact.key,
        value: fact.key,
        label: fact.label,
        operators: fact.operators.map((each) => ({ name: each.operator, value: each.operator, label: each.label })),
      });
      groups.set(fact.subject, group);
    }
    return [...groups.values()];
  }, [facts]);
  const context = useMemo(() => ({ facts: new Map(facts.map((fact) => [fact.key, fact])) }), [facts]);
  return (
    <MantineThemeProvider theme={quiet}>
      <QueryBuilderDnD dnd={dnd}>
        <QueryBuilderMantine>
          <QueryBuilder
            fields={fields}
            query={query}
            onQueryChange={onChange}
            combinators={combinators}
            controlElements={controls}
            context={context}
            translations={words}
            getDefaultValue={() => []}
            getDefaultOperator={(name) => context.facts.get(name)?.operators[0]?.operator ?? 'EQUALS'}
            resetOnOperatorChange={false}
            autoSelectField
            showNotToggle
            showShiftActions
            listsAsArrays
            controlClassnames={{ queryBuilder: 'rt-builder' }}
          />
        </QueryBuilderMantine>
      </QueryBuilderDnD>
    </MantineThemeProvider>
  );
}
