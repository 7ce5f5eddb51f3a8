import { ActionIcon, Text } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconGripVertical } from '@tabler/icons-react';
import { type KeyboardEvent, memo, type ReactNode } from 'react';
import { useDrag, useDrop } from 'react-dnd';
import { Status } from '@/shared/ui/status';
import { Marks } from '../findings/marks';
import type { Finding, RuleFacts } from '../policy-query';
import { EffectChips } from '../sentences/effect-chips';
import { When } from '../sentences/sentence';
import css from './list.module.css';
import { RowMenu } from './row-menu';
import type { RuleStep } from './rule-step';

/** What all rows share; the same functions for the life of the page. */
export type RowActions = {
  open: (id: string) => void;
  step: (id: string, step: RuleStep) => void;
  drop: (id: string, at: number) => void;
  show: (finding: Finding) => void;
};

type RowProps = {
  rule: RuleFacts;
  at: number;
  last: boolean;
  editable: boolean;
  marks: readonly Finding[] | undefined;
  actions: RowActions;
  /** The editor, in the place of the sentence. */
  children?: ReactNode;
};

const none: readonly Finding[] = [];
const RULE = 'rule of the policy';

/** One rule as a numbered sentence with the chips of its effects. Drawn again only when something of it changes. */
export const RuleRow = memo(function RuleRow({ rule, at, last, editable, marks, actions, children }: RowProps) {
  const { ref, handle, lies } = useRowDrag(rule.id, at, editable && !children, actions.drop);
  const open = !!children;
  const keys = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    if (event.key === 'ArrowUp' ? at > 0 : !last) actions.step(rule.id, event.key === 'ArrowUp' ? 'up' : 'down');
  };
  return (
    <li
      ref={ref}
      data-rule={rule.id}
      className={[css.rule, open ? css.opened : '', rule.enabled ? '' : css.off, lies ? css[lies] : ''].join(' ')}
    >
      <span className={css.number} aria-hidden>
        {at + 1}
      </span>
      <div className={css.body}>
        <div className={css.title}>
          {editable ? (
            <button
              type="button"
              className={css.name}
              data-do="open"
              aria-expanded={open}
              aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
              onClick={() => actions.open(rule.id)}
              onKeyDown={keys}
            >
              {rule.name}
            </button>
          ) : (
            <Text fw={640}>{rule.name}</Text>
          )}
          {!rule.enabled && <Status tone="calm">Switched off</Status>}
        </div>
        {!open && (
          // biome-ignore lint/a11y/noStaticElementInteractions: a wider target for the mouse; the name is the keyboard's
          // biome-ignore lint/a11y/useKeyWithClickEvents: the same
          <div
            className={editable ? css.words : undefined}
            onClick={editable ? () => actions.open(rule.id) : undefined}
          >
            <When sentence={rule.whenSentence} />
            <EffectChips of={rule} />
          </div>
        )}
        <Marks findings={marks ?? none} onShow={actions.show} />
      </div>
      {editable && (
        <div className={css.tools}>
          <span ref={handle} className={css.grip} aria-hidden title="Drag to move">
            <IconGripVertical size={16} />
          </span>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            data-do="up"
            aria-label={`Move ${rule.name} up`}
            disabled={at === 0}
            onClick={() => actions.step(rule.id, 'up')}
          >
            <IconChevronUp size={16} />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            data-do="down"
            aria-label={`Move ${rule.name} down`}
            disabled={last}
            onClick={() => actions.step(rule.id, 'down')}
          >
            <IconChevronDown size={16} />
          </ActionIcon>
          <RowMenu rule={rule} onStep={(step) => actions.step(rule.id, step)} />
        </div>
      )}
      {children}
    </li>
  );
});

type Dragged = { id: string; at: number };

/** Dragged by its grip, dropped on another row: it comes to stand where that one is. */
function useRowDrag(id: string, at: number, can: boolean, onDrop: RowActions['drop']) {
  const [{ isDragging }, handle, preview] = useDrag(
    () => ({
      type: RULE,
      item: { id, at } satisfies Dragged,
      canDrag: can,
      collect: (monitor) => ({ isDragging: monitor.isDragging() }),
    }),
    [id, at, can],
  );
  const [{ over }, drop] = useDrop(
    () => ({
      accept: RULE,
      canDrop: (dragged: Dragged) => dragged.id !== id,
      drop: (dragged: Dragged) => onDrop(dragged.id, at),
      collect: (monitor) => ({
        over: monitor.isOver() && monitor.canDrop() ? (monitor.getItem().at > at ? 'above' : 'below') : undefined,
      }),
    }),
    [id, at, onDrop],
  );
  return {
    ref: (element: HTMLLIElement | null) => {
      drop(element);
      preview(element);
    },
    handle: (element: HTMLSpanElement | null) => {
      handle(element);
    },
    lies: isDragging ? 'dragged' : over,
  };
}
