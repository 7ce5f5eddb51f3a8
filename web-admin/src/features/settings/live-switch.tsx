import { Button, Group, Stack, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useAct } from '@/shared/api/act';
import { graphql } from '@/shared/api/graphql';
import { useCan } from '@/shared/session/session';
import { Panel } from '@/shared/ui/panel';
import { Status } from '@/shared/ui/status';
import { done, refusedToast } from '@/shared/ui/toast';
import { type TenantFacts as Facts, TenantFacts } from './tenant-query';

const GoLiveMutation = graphql(
  `mutation GoLive($input: GoLiveInput!) {
    goLive(input: $input) { tenant { ...TenantFacts } userErrors { field message code } }
  }`,
  [TenantFacts],
);
const PauseMutation = graphql(
  `mutation PauseLive($input: PauseLiveInput!) {
    pauseLive(input: $input) { tenant { ...TenantFacts } userErrors { field message code } }
  }`,
  [TenantFacts],
);

/** The account's fields as this page's forms call them. */
const missingWords: Record<string, string> = {
  contactEmail: 'An e-mail address at which shoppers reach you',
  returnAddress: 'The address that returns are sent to',
};

export function LiveSwitch({ of }: { of: Facts }) {
  const may = useCan()('tenant:write');
  const [goLive, going] = useAct(GoLiveMutation);
  const [pause, pausing] = useAct(PauseMutation);
  const go = async () => {
    const { refused } = await goLive({ input: { version: of.version } });
    if (refused) refusedToast(refused);
    else done('You are live: shoppers get their messages from now on.');
  };
  const stop = () =>
    modals.openConfirmModal({
      title: 'Stop messages to shoppers?',
      children:
        'Requests are still judged. Messages to shoppers are skipped until you go live again, and not sent later.',
      labels: { confirm: 'Stop messages', cancel: 'Go back' },
      confirmProps: { color: 'red' },
      onConfirm: async () => {
        const { refused } = await pause({ input: { version: of.version } });
        if (refused) refusedToast(refused);
      },
    });
  return (
    <Panel title="Live" aside={of.live ? <Status tone="good">Live</Status> : <Status tone="warn">Not live</Status>}>
      <Stack gap="sm">
        <Text>
          {of.live
            ? 'Shoppers get a message at each moment that is switched on.'
            : 'No message leaves to a shopper. You can try everything; messages to your team and tests are sent.'}
        </Text>
        {!of.live && of.missingForLive.length > 0 && (
          <div>
            <Text fw={550}>Still missing</Text>
            <ul style={{ margin: '4px 0 0', paddingLeft: 18 }}>
              {of.missingForLive.map((each) => (
                <li key={each}>{missingWords[each] ?? each}</li>
              ))}
            </ul>
          </div>
        )}
        {may && (
          <Group>
            {of.live ? (
              <Button variant="default" loading={pausing} onClick={stop}>
                Stop messages to shoppers
              </Button>
            ) : (
              <Button loading={going} disabled={of.missingForLive.length > 0} onClick={go}>
                Go live
              </Button>
            )}
          </Group>
        )}
      </Stack>
    </Panel>
  );
}
