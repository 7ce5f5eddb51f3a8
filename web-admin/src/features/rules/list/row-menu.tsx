import { ActionIcon, Menu } from '@mantine/core';
import { IconCopy, IconDots, IconPlus, IconPower, IconTrash } from '@tabler/icons-react';
import type { RuleFacts } from '../policy-query';
import type { RuleStep } from './rule-step';

type RowMenuProps = { rule: RuleFacts; onStep: (step: RuleStep) => void };

export function RowMenu({ rule, onStep }: RowMenuProps) {
  return (
    <Menu position="bottom-end" returnFocus>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" data-do="more" aria-label={`More for ${rule.name}`}>
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPower size={15} aria-hidden />} onClick={() => onStep('switch')}>
          {rule.enabled ? 'Switch off' : 'Switch on'}
        </Menu.Item>
        <Menu.Item leftSection={<IconCopy size={15} aria-hidden />} onClick={() => onStep('copy')}>
          Duplicate
        </Menu.Item>
        <Menu.Item leftSection={<IconPlus size={15} aria-hidden />} onClick={() => onStep('below')}>
          Add a rule below
        </Menu.Item>
        <Menu.Item color="red" leftSection={<IconTrash size={15} aria-hidden />} onClick={() => onStep('remove')}>
          Remove
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
