import { Button, Stack, Text, TextInput } from '@mantine/core';
import { IconScan } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useClient } from 'urql';
import { type Outcome, useAct, useKey } from '@/shared/api/act';
import { troubleOf } from '@/shared/api/client';
import { graphql, type ResultOf } from '@/shared/api/graphql';
import { anew } from '@/shared/api/policies';
import { count } from '@/shared/format/words';
import { useCan } from '@/shared/session/session';
import { needed, useActForm } from '@/shared/ui/act-form';
import { FormError } from '@/shared/ui/form-error';
import { Page } from '@/shared/ui/page';
import { Forbidden } from '@/shared/ui/states';
import { Notice } from '@/shared/ui/status';
import { HalfDone } from './half-done';
import { OpenMutation } from './receipt-query';
import css from './receive.module.css';
import { signal } from './signal';

const CodeQuery = graphql(`
  query ScannedCode($code: String!) {
    scannedCode(code: $code) {
      warning
      openReceipt { id }
      receiptToInspect { id unitsToInspect }
      return { id rmaNumber }
    }
  }
`);

type Found = { receipt: { id: string } | null };
type Ask = { code: string; question: string; unknown: boolean; inspect?: string };

export function Scan() {
  const can = useCan();
  if (!can('receive:write')) return <Forbidden what="Receiving parcels is closed to your role." />;
  return (
    <Page title="Receive" narrow lead="Scan the code on the return slip, or type an RMA or tracking number.">
      <Stack>
        <ScanField />
        <HalfDone />
      </Stack>
    </Page>
  );
}

/** Opens a parcel for a code; the same code says the same once, also after an answer was lost. */
function useOpening() {
  const [open] = useAct(OpenMutation);
  const navigate = useNavigate();
  const key = useKey();
  return {
    open: async (code: string, acceptUnknown: boolean) => {
      const input = { code, acceptUnknown };
      const outcome = await open({ input: { ...input, idempotencyKey: key(input) } });
      signal(!outcome.refused);
      return outcome;
    },
    opened: ({ receipt }: Found) => {
      if (receipt) void navigate({ to: '/receive/$receiptId', params: { receiptId: receipt.id } });
    },
  };
}

/** One big field. A keyboard wedge types the code and Enter; after each scan it is empty and has the focus again. */
function ScanField() {
  const client = useClient();
  const field = useRef<HTMLInputElement>(null);
  const { open, opened } = useOpening();
  const [ask, setAsk] = useState<Ask>();
  const look = async (code: string): Promise<Outcome<Found>> => {
    const { data, error } = await client.query(CodeQuery, { code }, anew);
    if (error) {
      signal(false);
      return { refused: [{ message: troubleOf(error).message, code: 'FAILED' }] };
    }
    const question = questionOf(code, data?.scannedCode ?? null);
    if (!question) return open(code, false);
    signal(false);
    setAsk(question);
    return { payload: { receipt: null } };
  };
  const form = useActForm({
    initialValues: { code: '' },
    validate: { code: needed('Scan a code, or type one.') },
    act: async ({ code }) => {
      setAsk(undefined);
      const found = await look(code.trim());
      form.fields.setFieldValue('code', '');
      field.current?.focus();
      return found;
    },
    onDone: opened,
  });
  const { fields } = form;
  return (
    <>
      <form className={css.scan} noValidate onSubmit={form.submit}>
        <TextInput
          ref={field}
          size="xl"
          label="Code"
          placeholder="R-1001"
          autoFocus
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          enterKeyHint="go"
          leftSection={<IconScan size={24} aria-hidden />}
          {...fields.getInputProps('code')}
        />
        <FormError>{fields.errors.form}</FormError>
        <Button type="submit" size="lg" loading={form.sending} disabled={!fields.values.code.trim()}>
          Open the parcel
        </Button>
      </form>
      {ask && <Question key={ask.code} of={ask} />}
    </>
  );
}

/** What has to be asked before a parcel is opened; nothing where all is clear. */
function questionOf(code: string, found: ResultOf<typeof CodeQuery>['scannedCode']): Ask | undefined {
  if (!found) return { code, question: `“${code}” belongs to no return that we know.`, unknown: true };
  const { receiptToInspect: waiting, openReceipt, warning } = found;
  if (waiting && !openReceipt) {
    const units = count(waiting.unitsToInspect, 'unit');
    const question = `${units} of ${found.return.rmaNumber} wait${waiting.unitsToInspect === 1 ? 's' : ''} for inspection. ${warning ?? ''}`;
    return { code, question, unknown: false, inspect: waiting.id };
  }
  return waiting || warning ? { code, question: warning ?? '', unknown: false } : undefined;
}

function Question({ of }: { of: Ask }) {
  const { open, opened } = useOpening();
  const form = useActForm({ initialValues: {}, act: () => open(of.code, of.unknown), onDone: opened });
  return (
    <Notice tone="warn" alert>
      <form noValidate onSubmit={form.submit}>
        <Text mb={8}>{of.question}</Text>
        <Stack gap="xs">
          <FormError>{form.fields.errors.form}</FormError>
          {of.inspect && (
            <Button
              size="md"
              fullWidth
              renderRoot={(props) => (
                <Link to="/receive/$receiptId" params={{ receiptId: of.inspect ?? '' }} {...props} />
              )}
            >
              Inspect now
            </Button>
          )}
          <Button type="submit" size="md" fullWidth variant={of.inspect ? 'default' : 'filled'} loading={form.sending}>
            {of.unknown
              ? 'Receive it as an unknown parcel'
              : of.inspect
                ? 'Count another parcel'
                : 'Receive it all the same'}
          </Button>
        </Stack>
      </form>
    </Notice>
  );
}
