import { Select, Text, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useAct } from '@/shared/api/act';
import { graphql } from '@/shared/api/graphql';
import { useTeam } from '@/shared/session/team';
import { DialogForm, needed, useActForm } from '@/shared/ui/act-form';
import { Dialog } from '@/shared/ui/dialog';
import { done } from '@/shared/ui/toast';
import { lookAgain } from './decide';
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
  const [track] = useAct(TrackMutation);
  const [assign] = useAct(AssignMutation);
  const [release] = useAct(ReleaseMutation);
  const [cancel] = useAct(CancelMutation);
  const [close] = useAct(CloseMutation);
  const { members } = useTeam();
  const numbered = of.parcels.filter((parcel) => parcel.trackingNumber);
  const returnId = of.id;
  const version = of.version;
  const form = useActForm({
    initialValues: {
      trackingNumber: '',
      carrier: '',
      insteadOf: null as string | null,
      assignee: of.assignee as string | null,
      reason: '',
    },
    validate: {
      trackingNumber: step === 'track' ? needed('Type the number, as it stands on the label.') : undefined,
      reason: step === 'close' ? needed('Say why, in a few words.') : undefined,
    },
    act: ({ trackingNumber, carrier, insteadOf, assignee, reason }) => {
      const run = {
        track: () => track({ input: { returnId, carrier: carrier || null, trackingNumber, insteadOf } }),
        assign: () => assign({ input: { returnId, assignee } }),
        release: () => release({ input: { returnId, version } }),
        cancel: () => cancel({ input: { returnId } }),
        close: () => close({ input: { returnId, version, reason } }),
      };
      return run[step]();
    },
    onDone: () => {
      done(`${of.rmaNumber}: ${verbs[step].toLowerCase()} is done.`);
      onClose();
    },
    onStale,
  });
  const { fields } = form;
  const body: Record<Step, ReactNode> = {
    track: (
      <>
        <TextInput label="Tracking number" required data-autofocus {...fields.getInputProps('trackingNumber')} />
        <TextInput
          label="Carrier"
          description="May be left out."
          placeholder="DHL"
          {...fields.getInputProps('carrier')}
        />
        {numbered.length > 0 && (
          <Select
            label="Instead of a wrong number"
            description="What was said of the wrong number no longer counts. Left out: it is a parcel of its own, unless the first has not left yet."
            clearable
            data={numbered.map((parcel) => ({ value: parcel.shipmentId, label: parcel.trackingNumber ?? '' }))}
            {...fields.getInputProps('insteadOf')}
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
        {...fields.getInputProps('assignee')}
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
          {...fields.getInputProps('reason')}
        />
      </>
    ),
  };
  return (
    <Dialog onClose={onClose} title={titles[step]}>
      <DialogForm
        of={form}
        verb={verbs[step]}
        stale={lookAgain}
        color={step === 'cancel' || step === 'close' ? 'red' : undefined}
        onClose={onClose}
      >
        {body[step]}
      </DialogForm>
    </Dialog>
  );
}
