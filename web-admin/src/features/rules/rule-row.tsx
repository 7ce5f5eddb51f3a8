import { ActionIcon, Menu, Text } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconDots } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Status } from '@/shared/ui/status';
import { EffectChips } from './effect-chips';
import type { RuleFacts } from './policy-query';
import css from './rules.module.css';

export type RuleStep = 'up' | 'down' | 'switch' | 'copy' | 'remove';

type RowProps = {
  rule: RuleFacts;
  at: number;
  last: boolean;
  editable: boolean;
  open: boolean;
  onOpen: () => void;
  onStep: (step: RuleStep) => void;
  children: ReactNode;
};

/** One rule as a numbered sentence with the chips of its effects. */
export function RuleRow({ rule, at, last, editable, open, onOpen, onStep, children }: RowProps) {
  return (
    <li className={`${css.rule} ${rule.enabled ? '' : css.off}`}>
      <span className={css.number}>{at + 1}</span>
      <div className={css.body}>
        {editable ? (
          <button type="button" className={css.name} aria-expanded={open} onClick={onOpen}>
            {rule.name}
          </button>
        ) : (
          <Text fw={640}>{rule.name}</Text>
        )}{' '}
        {!rule.enabled && <Status tone="calm">Switched off</Status>}
        {!open && (
          <>
            <div className={css.when}>If {rule.whenSentence}</div>
            <EffectChips of={rule} />
          </>
        )}
      </div>
      {editable && (
        <div className={css.tools}>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={`Move ${rule.name} up`}
            disabled={at === 0}
            onClick={() => onStep('up')}
          >
            <IconChevronUp size={16} />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={`Move ${rule.name} down`}
            disabled={last}
            onClick={() => onStep('down')}
          >
            <IconChevronDown size={16} />
          </ActionIcon>
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon variant="subtle" color="gray" aria-label={`More for ${rule.name}`}>
                <IconDots size={16} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => onStep('switch')}>{rule.enabled ? 'Switch off' : 'Switch on'}</Menu.Item>
              <Menu.Item onClick={() => onStep('copy')}>Copy</Menu.Item>
              <Menu.Item color="red" onClick={() => onStep('remove')}>
                Remove
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </div>
      )}
      {open && children}
    </li>
  );
}
