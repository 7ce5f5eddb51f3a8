import { Button, Code, Group, Input, Select, Skeleton, Stack, Table, Text, TextInput } from '@mantine/core';
import { IconMail, IconSend } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { lazy, Suspense, useId, useState } from 'react';
import { useQuery } from 'urql';
import { freshKey, useAct } from '@/shared/api/act';
import { graphql } from '@/shared/api/graphql';
import { anew } from '@/shared/api/policies';
import { exactTime } from '@/shared/format/time';
import { useCan } from '@/shared/session/session';
import { useActForm } from '@/shared/ui/act-form';
import { FormError } from '@/shared/ui/form-error';
import { Loaded } from '@/shared/ui/loaded';
import { Page } from '@/shared/ui/page';
import { Panel } from '@/shared/ui/panel';
import { Empty } from '@/shared/ui/states';
import { Notice } from '@/shared/ui/status';
import { done, refusedToast } from '@/shared/ui/toast';
import { MessagePreview } from './message-preview';
import css from './messages.module.css';
import { type MomentFacts, MomentsQuery, TemplateFacts } from './moment-query';

const LiquidField = lazy(() => import('./liquid-field'));

const SaveMutation = graphql(
  `mutation SaveMessageTemplate($input: SaveMessageTemplateInput!) {
    saveMessageTemplate(input: $input) { template { ...TemplateFacts } userErrors { field message code } }
  }`,
  [TemplateFacts],
);
const RevertMutation = graphql(
  `mutation RevertMessageTemplate($input: RevertMessageTemplateInput!) {
    revertMessageTemplate(input: $input) { template { ...TemplateFacts } userErrors { field message code } }
  }`,
  [TemplateFacts],
);
const TestMutation = graphql(`
  mutation SendTestMessage($input: SendTestMessageInput!) {
    sendTestMessage(input: $input) { notification { id recipient } userErrors { field message code } }
  }
`);

export function TemplateEditor() {
  const { moment } = useParams({ from: '/shell/messages/$moment' });
  const query = useQuery({ query: MomentsQuery });
  return (
    <Loaded query={query}>
      {({ moments }) => {
        const found = moments.find((each) => each.moment === moment);
        if (!found) {
          return (
            <Empty icon={IconMail} title="No such moment">
              The address may be mistyped.
            </Empty>
          );
        }
        return <Editor key={`${moment}:${found.template.version}`} of={found} reload={() => query[1](anew)} />;
      }}
    </Loaded>
  );
}

type EditorProps = { of: MomentFacts; reload: () => void };

function Editor({ of, reload }: EditorProps) {
  const can = useCan();
  const { template, moment } = of;
  const [save] = useAct(SaveMutation);
  const [revert, reverting] = useAct(RevertMutation);
  const [test, testing] = useAct(TestMutation);
  const form = useActForm({
    initialValues: { subject: template.subject, body: template.body, buttonLabel: template.buttonLabel },
    act: (typed) => save({ input: { moment, version: template.version, ...typed } }),
    onDone: () => done('Saved. From now on it reads like this.'),
    onStale: () => {},
  });
  const { fields } = form;
  const words = fields.values;
  const saves = useId();
  const [returnId, setReturnId] = useState<string | null>(null);
  const mayWrite = can('messages:write');
  const changed =
    words.subject !== template.subject || words.body !== template.body || words.buttonLabel !== template.buttonLabel;

  return (
    <Page
      title={of.title}
      lead={of.description}
      actions={
        mayWrite && (
          <Group gap="xs">
            <Button
              variant="default"
              leftSection={<IconSend size={16} aria-hidden />}
              loading={testing}
              onClick={async () => {
                const sent = await test({ input: { moment, returnId, ...words, idempotencyKey: freshKey() } });
                if (sent.refused) return refusedToast(sent.refused);
                done(`A test is on its way to ${sent.payload.notification?.recipient ?? 'you'}.`);
              }}
            >
              Send me a test
            </Button>
            <Button type="submit" form={saves} disabled={!changed} loading={form.sending}>
              Save these words
            </Button>
          </Group>
        )
      }
    >
      <div className={css.editor}>
        <Stack>
          {form.stale && (
            <Notice tone="warn" alert>
              Somebody saved other words meanwhile. Copy yours, then{' '}
              <button type="button" onClick={reload}>
                load theirs
              </button>
              .
            </Notice>
          )}
          {!form.stale && <FormError>{fields.errors.form}</FormError>}
          <Panel title="Words">
            <form id={saves} noValidate onSubmit={form.submit}>
              <Stack>
                <TextInput
                  label="Subject"
                  description={words.subject.includes('{%') && 'What stands in {% … %} decides which words are used.'}
                  readOnly={!mayWrite}
                  {...fields.getInputProps('subject')}
                />
                <Input.Wrapper
                  label="Text"
                  labelElement="div"
                  description="An empty line parts paragraphs, lines that start with “- ” make a list, **two stars** make bold. HTML is shown as you write it."
                  data-path="body"
                  error={fields.errors.body}
                >
                  <Suspense fallback={<Skeleton h={240} />}>
                    <LiquidField
                      label="Text"
                      value={words.body}
                      onChange={(body) => fields.setFieldValue('body', body)}
                      variables={template.variables}
                      readOnly={!mayWrite}
                      numbered={Boolean(fields.errors.body)}
                    />
                  </Suspense>
                </Input.Wrapper>
                <TextInput
                  label="Button"
                  description="Opens the return’s status page."
                  readOnly={!mayWrite}
                  {...fields.getInputProps('buttonLabel')}
                />
                <Group justify="space-between">
                  <Text size="sm" c="dimmed">
                    {template.isDefault
                      ? 'This is Retour’s own text.'
                      : `Your words${template.savedAt ? `, saved ${exactTime(template.savedAt)}` : ''}.`}
                  </Text>
                  {!template.isDefault && mayWrite && (
                    <Button
                      size="xs"
                      variant="subtle"
                      loading={reverting}
                      onClick={async () => {
                        const back = await revert({ input: { moment, version: template.version } });
                        if (back.refused) refusedToast(back.refused);
                      }}
                    >
                      Go back to Retour’s text
                    </Button>
                  )}
                </Group>
                {template.history.length > 0 && (
                  <Select
                    label="Earlier words"
                    placeholder="Look at a version"
                    data={template.history.map((each) => ({
                      value: String(each.version),
                      label: `Version ${each.version}, ${exactTime(each.savedAt)}`,
                    }))}
                    value={null}
                    onChange={(version) => {
                      const earlier = template.history.find((each) => String(each.version) === version);
                      if (!earlier) return;
                      const { subject, body, buttonLabel } = earlier;
                      fields.setValues({ subject, body, buttonLabel });
                    }}
                  />
                )}
              </Stack>
            </form>
          </Panel>
          <Panel flush>
            <details className={css.variables}>
              <summary>Every value that may be filled in, by name</summary>
              <Table style={{ overflowWrap: 'anywhere' }}>
                <Table.Tbody>
                  {template.variables.map((each) => (
                    <Table.Tr key={each.name}>
                      <Table.Td>
                        <Code>{each.name}</Code>
                      </Table.Td>
                      <Table.Td>{each.description}</Table.Td>
                      <Table.Td c="dimmed">{each.example}</Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </details>
          </Panel>
        </Stack>
        <MessagePreview moment={moment} words={words} returnId={returnId} onReturn={setReturnId} />
      </div>
    </Page>
  );
}
