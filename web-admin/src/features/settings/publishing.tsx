import { Stack, Switch, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useQuery } from 'urql';
import { useAct } from '@/shared/api/act';
import { graphql } from '@/shared/api/graphql';
import { useCan } from '@/shared/session/session';
import { FormError } from '@/shared/ui/form-error';
import { Loaded } from '@/shared/ui/loaded';
import { Panel } from '@/shared/ui/panel';
import { done } from '@/shared/ui/toast';
import css from './settings.module.css';

const FourEyesQuery = graphql(`
  query FourEyes { policyNeedsFourEyes staff(first: 100) { edges { node { id role } } } }
`);
const RequireMutation = graphql(`
  mutation RequireFourEyes($input: RequireFourEyesInput!) {
    requireFourEyes(input: $input) { required userErrors { field message code } }
  }
`);

/** How rules are published: by one person, or by two. */
export function Publishing() {
  const may = useCan()('rules:read');
  const query = useQuery({ query: FourEyesQuery, pause: !may });
  if (!may) return null;
  return (
    <Panel title="Publishing rules">
      <Loaded query={query}>
        {({ policyNeedsFourEyes, staff }) => (
          <FourEyes
            known={policyNeedsFourEyes}
            publishers={(staff.edges ?? []).filter((edge) => edge?.node.role === 'OWNER').length}
          />
        )}
      </Loaded>
    </Panel>
  );
}

function FourEyes({ known, publishers }: { known: boolean; publishers: number }) {
  const may = useCan()('staff:write');
  const [require, busy] = useAct(RequireMutation);
  const [on, setOn] = useState(known);
  const [error, setError] = useState('');
  return (
    <Stack className={css.form}>
      <FormError>{error}</FormError>
      <Switch
        label="Two people publish rules"
        description="Whoever changed the draft last cannot publish it; somebody else looks at the changes and does. Off: whoever may change rules may publish them."
        checked={on}
        disabled={!may || busy}
        onChange={async (event) => {
          const wanted = event.currentTarget.checked;
          const { refused } = await require({ input: { required: wanted } });
          setError(refused?.map((each) => each.message).join(' ') ?? '');
          if (refused) return;
          setOn(wanted);
          done(wanted ? 'From now on two people publish rules.' : 'From now on one person publishes rules.');
        }}
      />
      {on && publishers < 2 && (
        <Text size="sm" c="dimmed">
          Only one person of your team may publish rules. Make somebody else an owner under{' '}
          <Link to="/settings/$section" params={{ section: 'staff' }}>
            Staff and roles
          </Link>
          , or what you change yourself cannot be published.
        </Text>
      )}
      {!may && <Text c="dimmed">Only an owner changes this.</Text>}
    </Stack>
  );
}
