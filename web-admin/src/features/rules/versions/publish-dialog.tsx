import { Anchor, Stack, Text, Textarea, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useQuery } from 'urql';
import { freshKey, useAct } from '@/shared/api/act';
import { graphql } from '@/shared/api/graphql';
import { anew } from '@/shared/api/policies';
import { count } from '@/shared/format/words';
import { DialogForm, useActForm } from '@/shared/ui/act-form';
import { Dialog } from '@/shared/ui/dialog';
import { Notice } from '@/shared/ui/status';
import { done } from '@/shared/ui/toast';
import { counted, toneOf } from '../findings/finding-words';
import type { Finding, RuleChange } from '../policy-query';
import { Changes } from '../sentences/changes';
import { useAuthorName } from './author';
import css from './versions.module.css';

const PublishMutation = graphql(`
  mutation PublishPolicyDraft($input: PublishPolicyDraftInput!) {
    publishPolicyDraft(input: $input) {
      version { id number }
      analysis { findings { kind severity words rules { ruleId position name } paths mayGo witness { fact values label seen } } }
      userErrors { field message code }
    }
  }
`);

const BeforeQuery = graphql(`
  query BeforePublishing {
    policyNeedsFourEyes
    policy { draft { version savedBy { personId name } } }
    policyExamples(source: DRAFT) { id name expected holds result { outcome because } }
  }
`);

type PublishProps = {
  version: number;
  changes: readonly RuleChange[];
  findings: readonly Finding[];
  onClose: () => void;
  onStale: () => void;
  onDone: () => void;
};

const outcomes = { APPROVE: 'approved', REVIEW: 'sent to review', REJECT: 'rejected' };

/** What changes, what it does wrong, which examples no longer hold, and a note for the team; then it is in force. */
export function PublishDialog({ version, changes, findings, onClose, onStale, onDone }: PublishProps) {
  const [publish] = useAct(PublishMutation);
  const [{ data, fetching }] = useQuery({ query: BeforeQuery, ...anew });
  const authorName = useAuthorName();
  const [idempotencyKey] = useState(freshKey);
  const failing = (data?.policyExamples ?? []).filter((example) => !example.holds);
  const by = authorName(data?.policy.draft?.savedBy ?? null);
  const mine = Boolean(data?.policyNeedsFourEyes) && by === 'you';
  const grave = findings.filter((finding) => finding.severity !== 'HINT');
  const form = useActForm({
    initialValues: { note: '' },
    act: ({ note }) => publish({ input: { version, note: note.trim(), idempotencyKey } }),
    onDone: (payload) => {
      const found = counted(payload.analysis?.findings ?? []);
      const told = `Version ${payload.version?.number ?? ''} is in force for new requests.`;
      done(found ? `${told} The analysis found ${found}; see “What this does”.` : told);
      onDone();
      onClose();
    },
    onStale,
  });
  return (
    <Dialog onClose={onClose} size="lg" title="Publish the draft">
      <DialogForm
        of={form}
        verb="Publish"
        disabled={!form.fields.values.note.trim() || fetching || failing.length > 0 || mine}
        stale="Somebody changed the draft since you looked at it. Go back, look at the newest, then publish."
        onClose={onClose}
      >
        {data?.policyNeedsFourEyes && (
          <Notice tone={mine ? 'warn' : 'info'}>
            {mine
              ? 'Two people publish here. You changed this draft last, so somebody else must look at it and publish it.'
              : `Two people publish here. ${by ? `${by} changed this draft last; you` : 'You'} are the second pair of eyes: look at the changes, then publish.`}
          </Notice>
        )}
        <Text>
          {count(changes.length, 'rule')} {changes.length === 1 ? 'changes' : 'change'}. Returns that were judged before
          keep the version they were judged by.
        </Text>
        <Scrolls label="What changes">
          <Changes of={changes} />
        </Scrolls>
        {failing.length > 0 && (
          <Notice tone="bad">
            <Title order={3} mb={4}>
              {failing.length === 1 ? 'An example no longer holds' : `${failing.length} examples no longer hold`}
            </Title>
            <ul className={css.plain}>
              {failing.map((example) => (
                <li key={example.id}>
                  “{example.name}” must be {outcomes[example.expected]} and would be {outcomes[example.result.outcome]}:{' '}
                  {example.result.because}
                </li>
              ))}
            </ul>
            <Anchor renderRoot={(props) => <Link to="/rules/examples" {...props} />}>Look at the examples</Anchor>.
            Nothing is published while one fails.
          </Notice>
        )}
        {grave.length > 0 && (
          <div>
            <Title order={3} mb={6}>
              The analysis found {counted(grave)}
            </Title>
            <Scrolls label="What the analysis found">
              <Stack gap={6}>
                {grave.map((finding) => (
                  <Notice key={finding.kind + finding.words} tone={toneOf(finding)}>
                    {finding.words}
                  </Notice>
                ))}
              </Stack>
            </Scrolls>
          </div>
        )}
        <Textarea
          label="Note"
          description="What changed and why, for the team."
          required
          maxLength={500}
          autosize
          minRows={2}
          data-autofocus
          {...form.fields.getInputProps('note')}
        />
      </DialogForm>
    </Dialog>
  );
}

/** Long lists keep the note in sight; what scrolls must be reachable by keyboard. */
function Scrolls({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={css.scrolls} aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
