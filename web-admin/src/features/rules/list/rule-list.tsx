import { VisuallyHidden } from '@mantine/core';
import { type ReactNode, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { DndProvider } from 'react-dnd';
import { HTML5Backend } from 'react-dnd-html5-backend';
import { copyOf, moved, type Rules, without, withRule } from '../draft/draft';
import type { Finding, RuleFacts } from '../policy-query';
import css from './list.module.css';
import { type RowActions, RuleRow } from './rule-row';
import type { RuleStep } from './rule-step';

type ListProps = {
  rules: Rules;
  editable: boolean;
  marks: Map<string, readonly Finding[]>;
  /** The rule that is being written, and its editor. */
  open: string | undefined;
  editor: ReactNode;
  /** A rule that is not there yet comes in at this place. */
  newAt: number | undefined;
  onOpen: (id: string | undefined) => void;
  onNew: (at: number) => void;
  onChange: (rules: Rules) => void;
  onShow: (finding: Finding) => void;
};

/** From so many rules on, rows out of sight are left unlaid; fewer are printed and pictured whole. */
const MANY = 40;

/** The policy: rules in order. Each stays drawn as it is while others change; focus stays with a rule that is moved. */
export function RuleList({ rules, editable, marks, open, editor, newAt, ...on }: ListProps) {
  const [said, say] = useState('');
  const focus = useRef<{ id: string; button: string }>(undefined);
  const list = useRef<HTMLOListElement>(null);
  const newest = useRef({ rules, open, ...on });
  useLayoutEffect(() => {
    newest.current = { rules, open, ...on };
  });
  const actions = useMemo<RowActions>(() => {
    const put = (next: Rules, words: string, id: string, button: string) => {
      focus.current = { id, button };
      say(words);
      newest.current.onChange(next);
    };
    const placed = (rule: RuleFacts, to: number, button: string) => {
      const now = newest.current.rules;
      const words = `“${rule.name}” is number ${to + 1} of ${now.length} now.`;
      put(moved(now, now.indexOf(rule), to), words, rule.id, button);
    };
    const step = (id: string, what: RuleStep) => {
      const { rules: now, onNew } = newest.current;
      const at = now.findIndex((each) => each.id === id);
      const rule = now[at];
      if (!rule) return;
      if (what === 'up' && at > 0) placed(rule, at - 1, buttonOf(document.activeElement) ?? 'up');
      if (what === 'down' && at < now.length - 1) placed(rule, at + 1, buttonOf(document.activeElement) ?? 'down');
      if (what === 'switch') {
        const words = `“${rule.name}” is switched ${rule.enabled ? 'off' : 'on'}.`;
        put(withRule(now, { ...rule, enabled: !rule.enabled }), words, id, 'more');
      }
      if (what === 'copy') {
        const copy = copyOf(rule);
        put(withRule(now, copy, at + 1), `“${copy.name}” is number ${at + 2} now.`, copy.id, 'open');
      }
      if (what === 'below') onNew(at + 1);
      if (what === 'remove') {
        const next = now[at + 1] ?? now[at - 1];
        put(without(now, id), `“${rule.name}” is removed. Ctrl Z brings it back.`, next?.id ?? '', 'open');
      }
    };
    return {
      step,
      open: (id) => newest.current.onOpen(newest.current.open === id ? undefined : id),
      drop: (id, to) => {
        const rule = newest.current.rules.find((each) => each.id === id);
        if (rule) placed(rule, to, 'open');
      },
      show: (finding) => newest.current.onShow(finding),
    };
  }, []);

  // Moving a row in the document takes the focus from it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the rules that moved
  useLayoutEffect(() => {
    const wanted = focus.current;
    if (!wanted) return;
    focus.current = undefined;
    const row = list.current?.querySelector(`[data-rule="${CSS.escape(wanted.id)}"]`);
    const buttons = [wanted.button, 'up', 'down', 'open'].map((name) =>
      row?.querySelector<HTMLButtonElement>(`[data-do="${name}"]:not(:disabled)`),
    );
    buttons.find(Boolean)?.focus();
  }, [rules]);

  const coming = newAt === undefined ? undefined : Math.min(newAt, rules.length);
  const rows: ReactNode[] = rules.map((rule, at) => (
    <RuleRow
      key={rule.id}
      rule={rule}
      at={at}
      last={at === rules.length - 1}
      editable={editable}
      marks={marks.get(rule.id)}
      actions={actions}
    >
      {open === rule.id ? editor : undefined}
    </RuleRow>
  ));
  if (coming !== undefined) {
    const row = (
      <li key="new" className={`${css.rule} ${css.opened}`}>
        <span className={css.number} aria-hidden>
          {coming + 1}
        </span>
        <div className={css.body}>
          <strong>New rule</strong>
        </div>
        {editor}
      </li>
    );
    rows.splice(coming, 0, row);
  }
  return (
    <DndProvider backend={HTML5Backend}>
      <ol ref={list} className={`${css.list} ${rules.length > MANY ? css.many : ''}`}>
        {rows}
      </ol>
      <VisuallyHidden role="status">{said}</VisuallyHidden>
    </DndProvider>
  );
}

const buttonOf = (element: Element | null) => element?.closest('[data-do]')?.getAttribute('data-do') ?? undefined;
