import { Button, Group, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { type Refused, useAct } from '@/shared/api/act';
import { graphql } from '@/shared/api/graphql';
import { useTeam } from '@/shared/session/team';
import { Dialog } from '@/shared/ui/dialog';
import { FormError } from '@/shared/ui/form-error';
import { Notice } from '@/shared/ui/status';
import { done } from '@/shared/ui/toast';
import { type ReturnFacts as Facts, ReturnFacts } from './return-query';

const TrackMutation = graphql(
  `mutation AnnounceTracking($input: AnnounceTrackingInput!) {
    announceTracking(input: $input) { return { ...ReturnFacts } userErrors { field message code } }
  }`,
  [ReturnFacts],
);
const AssignMutation = graphql(
  `mutation AssignReturn($input: AssignReturnInput!) {
    assignReturn(input: $input) { return { ...ReturnFacts } userErrors { field message code } }
  }`,
  [ReturnFacts],
);
const ReleaseMutation = graphql(
  `mutation ReleaseApproved($input: ReleaseApprovedInput!) {
    releaseApproved(input: $input) { return { ...ReturnFacts } userErrors { field message code } }
  }`,
  [ReturnFacts],
);
const CancelMutation = graphql(
  `mutation CancelReturn($input: CancelReturnInput!) {
    cancelReturn(input: $input) { return { ...ReturnFacts } userErrors { field message code } }
  }`,
  [ReturnFacts],
);
const CloseMutation = graphql(
  `mutation CloseReturn($input: CloseReturnInput!) {
    closeReturn(input: $input) { return { ...ReturnFacts } userErrors { field message code } }
  }`,
  [ReturnFacts],
);

export type Step = 'track' | 'assign' | 'release' | 'cancel' | 'close';

const titles: Record<Step, string> = {
  track: 'Add a tracking number',
  assign: 'Assign to somebody',
  release: 'Let approved items go ahead',
  cancel: 'Cancel this return',
  close: 'Close by hand',
};
const verbs: Record<Step, string> = {
  track: 'Follow this parcel',
  assign: 'Assign',
  release: 'Let them go ahead',
  cancel: 'Cancel the return',
  close: 'Close the return',
};

type StepProps = { of: Facts; step: Step; onClose: () => void; onStale: () => void };

export function StepDialog({ of, step, onClose, onStale }: StepProps) {
  const [track, a] = useAct(TrackMutation);
  const [assign, b] = useAct(AssignMutation);
  const [release, c] = useAct(ReleaseMutation);
  const [cancel, d] = useAct(CancelMutation);
  const [close, e] = useAct(CloseMutation);
  const { members } = useTeam();
  const [refused, setRefused] = useState<Refused[]>([]);
  const [carrier, setCarrier] = useState('');
  const [number, setNumber] = useState('');
  const [insteadOf, setInsteadOf] = useState<string | null>(null);
  const numbered = of.parcels.filter((parcel) => parcel.trackingNumber);
  const [person, setPerson] = useState<string | null>(of.assignee);
  const [reason, setReason] = useState('');

  const returnId = of.id;
  const version = of.version;
  const run = {
    track: () => track({ input: { returnId, carrier: carrier || null, trackingNumber: number, insteadOf } }),
    assign: () => assign({ input: { returnId, assignee: person } }),
    release: () => release({ input: { returnId, version } }),
    cancel: () => cancel({ input: { returnId } }),
    close: () => close({ input: { returnId, version, reason } }),
  };
  const send = async () => {
    const outcome = await run[step]();
    if (!outcome.refused) {
      done(`${of.rmaNumber}: ${verbs[step].toLowerCase()} is done.`);
      return onClose();
    }
    setRefused(outcome.refused);
    if (outcome.refused.some((each) => each.code === 'STALE')) onStale();
  };
  const body: Record<Step, ReactNode> = {
    track: (
      <>
        <TextInput
          label="Tracking number"
          required
          data-autofocus
          value={number}
          onChange={(event) => setNumber(event.currentTarget.value)}
        />
        <TextInput
          label="Carrier"
          description="May be left out."
          placeholder="DHL"
          value={carrier}
          onChange={(event) => setCarrier(event.currentTarget.value)}
        />
        {numbered.length > 0 && (
          <Select
            label="Instead of a wrong number"
            description="What was said of the wrong number no longer counts. Left out: it is a parcel of its own, unless the first has not left yet."
            clearable
            data={numbered.map((parcel) => ({ value: parcel.shipmentId, label: parcel.trackingNumber ?? '' }))}
            value={insteadOf}
            onChange={setInsteadOf}
          />
        )}
      </>
    ),
    assign: (
      <Select
        label="Team member"
        placeholder="Nobody"
        clearable
        searchable
        data={members.map((each) => ({ value: each.personId, label: each.name }))}
        value={person}
        onChange={setPerson}
      />
    ),
    release: <Text>Approved items stop waiting for the rest: the shopper is told now how to send them.</Text>,
    cancel: <Text>The shopper is told. Items can be announced again in a new return.</Text>,
    close: (
      <>
        <Text>Nothing more is expected, and nothing more is given back.</Text>
        <Textarea
          label="Reason"
          description="For the team; it stands in the timeline."
          required
          autosize
          minRows={2}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </>
    ),
  };
  return (
    <Dialog onClose={onClose} title={titles[step]}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <Stack>
          {refused.some((each) => each.code === 'STALE') ? (
            <Notice tone="warn" alert>
              Somebody changed this return meanwhile. What you see now is the newest; look again, then decide.
            </Notice>
          ) : (
            <FormError>{refused.map((each) => each.message).join(' ')}</FormError>
          )}
          {body[step]}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Go back
            </Button>
            <Button
              type="submit"
              loading={a || b || c || d || e}
              color={step === 'cancel' || step === 'close' ? 'red' : undefined}
            >
              {verbs[step]}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
