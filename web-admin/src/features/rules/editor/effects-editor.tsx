import { ActionIcon, Button, Menu, Stack, Text } from '@mantine/core';
import { IconAlertCircle, IconPlus, IconX } from '@tabler/icons-react';
import { memo } from 'react';
import { useShopAmounts } from '@/shared/session/viewer';
import type { Effects } from '../policy-query';
import css from './editor.module.css';
import { Effect, type Kind, labels, type SetEffects } from './effect-field';
import { effect, type Mistakes } from './mistakes';

const starts = (amount: string): { [K in Kind]: NonNullable<Effects[K]> } => ({
  decision: { outcome: 'APPROVE' },
  resolutions: ['REFUND'],
  fee: { kind: 'PERCENT', rate: '10', per: 'ITEM' },
  returnShipping: 'MERCHANT',
  keepItem: true,
  evidence: { photos: 2, comment: false },
  bonus: { amount },
  destination: 'main',
  refundMoment: 'INSPECTION',
  tags: [],
  team: '',
  assignee: '',
  priority: 'NORMAL',
});

const meaning: Record<Kind, string> = {
  decision: 'Approve, send to review or reject. Without one, a person reviews.',
  resolutions: 'Which of refund, exchange and store credit the shopper may have. Else all that you offer.',
  fee: 'Kept back from the refund: a percentage, an amount, or expressly nothing.',
  returnShipping: 'Who pays for the parcel. Else as your settings say.',
  keepItem: 'Nothing is sent back.',
  evidence: 'Photos or a comment, asked for before the request is sent.',
  bonus: 'Store credit on top, an amount or a percentage.',
  destination: 'Where the parcel goes. Else your main location.',
  refundMoment: 'When the refund falls due. Else after inspection.',
  tags: 'Put on the return. Every rule that holds adds its own.',
  team: 'Who is told that a case is waiting.',
  assignee: 'Whose case it is.',
  priority: 'How soon somebody should look.',
};

type EffectsEditorProps = { of: Effects; mistakes: Mistakes; onChange: (effects: Effects) => void };

/** What a rule sets. Only what it sets is shown; the rest is offered, each with what it means. */
export const EffectsEditor = memo(function EffectsEditor({ of, mistakes, onChange }: EffectsEditorProps) {
  const { usual } = useShopAmounts();
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
      {present.map((kind) => {
        const mistake = mistakes.get(effect(kind));
        return (
          <div key={kind} className={`${css.effect} ${mistake ? 'rt-wrong' : ''}`}>
            <Text fw={550} className={css.effectName}>
              {labels[kind]}
            </Text>
            <div className={css.effectField}>
              <Effect kind={kind} of={of} set={set} />
              {mistake && (
                <p className="rt-mistake" role="alert">
                  <IconAlertCircle size={14} aria-hidden /> {mistake}
                </p>
              )}
            </div>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={`Remove ${labels[kind].toLowerCase()}`}
              onClick={() => drop(kind)}
            >
              <IconX size={16} />
            </ActionIcon>
          </div>
        );
      })}
      {absent.length > 0 && (
        <Menu position="bottom-start" width={340} returnFocus>
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
          <Menu.Dropdown mah={360} style={{ overflowY: 'auto' }}>
            {absent.map((kind) => (
              <Menu.Item key={kind} onClick={() => set({ [kind]: starts(usual(5))[kind] })}>
                <Text size="sm" fw={550}>
                  {labels[kind]}
                </Text>
                <Text size="xs" c="dimmed">
                  {meaning[kind]}
                </Text>
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </Stack>
  );
});
