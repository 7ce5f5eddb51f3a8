import { Button, Group, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useAct } from '@/shared/api/act';
import { graphql } from '@/shared/api/graphql';
import { needed, useActForm } from '@/shared/ui/act-form';
import { CodeField } from '@/shared/ui/code-field';
import { FormError } from '@/shared/ui/form-error';
import { Panel } from '@/shared/ui/panel';
import { QrCode } from '@/shared/ui/qr-code';
import { Notice, Status } from '@/shared/ui/status';
import { done } from '@/shared/ui/toast';
import { passwordNeeded, secret } from './secret-words';
import css from './settings.module.css';

const StartMutation = graphql(`
  mutation StartTotp($input: StartTotpInput!) {
    startTotp(input: $input) { otpauthUri secret userErrors { field message code } }
  }
`);
const ConfirmMutation = graphql(`
  mutation ConfirmTotp($input: ConfirmTotpInput!) {
    confirmTotp(input: $input) { viewer { id totpEnabled } recoveryCodes userErrors { field message code } }
  }
`);
const DisableMutation = graphql(`
  mutation DisableTotp($input: DisableTotpInput!) {
    disableTotp(input: $input) { viewer { id totpEnabled } userErrors { field message code } }
  }
`);

type Seed = { uri: string; secret: string };

export function TotpOff({ onCodes }: { onCodes: (codes: readonly string[]) => void }) {
  const [seed, setSeed] = useState<Seed>();
  return (
    <Panel title="Authenticator app" aside={<Status tone="calm">Off</Status>}>
      <Stack className={css.form}>
        <Text>With it, signing in also asks for six digits that only your phone shows.</Text>
        {seed ? <Confirm seed={seed} onCodes={onCodes} /> : <SetUp onSeed={setSeed} />}
      </Stack>
    </Panel>
  );
}

function SetUp({ onSeed }: { onSeed: (seed: Seed) => void }) {
  const [start] = useAct(StartMutation);
  const form = useActForm({
    initialValues: { currentPassword: '' },
    validate: { currentPassword: passwordNeeded },
    act: (values) => start({ input: values }),
    onDone: ({ otpauthUri, secret: key }) => {
      if (otpauthUri && key) onSeed({ uri: otpauthUri, secret: key });
    },
  });
  return (
    <form noValidate onSubmit={form.submit}>
      <Stack>
        <FormError>{form.fields.errors.form}</FormError>
        <PasswordInput
          label="Your password"
          autoComplete="current-password"
          required
          {...secret}
          {...form.fields.getInputProps('currentPassword')}
        />
        <Group>
          <Button type="submit" variant="default" loading={form.sending}>
            Set it up
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Confirm({ seed, onCodes }: { seed: Seed; onCodes: (codes: readonly string[]) => void }) {
  const [confirm] = useAct(ConfirmMutation);
  const form = useActForm({
    initialValues: { code: '' },
    act: (values) => confirm({ input: values }),
    onDone: ({ recoveryCodes }) => {
      onCodes(recoveryCodes);
      done('From now on signing in asks for a code. You are signed out everywhere else.');
    },
  });
  const { fields } = form;
  return (
    <form noValidate onSubmit={form.submit}>
      <Stack>
        <FormError>{fields.errors.form}</FormError>
        <Text>Scan this with your app, or type the key into it.</Text>
        <QrCode
          className={css.qr}
          alt="QR code for the authenticator app; the key below says the same"
          says={seed.uri}
        />
        <code className={css.secret}>{seed.secret}</code>
        <CodeField label="Code that the app shows" path="code" {...fields.getInputProps('code')} />
        <Group>
          <Button type="submit" loading={form.sending} disabled={fields.values.code.length < 6}>
            Switch it on
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

export function TotpOn() {
  const [disable] = useAct(DisableMutation);
  const form = useActForm({
    initialValues: { currentPassword: '', code: '' },
    validate: { currentPassword: passwordNeeded, code: needed('Type the code that the app shows now.') },
    act: (values) => disable({ input: values }),
    onDone: () => done('Signing in asks for your password alone. You are signed out everywhere else.'),
  });
  return (
    <Panel title="Authenticator app" aside={<Status tone="good">On</Status>}>
      <form noValidate onSubmit={form.submit}>
        <Stack className={css.form}>
          <Notice tone="info">
            Signing in asks for a code. If you lose your phone, sign in with a recovery code and switch the app off here
            with another one.
          </Notice>
          <FormError>{form.fields.errors.form}</FormError>
          <PasswordInput
            label="Your password"
            autoComplete="current-password"
            required
            {...secret}
            {...form.fields.getInputProps('currentPassword')}
          />
          <TextInput
            label="Code that the app shows, or a recovery code"
            autoComplete="one-time-code"
            required
            {...form.fields.getInputProps('code')}
          />
          <Group>
            <Button type="submit" variant="default" color="red" loading={form.sending}>
              Switch it off
            </Button>
          </Group>
        </Stack>
      </form>
    </Panel>
  );
}
