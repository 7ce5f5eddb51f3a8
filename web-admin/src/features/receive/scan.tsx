import { Button, Stack, Text, TextInput } from '@mantine/core';
import { IconScan } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useRef, useState } from 'react';
import { useClient } from 'urql';
import { useAct, useKey } from '@/shared/api/act';
import { troubleOf } from '@/shared/api/client';
import { graphql } from '@/shared/api/graphql';
import { count } from '@/shared/format/words';
import { useCan } from '@/shared/session/session';
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

/** One big field. A keyboard wedge types the code and Enter; after each scan it is empty and has the focus again. */
function ScanField() {
  const client = useClient();
  const navigate = useNavigate();
  const field = useRef<HTMLInputElement>(null);
  const [open, opening] = useAct(OpenMutation);
  const key = useKey();
  const [code, setCode] = useState('');
  const [problem, setProblem] = useState('');
  const [ask, setAsk] = useState<Ask>();

  const fail = (message: string) => {
    signal(false);
    setProblem(message);
    setCode('');
    field.current?.focus();
  };
  const begin = async (scanned: string, acceptUnknown: boolean) => {
    const input = { code: scanned, acceptUnknown };
    const outcome = await open({ input: { ...input, idempotencyKey: key(input) } });
    if (outcome.refused) return fail(outcome.refused.map((each) => each.message).join(' '));
    signal(true);
    if (outcome.payload.receipt)
      await navigate({ to: '/receive/$receiptId', params: { receiptId: outcome.payload.receipt.id } });
  };
  const scan = async (event: FormEvent) => {
    event.preventDefault();
    const scanned = code.trim();
    if (!scanned) return;
    setProblem('');
    setAsk(undefined);
    const { data, error } = await client.query(CodeQuery, { code: scanned }, { requestPolicy: 'network-only' });
    if (error) return fail(troubleOf(error).message);
    const found = data?.scannedCode;
    const waiting = found?.receiptToInspect;
    if (found && !waiting && !found.warning) return begin(scanned, false);
    signal(false);
    setCode('');
    setAsk(
      found && waiting && !found.openReceipt
        ? {
            code: scanned,
            question: `${count(waiting.unitsToInspect, 'unit')} of ${found.return.rmaNumber} wait${waiting.unitsToInspect === 1 ? 's' : ''} for inspection. ${found.warning ?? ''}`,
            unknown: false,
            inspect: waiting.id,
          }
        : found
          ? { code: scanned, question: found.warning ?? '', unknown: false }
          : { code: scanned, question: `“${scanned}” belongs to no return that we know.`, unknown: true },
    );
  };

  return (
    <form className={css.scan} onSubmit={scan}>
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
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      {problem && (
        <Notice tone="bad" alert>
          {problem}
        </Notice>
      )}
      {ask && (
        <Notice tone="warn" alert>
          <Text mb={8}>{ask.question}</Text>
          <Stack gap="xs">
            {ask.inspect && (
              <Button
                size="md"
                fullWidth
                renderRoot={(props) => (
                  <Link to="/receive/$receiptId" params={{ receiptId: ask.inspect ?? '' }} {...props} />
                )}
              >
                Inspect now
              </Button>
            )}
            <Button
              size="md"
              fullWidth
              variant={ask.inspect ? 'default' : 'filled'}
              loading={opening}
              onClick={() => void begin(ask.code, ask.unknown)}
            >
              {ask.unknown
                ? 'Receive it as an unknown parcel'
                : ask.inspect
                  ? 'Count another parcel'
                  : 'Receive it all the same'}
            </Button>
          </Stack>
        </Notice>
      )}
      <Button type="submit" size="lg" loading={opening} disabled={!code.trim()}>
        Open the parcel
      </Button>
    </form>
  );
}
