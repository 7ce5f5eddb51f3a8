import { Button, Group, NumberInput, Stack, Text } from '@mantine/core';
import { useQuery } from 'urql';
import { useAct } from '@/shared/api/act';
import { graphql } from '@/shared/api/graphql';
import { useActForm } from '@/shared/ui/act-form';
import { FormError } from '@/shared/ui/form-error';
import { Loaded } from '@/shared/ui/loaded';
import { Panel } from '@/shared/ui/panel';
import { Status } from '@/shared/ui/status';
import { Table } from '@/shared/ui/table';
import { done } from '@/shared/ui/toast';
import css from './settings.module.css';

const PrivacyQuery = graphql(`
  query Privacy {
    privacySettings { daysAfterClose }
    retentionNights { night endedAt counts { kind count } }
  }
`);
const UpdateMutation = graphql(`
  mutation UpdatePrivacySettings($input: UpdatePrivacySettingsInput!) {
    updatePrivacySettings(input: $input) { privacySettings { daysAfterClose } userErrors { field message code } }
  }
`);

type Night = { night: string; endedAt: string | null; counts: { kind: string; count: number }[] };

/** How long things are kept, and what the nights took away. */
export function Privacy() {
  const query = useQuery({ query: PrivacyQuery });
  return (
    <Loaded query={query}>
      {({ privacySettings, retentionNights }) => (
        <>
          <Keeping days={privacySettings.daysAfterClose} />
          <Nights of={retentionNights} />
        </>
      )}
    </Loaded>
  );
}

function Keeping({ days }: { days: number }) {
  const [update] = useAct(UpdateMutation);
  const form = useActForm({
    initialValues: { daysAfterClose: days as number | string },
    validate: { daysAfterClose: (value) => (value === '' ? 'Give a number of days from 7 to 730' : null) },
    act: ({ daysAfterClose }) => update({ input: { daysAfterClose: Number(daysAfterClose) } }),
    onDone: () => done('Saved.'),
  });
  const { fields } = form;
  return (
    <Panel title="What is kept of shoppers">
      <form noValidate onSubmit={form.submit}>
        <Stack className={css.form}>
          <FormError>{fields.errors.form}</FormError>
          <NumberInput
            label="Days that photos are kept after a return is over"
            description="Then they go at night, with what carriers sent of its parcels. From 7 to 730."
            min={7}
            max={730}
            allowDecimal={false}
            {...fields.getInputProps('daysAfterClose')}
          />
          <Group>
            <Button type="submit" loading={form.sending}>
              Save
            </Button>
          </Group>
          <Text size="sm" c="dimmed">
            A shopper is exported or erased on the page of any of their orders. Shoppers can also ask for it themselves,
            at the foot of every page of the portal.
          </Text>
        </Stack>
      </form>
    </Panel>
  );
}

/** One that was cut off by the end of its day stays so: the next one took what it left. */
function State({ of: night, isLast }: { of: Night; isLast: boolean }) {
  if (night.endedAt) return <Status tone="good">Done</Status>;
  return <Status tone="info">{isLast ? 'Under way' : 'Cut off; the next one went on'}</Status>;
}

function Nights({ of }: { of: Night[] }) {
  return (
    <Panel title="What the nights took away">
      {of.length === 0 ? (
        <Text>No night has passed yet. The first one comes after two o’clock, your time.</Text>
      ) : (
        <Table
          label="Nights"
          keyOf={(night) => night.night}
          rows={of}
          columns={[
            { name: 'Night', cell: (night) => night.night },
            {
              name: 'Taken away',
              cell: (night) =>
                night.counts.length === 0
                  ? 'Nothing was due'
                  : night.counts.map((each) => `${each.count} ${each.kind}`).join(', '),
            },
            {
              name: 'State',
              cell: (night) => <State of={night} isLast={night === of[0]} />,
            },
          ]}
        />
      )}
    </Panel>
  );
}
