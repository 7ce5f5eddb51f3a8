import { Button, Group, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useAct } from '@/shared/api/act';
import { graphql } from '@/shared/api/graphql';
import { useViewer } from '@/shared/session/viewer';
import { FormError } from '@/shared/ui/form-error';
import { Panel } from '@/shared/ui/panel';
import { RowsSkeleton } from '@/shared/ui/states';
import { done } from '@/shared/ui/toast';
import { CodesShown, RecoveryCodes } from './recovery-codes';
import { secret, words } from './secret-words';
import { Sessions } from './sessions';
import css from './settings.module.css';
import { TotpOff, TotpOn } from './totp';

const NameMutation = graphql(`
  mutation UpdateViewer($input: UpdateViewerInput!) {
    updateViewer(input: $input) { viewer { id name } userErrors { field message code } }
  }
`);
const PasswordMutation = graphql(`
  mutation ChangePassword($input: ChangePasswordInput!) {
    changePassword(input: $input) { changed userErrors { field message code } }
  }
`);
export function Security() {
  const viewer = useViewer();
  const [codes, setCodes] = useState<readonly string[]>();
  if (!viewer) return <RowsSkeleton rows={4} />;
  return (
    <>
      <Name known={viewer.name} email={viewer.email} />
      <Password />
      {viewer.totpEnabled ? <TotpOn /> : <TotpOff onCodes={setCodes} />}
      {codes ? (
        <CodesShown codes={codes} onKept={() => setCodes(undefined)} />
      ) : (
        viewer.totpEnabled && <RecoveryCodes onCodes={setCodes} />
      )}
      <Sessions />
    </>
  );
}

function Name({ known, email }: { known: string; email: string }) {
  const [update, busy] = useAct(NameMutation);
  const [name, setName] = useState(known);
  const [error, setError] = useState('');
  return (
    <Panel title="You">
      <form
        onSubmit={async (event) => {
          event.preventDefault();
          const { refused } = await update({ input: { name } });
          setError(refused ? words(refused) : '');
          if (!refused) done('Saved.');
        }}
      >
        <Stack className={css.form}>
          <FormError>{error}</FormError>
          <Text c="dimmed">You sign in with {email}.</Text>
          <TextInput label="Name" required value={name} onChange={(event) => setName(event.currentTarget.value)} />
          <Group>
            <Button type="submit" variant="default" loading={busy} disabled={name === known}>
              Save
            </Button>
          </Group>
        </Stack>
      </form>
    </Panel>
  );
}

function Password() {
  const [change, busy] = useAct(PasswordMutation);
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [error, setError] = useState('');
  return (
    <Panel title="Password">
      <form
        onSubmit={async (event) => {
          event.preventDefault();
          const { refused } = await change({ input: { currentPassword: current, password: next } });
          if (refused) return setError(words(refused));
          setCurrent('');
          setNext('');
          setError('');
          done('Your password is changed. You are signed out everywhere else.');
        }}
      >
        <Stack className={css.form}>
          <FormError>{error}</FormError>
          <PasswordInput
            label="Present password"
            autoComplete="current-password"
            required
            {...secret}
            value={current}
            onChange={(event) => setCurrent(event.currentTarget.value)}
          />
          <PasswordInput
            label="New password"
            description="12 characters or more, hard to guess. You are signed out everywhere else."
            autoComplete="new-password"
            required
            {...secret}
            value={next}
            onChange={(event) => setNext(event.currentTarget.value)}
          />
          <Group>
            <Button type="submit" variant="default" loading={busy}>
              Change the password
            </Button>
          </Group>
        </Stack>
      </form>
    </Panel>
  );
}
