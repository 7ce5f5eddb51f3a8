import { Button, Group, List, Stack, Text } from '@mantine/core';
import { IconArrowLeft, IconUpload } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useQuery } from 'urql';
import { anew } from '@/shared/api/policies';
import { useActForm } from '@/shared/ui/act-form';
import { FormError } from '@/shared/ui/form-error';
import { Panel } from '@/shared/ui/panel';
import { Failure, RowsSkeleton } from '@/shared/ui/states';
import { Notice, Status } from '@/shared/ui/status';
import { MappingFields } from './mapping-fields';
import { MappingPreview } from './mapping-preview';
import { chosen, type Mapping, MappingQuery, type Proposed } from './mapping-query';
import { MappingWriting } from './mapping-writing';
import { type Started, useStart } from './start-import';

type StepProps = {
  file: { id: string; name: string };
  onStarted: (started: Started) => void;
  onBack: () => void;
};

/** Which column tells what: as found out, with what stands there, until a person says that it is right. */
export function MappingStep({ file, onStarted, onBack }: StepProps) {
  const [mapping, setMapping] = useState<Mapping>();
  const [{ data, fetching, error }, again] = useQuery({
    query: MappingQuery,
    variables: { fileId: file.id, mapping },
    ...anew,
  });
  const last = useRef<Proposed>(undefined);
  const answer = data?.orderFileMapping;
  if (answer?.mapping) last.current = answer.mapping;
  const shown = last.current;
  const start = useStart();
  const form = useActForm({
    initialValues: {},
    act: async () =>
      start({ kind: 'MAPPED_ORDERS', fileId: file.id, mapping: mapping ?? (last.current && chosen(last.current)) }),
    onDone: onStarted,
  });
  const { errors } = form.fields;
  const change = (next: Mapping) => {
    form.fields.clearErrors();
    setMapping(next);
  };
  const refused = answer?.userErrors ?? [];

  if (error && !fetching) return <Failure error={error} retry={() => again(anew)} />;
  if (!shown) {
    return (
      <Panel title={`Columns of ${file.name}`}>
        {refused.length > 0 ? (
          <Stack>
            <Notice tone="bad" alert>
              {refused.map((each) => each.message).join(' ')}
            </Notice>
            <Back onBack={onBack} />
          </Stack>
        ) : (
          <RowsSkeleton />
        )}
      </Panel>
    );
  }
  const now = mapping ?? chosen(shown);
  const ready = shown.problems.length === 0 && refused.length === 0 && !fetching;
  const whole = shown.problems.filter((each) => !each.field);
  return (
    <Panel title={`Columns of ${file.name}`} aside={<Origin of={shown} />}>
      <form noValidate onSubmit={form.submit}>
        <Stack>
          <Text c="dimmed">
            Each part of an order, and the column that tells it. Change what is wrong; your choice is kept for the next
            file with these columns.
          </Text>
          {[...whole, ...refused].map((each) => (
            <Notice key={each.message} tone="bad" alert>
              {each.message}
            </Notice>
          ))}
          <FormError>{errors.form ?? errors.file}</FormError>
          <MappingWriting of={shown} mapping={now} errors={errors} onChange={change} />
          <MappingFields of={shown} mapping={now} errors={errors} onChange={change} />
          <Missing of={shown} />
          <MappingPreview of={shown} waiting={fetching} />
          <Group>
            <Button
              leftSection={<IconUpload size={16} aria-hidden />}
              type="submit"
              disabled={!ready}
              loading={form.sending}
            >
              Import these orders
            </Button>
            <Back onBack={onBack} />
          </Group>
          {shown.problems.length > 0 && (
            <Text c="dimmed" aria-live="polite">
              {shown.problems.length === 1 ? 'One thing is' : `${shown.problems.length} things are`} to be said before
              the file can be imported.
            </Text>
          )}
        </Stack>
      </form>
    </Panel>
  );
}

/** What the file does not tell, and what follows; it may be imported nevertheless. */
function Missing({ of }: { of: Proposed }) {
  if (of.notes.length === 0) return null;
  return (
    <Notice tone="warn">
      <section aria-label="What this file does not tell">
        <b>What this file does not tell, and what follows</b>
        <List size="sm" mt={4}>
          {of.notes.map((each) => (
            <List.Item key={each.field}>{each.message}.</List.Item>
          ))}
        </List>
      </section>
    </Notice>
  );
}

function Origin({ of }: { of: Proposed }) {
  if (of.saved) return <Status tone="good">As chosen before</Status>;
  return of.system ? <Status tone="info">{of.system}</Status> : <Status tone="calm">Found by names</Status>;
}

function Back({ onBack }: { onBack: () => void }) {
  return (
    <Button variant="default" leftSection={<IconArrowLeft size={16} aria-hidden />} onClick={onBack}>
      Choose another file
    </Button>
  );
}
