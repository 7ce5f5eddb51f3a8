import { createTheme, MantineThemeProvider } from '@mantine/core';
import { QueryBuilderDndWithoutProvider } from '@react-querybuilder/dnd';
import { QueryBuilderMantine } from '@react-querybuilder/mantine';
import { IconChevronDown, IconChevronUp, IconCopy, IconGripVertical, IconTrash } from '@tabler/icons-react';
import { memo, useCallback, useMemo } from 'react';
import * as ReactDnD from 'react-dnd';
import * as ReactDndHtml5Backend from 'react-dnd-html5-backend';
import { type FullField, type OptionGroup, QueryBuilder, type RuleGroupType } from 'react-querybuilder';
import { sentence } from '@/shared/format/words';
import './condition-builder.css';
import type { Fact, Finding } from '../policy-query';
import { type BuilderContext, ConditionLine, choicesOf } from './condition-parts';
import type { Mistakes } from './mistakes';

type BuilderProps = {
  facts: readonly Fact[];
  query: RuleGroupType;
  mistakes: Mistakes;
  marks: ReadonlyMap<string, Finding>;
  onChange: (query: RuleGroupType) => void;
};

/** Small and quiet inside the builder: its buttons are tools, none is the page's primary action. */
const quiet = createTheme({
  components: {
    Button: { defaultProps: { variant: 'default', size: 'xs' } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray', size: 'md' } },
    Select: { defaultProps: { size: 'xs' } },
    MultiSelect: { defaultProps: { size: 'xs' } },
    NativeSelect: { defaultProps: { size: 'xs' } },
  },
});

const dnd = { ...ReactDnD, ...ReactDndHtml5Backend };
const lines = { rule: ConditionLine };
const words = {
  addRule: { label: 'Add a condition', title: 'Add a condition' },
  addGroup: { label: 'Add a group', title: 'Add a group of conditions' },
  removeGroup: { label: <IconTrash size={15} aria-hidden />, title: 'Remove this group' },
  cloneRuleGroup: { label: <IconCopy size={15} aria-hidden />, title: 'Duplicate this group' },
  shiftActionUp: { label: <IconChevronUp size={15} aria-hidden />, title: 'Move up' },
  shiftActionDown: { label: <IconChevronDown size={15} aria-hidden />, title: 'Move down' },
  dragHandle: { label: <IconGripVertical size={15} aria-hidden />, title: 'Drag to move' },
  combinators: { title: 'How the conditions of this group go together' },
};
// The same objects at every drawing: the builder draws anew what is given to it anew.
const classes = { queryBuilder: 'rt-builder' };
const noValue = (): string[] => [];
const combinators = [
  { name: 'and', value: 'and', label: 'all of these hold' },
  { name: 'or', value: 'or', label: 'any of these holds' },
  { name: 'none', value: 'none', label: 'none of these holds' },
];

/** Conditions, nested freely, from the server's vocabulary. Reordered by dragging or by the arrow buttons. */
export const ConditionBuilder = memo(function ConditionBuilder(props: BuilderProps) {
  const { facts, query, mistakes, marks, onChange } = props;
  const known = useMemo(() => new Map(facts.map((fact) => [fact.key, fact])), [facts]);
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
  const context = useMemo<BuilderContext>(
    () => ({ facts: known, choices: choicesOf(facts), mistakes, marks }),
    [known, facts, mistakes, marks],
  );
  const firstOperator = useCallback((name: string) => known.get(name)?.operators[0]?.operator ?? 'EQUALS', [known]);
  return (
    <MantineThemeProvider theme={quiet}>
      <QueryBuilderDndWithoutProvider dnd={dnd} controlElements={lines}>
        <QueryBuilderMantine>
          <QueryBuilder
            fields={fields}
            query={query}
            onQueryChange={onChange}
            combinators={combinators}
            context={context}
            translations={words}
            getDefaultField={facts.some((fact) => fact.key === 'item.reasonGroup') ? 'item.reasonGroup' : ''}
            getDefaultValue={noValue}
            getDefaultOperator={firstOperator}
            resetOnOperatorChange={false}
            showShiftActions
            showCloneButtons
            listsAsArrays
            controlClassnames={classes}
          />
        </QueryBuilderMantine>
      </QueryBuilderDndWithoutProvider>
    </MantineThemeProvider>
  );
});
