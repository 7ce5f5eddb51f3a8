import { Button, Group, Stack, Text } from '@mantine/core';
import { IconArrowBackUp, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useAct } from '@/shared/api/act';
import { useCan } from '@/shared/session/session';
import { Panel } from '@/shared/ui/panel';
import { Notice, Status } from '@/shared/ui/status';
import { refusedToast } from '@/shared/ui/toast';
import { When } from '@/shared/ui/values';
import { inputOf } from './draft';
import { DiscardDraftMutation, type PolicyFacts, type RuleInput } from './policy-query';

type SideProps = {
  of: PolicyFacts;
  told: { text: string }[];
  onVersions: () => void;
  reload: () => void;
  restore: (rules: RuleInput[]) => Promise<boolean>;
};

/** Beside the rules: what is in force, and what the draft would change. */
export function Side({ of, told, onVersions, reload, restore }: SideProps) {
  const may = useCan()('rules:write');
  const [discard, discarding] = useAct(DiscardDraftMutation);
  const [thrown, setThrown] = useState<RuleInput[]>();
  const draft = of.draft;
  return (
    <Stack gap="md">
      <Panel title="In force" aside={<Status tone="good">Live</Status>}>
        <Stack gap={6}>
          <Text>
            Version {of.live.number}, published <When at={of.live.publishedAt} />
          </Text>
          {of.live.note && <Text c="dimmed">{of.live.note}</Text>}
          <Button size="xs" variant="default" style={{ alignSelf: 'start' }} onClick={onVersions}>
            Show earlier versions
          </Button>
        </Stack>
      </Panel>
      {thrown && !draft && (
        <Notice tone="info">
          <Group gap="xs" justify="space-between">
            <span role="status">The draft is discarded.</span>
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconArrowBackUp size={14} aria-hidden />}
              onClick={async () => {
                if (await restore(thrown)) setThrown(undefined);
              }}
            >
              Bring it back
            </Button>
          </Group>
        </Notice>
      )}
      {draft && (
        <Panel title="Draft" aside={<Status tone="warn">Not in force</Status>}>
          <Stack gap={6}>
            <Text c="dimmed">
              Saved <When at={draft.savedAt} />
            </Text>
            {told.length === 0 ? (
              <Text>Reads like what is in force.</Text>
            ) : (
              <ul style={{ margin: 0, paddingLeft: 18 }}>
                {told.map((change) => (
                  <li key={change.text}>{change.text}</li>
                ))}
              </ul>
            )}
            {may && (
              <Button
                size="xs"
                variant="default"
                style={{ alignSelf: 'start' }}
                leftSection={<IconTrash size={14} aria-hidden />}
                loading={discarding}
                onClick={async () => {
                  const kept = draft.rules.map(inputOf);
                  const { refused } = await discard({ input: { version: draft.version } });
                  if (refused) refusedToast(refused);
                  else setThrown(kept);
                  reload();
                }}
              >
                Discard draft
              </Button>
            )}
          </Stack>
        </Panel>
      )}
    </Stack>
  );
}
