import { SegmentedControl, Text } from '@mantine/core';
import {
  IconBuildingWarehouse,
  IconClock,
  IconGavel,
  IconMail,
  IconPlug,
  IconRobot,
  IconTruck,
  IconUser,
  IconUserHeart,
} from '@tabler/icons-react';
import { useState } from 'react';
import { sentence } from '@/shared/format/words';
import { Panel } from '@/shared/ui/panel';
import { When } from '@/shared/ui/values';
import type { ReturnFacts } from './return-query';
import css from './returns.module.css';

const icons: Record<string, typeof IconUser> = {
  STAFF: IconUser,
  SHOPPER: IconUserHeart,
  INTEGRATOR: IconPlug,
  POLICY: IconGavel,
  CARRIER: IconTruck,
  WAREHOUSE: IconBuildingWarehouse,
  CLOCK: IconClock,
  SYSTEM: IconRobot,
  MESSAGE: IconMail,
};

export type Entry = { key: string; at: string; by: string; text: string; detail?: string };

/** One story out of what happened and what was told, oldest first; what happened stands before the message about it. */
export function story(of: Pick<ReturnFacts, 'timeline' | 'messages'>): Entry[] {
  const steps: Entry[] = of.timeline.map((step) => ({
    key: `step-${step.sequence}`,
    at: step.at,
    by: step.by,
    text: step.text,
  }));
  const messages: Entry[] = of.messages.map((message) => ({
    key: message.id,
    at: message.happenedAt,
    by: 'MESSAGE',
    text: `${message.title}: ${sentence(message.state).toLowerCase()}`,
    detail: message.reason,
  }));
  return [...steps, ...messages].sort((a, b) => a.at.localeCompare(b.at) || order(a) - order(b));
}

const order = (entry: Entry) => (entry.by === 'MESSAGE' ? 1 : 0);

export function Timeline({ of }: { of: ReturnFacts }) {
  const [show, setShow] = useState('all');
  const entries = story(of).filter((entry) => show === 'all' || (show === 'messages') === (entry.by === 'MESSAGE'));
  return (
    <Panel
      title="What happened"
      aside={
        <SegmentedControl
          size="xs"
          aria-label="Show"
          value={show}
          onChange={setShow}
          data={[
            { value: 'all', label: 'All' },
            { value: 'steps', label: 'Steps' },
            { value: 'messages', label: 'Messages' },
          ]}
        />
      }
    >
      {entries.length === 0 ? (
        <Text c="dimmed">Nothing of this kind yet.</Text>
      ) : (
        <ol className={css.timeline}>
          {entries.map((entry) => {
            const Icon = icons[entry.by] ?? IconRobot;
            return (
              <li key={entry.key}>
                <span className={css.dot} title={sentence(entry.by)}>
                  <Icon size={14} aria-hidden />
                </span>
                <div>
                  <Text>{entry.text}</Text>
                  {entry.detail && (
                    <Text size="xs" c="dimmed">
                      {entry.detail}
                    </Text>
                  )}
                  <Text size="xs" c="dimmed">
                    {sentence(entry.by)} · <When at={entry.at} />
                  </Text>
                </div>
              </li>
            );
          })}
        </ol>
      )}
    </Panel>
  );
}
