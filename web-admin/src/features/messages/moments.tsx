import { Button, Stack, Switch, Text } from '@mantine/core';
import { IconList, IconMail, IconUsersGroup } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { useAct } from '@/shared/api/act';
import { graphql } from '@/shared/api/graphql';
import { count } from '@/shared/format/words';
import { useCan } from '@/shared/session/session';
import { useViewer } from '@/shared/session/viewer';
import { Loaded } from '@/shared/ui/loaded';
import { Page } from '@/shared/ui/page';
import { Panel } from '@/shared/ui/panel';
import { Notice } from '@/shared/ui/status';
import { refusedToast } from '@/shared/ui/toast';
import css from './messages.module.css';
import { type MomentFacts, MomentsQuery } from './moment-query';

const SwitchMutation = graphql(`
  mutation SwitchMoment($input: SwitchMomentInput!) {
    switchMoment(input: $input) { moment { moment enabled } userErrors { field message code } }
  }
`);

const CountsQuery = graphql(`query NotificationCounts { notificationCounts { waiting failed } }`);

export function Moments() {
  const query = useQuery({ query: MomentsQuery });
  const [{ data: counts }] = useQuery({ query: CountsQuery });
  const viewer = useViewer();
  const failed = counts?.notificationCounts.failed ?? 0;
  return (
    <Page
      title="Messages"
      lead="What is told, to whom, at which moment of a return."
      actions={
        <Button
          variant="default"
          leftSection={<IconList size={16} aria-hidden />}
          renderRoot={(props) => <Link to="/messages/ledger" {...props} />}
        >
          What was sent
        </Button>
      }
    >
      <Stack>
        {viewer && !viewer.tenant.live && (
          <Notice tone="info">
            You are not live: no message leaves to a shopper. Messages to the team and tests do.{' '}
            <Link to="/settings/$section" params={{ section: 'business' }} style={{ color: 'inherit' }}>
              Go live
            </Link>
          </Notice>
        )}
        {failed > 0 && (
          <Notice tone="bad">
            {count(failed, 'message')} could not be sent.{' '}
            <Link to="/messages/ledger" search={{ state: 'FAILED' }} style={{ color: 'inherit' }}>
              Look at {failed === 1 ? 'it' : 'them'}
            </Link>
          </Notice>
        )}
        <Loaded query={query}>
          {({ moments }) => (
            <>
              <Panel title="To the shopper" flush>
                <Journey of={moments.filter((each) => each.audience === 'SHOPPER')} />
              </Panel>
              <Panel title="To the team" flush>
                <Journey of={moments.filter((each) => each.audience !== 'SHOPPER')} />
              </Panel>
            </>
          )}
        </Loaded>
      </Stack>
    </Page>
  );
}

function Journey({ of }: { of: MomentFacts[] }) {
  const can = useCan();
  const [flip] = useAct(SwitchMutation);
  return (
    <ol className={css.journey}>
      {of.map((each) => {
        const Icon = each.audience === 'SHOPPER' ? IconMail : IconUsersGroup;
        return (
          <li key={each.moment} className={each.enabled ? undefined : css.off}>
            <span className={css.dot} aria-hidden>
              <Icon size={16} />
            </span>
            <div>
              <Link to="/messages/$moment" params={{ moment: each.moment }}>
                {each.title}
              </Link>
              <Text size="sm" c="dimmed">
                {each.description} {!each.template.isDefault && 'Your own words.'}
              </Text>
            </div>
            <Switch
              aria-label={`Tell: ${each.title}`}
              checked={each.enabled}
              disabled={!can('messages:write')}
              onChange={async (event) => {
                const { refused } = await flip({
                  input: { moment: each.moment, enabled: event.currentTarget.checked },
                });
                if (refused) refusedToast(refused);
              }}
            />
          </li>
        );
      })}
    </ol>
  );
}
