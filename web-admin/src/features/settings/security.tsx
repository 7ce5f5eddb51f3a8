import { Button, Group, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useAct } from '@/shared/api/act';
import { graphql } from '@/shared/api/graphql';
import { useViewer } from '@/shared/session/viewer';
import { needed, useActForm } from '@/shared/ui/act-form';
import { FormError } from '@/shared/ui/form-error';
import { Panel } from '@/shared/ui/panel';
import { RowsSkeleton } from '@/shared/ui/states';
import { done } from '@/shared/ui/toast';
import { CodesShown, RecoveryCodes } from './recovery-codes';
import { passwordNeeded, secret } from './secret-words';
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
  const [update] = useAct(NameMutation);
  const form = useActForm({
    initialValues: { name: known },
    validate: { name: needed('Say how colleagues call you.') },
    act: ({ name }) => update({ input: { name } }),
    onDone: () => done('Saved.'),
  });
  return (
    <Panel title="You">
      <form noValidate onSubmit={form.submit}>
        <Stack className={css.form}>
          <FormError>{form.fields.errors.form}</FormError>
          <Text c="dimmed">You sign in with {email}.</Text>
          <TextInput label="Name" required {...form.fields.getInputProps('name')} />
          <Group>
            <Button type="submit" variant="default" loading={form.sending} disabled={form.fields.values.name === known}>
              Save
            </Button>
          </Group>
        </Stack>
      </form>
    </Panel>
  );
}

function Password() {
  const [change] = useAct(PasswordMutation);
  const form = useActForm({
    initialValues: { currentPassword: '', password: '' },
    validate: { currentPassword: passwordNeeded, password: needed('Choose a new password.') },
    act: (values) => change({ input: values }),
    onDone: () => {
      form.fields.reset();
      done('Your password is changed. You are signed out everywhere else.');
    },
  });
  return (
    <Panel title="Password">
      <form noValidate onSubmit={form.submit}>
        <Stack className={css.form}>
          <FormError>{form.fields.errors.form}</FormError>
          <PasswordInput
            label="Present password"
            autoComplete="current-password"
            required
            {...secret}
            {...form.fields.getInputProps('currentPassword')}
          />
          <PasswordInput
            label="New password"
            description="12 characters or more, hard to guess. You are signed out everywhere else."
            autoComplete="new-password"
            required
            {...secret}
            {...form.fields.getInputProps('password')}
          />
          <Group>
            <Button type="submit" variant="default" loading={form.sending}>
              Change the password
            </Button>
          </Group>
        </Stack>
      </form>
    </Panel>
  );
}
