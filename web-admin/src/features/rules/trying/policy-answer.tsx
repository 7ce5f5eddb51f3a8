import { Group, Stack, Text } from '@mantine/core';
import type { Marks } from '@/shared/policy/folding';
import { Trace } from '@/shared/policy/trace';
import { Panel } from '@/shared/ui/panel';
import { Notice, Status } from '@/shared/ui/status';
import { OutcomeMark } from './outcome';
import type { Tried } from './tried-query';
import css from './trying.module.css';

type PolicyAnswerProps = { title: string; of: Tried; marks?: Marks };

/** What one policy says of an item, and how it came to it. */
export function PolicyAnswer({ title, of, marks }: PolicyAnswerProps) {
  return (
    <Panel title={title} aside={<OutcomeMark of={of.outcome} />}>
      <Stack gap="sm">
        <Text>{of.because}</Text>
        {of.shopperReason && <Text>The shopper would read: “{of.shopperReason}”</Text>}
        {of.effects.length > 0 && (
          <Group gap={6} className={css.chips}>
            {of.effects.map((effect) => (
              <Status key={effect} tone="calm">
                {effect}
              </Status>
            ))}
          </Group>
        )}
        {of.undetermined.length > 0 && (
          <Notice tone="warn">
            Left open, because something is unknown:
            <ul className={css.open}>
              {of.undetermined.map((open) => (
                <li key={open}>{open}</li>
              ))}
            </ul>
          </Notice>
        )}
        <Trace of={of.trace} {...(marks ? { marks } : {})} />
      </Stack>
    </Panel>
  );
}
