import { ActionIcon, Button, Group, Menu, Stack, Text } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { Effect, type Kind, labels, type SetEffects } from './effect-field';
import type { Effects } from './policy-query';

const starts: { [K in Kind]: NonNullable<Effects[K]> } = {
  decision: { outcome: 'APPROVE' },
  resolutions: ['REFUND'],
  fee: { kind: 'PERCENT', rate: '10', per: 'ITEM' },
  returnShipping: 'MERCHANT',
  keepItem: true,
  evidence: { photos: 2, comment: false },
  bonus: { amount: '5.00' },
  destination: 'main',
  refundMoment: 'INSPECTION',
  tags: [],
  team: '',
  assignee: '',
  priority: 'NORMAL',
};

/** What a rule sets. Only what it sets is shown; the rest is offered. */
export function EffectsEditor({ of, onChange }: { of: Effects; onChange: (effects: Effects) => void }) {
  const set: SetEffects = (patch) => onChange({ ...of, ...patch });
  const drop = (kind: Kind) => {
    const { [kind]: _, ...rest } = of;
    onChange(rest);
  };
  const all = Object.keys(labels) as Kind[];
  const present = all.filter((kind) => of[kind] !== undefined && of[kind] !== null);
  const absent = all.filter((kind) => !present.includes(kind));
  return (
    <Stack gap="xs">
      {present.length === 0 && <Text c="dimmed">This rule sets nothing yet. Add at least one effect.</Text>}
      {present.map((kind) => (
        <Group key={kind} gap="sm" align="flex-start" wrap="nowrap">
          <Text w={150} pt={5} fw={550} style={{ flex: 'none' }}>
            {labels[kind]}
          </Text>
          <div style={{ flex: 1, minWidth: 0 }}>
            <Effect kind={kind} of={of} set={set} />
          </div>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={`Remove ${labels[kind].toLowerCase()}`}
            onClick={() => drop(kind)}
          >
            <IconX size={16} />
          </ActionIcon>
        </Group>
      ))}
      <Menu position="bottom-start">
        <Menu.Target>
          <Button
            size="xs"
            variant="default"
            style={{ alignSelf: 'start' }}
            leftSection={<IconPlus size={14} aria-hidden />}
          >
            Add an effect
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {absent.map((kind) => (
            <Menu.Item key={kind} onClick={() => set({ [kind]: starts[kind] })}>
              {labels[kind]}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </Stack>
  );
}
