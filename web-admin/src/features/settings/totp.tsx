import { Button, Group, PasswordInput, PinInput, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useAct } from '@/shared/api/act';
import { graphql } from '@/shared/api/graphql';
import { FormError } from '@/shared/ui/form-error';
import { Panel } from '@/shared/ui/panel';
import { QrCode } from '@/shared/ui/qr-code';
import { Notice, Status } from '@/shared/ui/status';
import { done } from '@/shared/ui/toast';
import { secret, words } from './secret-words';
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

export function TotpOff({ onCodes }: { onCodes: (codes: readonly string[]) => void }) {
  const [start, starting] = useAct(StartMutation);
  const [confirm, confirming] = useAct(ConfirmMutation);
  const [password, setPassword] = useState('');
  const [seed, setSeed] = useState<{ uri: string; secret: string }>();
  const [code, setCode] = useState('');
  const [error, setError] = useState('');
  return (
    <Panel title="Authenticator app" aside={<Status tone="calm">Off</Status>}>
      <Stack className={css.form}>
        <Text>With it, signing in also asks for six digits that only your phone shows.</Text>
        <FormError>{error}</FormError>
        {seed ? (
          <form
            onSubmit={async (event) => {
              event.preventDefault();
              const outcome = await confirm({ input: { code } });
              if (outcome.refused) return setError(words(outcome.refused));
              onCodes(outcome.payload.recoveryCodes);
              done('From now on signing in asks for a code. You are signed out everywhere else.');
            }}
          >
            <Stack>
              <Text>Scan this with your app, or type the key into it.</Text>
              <QrCode
                className={css.qr}
                alt="QR code for the authenticator app; the key below says the same"
                says={seed.uri}
              />
              <code className={css.secret}>{seed.secret}</code>
              <PinInput
                length={6}
                type="number"
                oneTimeCode
                value={code}
                onChange={setCode}
                aria-label="Code that the app shows"
                getInputProps={(index) => ({ 'aria-label': `Digit ${index + 1} of 6` })}
              />
              <Group>
                <Button type="submit" loading={confirming} disabled={code.length < 6}>
                  Switch it on
                </Button>
              </Group>
            </Stack>
          </form>
        ) : (
          <form
            onSubmit={async (event) => {
              event.preventDefault();
              const outcome = await start({ input: { currentPassword: password } });
              if (outcome.refused) return setError(words(outcome.refused));
              setError('');
              const { otpauthUri, secret } = outcome.payload;
              if (otpauthUri && secret) setSeed({ uri: otpauthUri, secret });
            }}
          >
            <Stack>
              <PasswordInput
                label="Your password"
                autoComplete="current-password"
                required
                {...secret}
                value={password}
                onChange={(event) => setPassword(event.currentTarget.value)}
              />
              <Group>
                <Button type="submit" variant="default" loading={starting}>
                  Set it up
                </Button>
              </Group>
            </Stack>
          </form>
        )}
      </Stack>
    </Panel>
  );
}

export function TotpOn() {
  const [disable, busy] = useAct(DisableMutation);
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [error, setError] = useState('');
  return (
    <Panel title="Authenticator app" aside={<Status tone="good">On</Status>}>
      <form
        onSubmit={async (event) => {
          event.preventDefault();
          const { refused } = await disable({ input: { currentPassword: password, code } });
          if (refused) return setError(words(refused));
          done('Signing in asks for your password alone. You are signed out everywhere else.');
        }}
      >
        <Stack className={css.form}>
          <Notice tone="info">
            Signing in asks for a code. If you lose your phone, sign in with a recovery code and switch the app off here
            with another one.
          </Notice>
          <FormError>{error}</FormError>
          <PasswordInput
            label="Your password"
            autoComplete="current-password"
            required
            {...secret}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <TextInput
            label="Code that the app shows, or a recovery code"
            autoComplete="one-time-code"
            required
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
          />
          <Group>
            <Button type="submit" variant="default" color="red" loading={busy}>
              Switch it off
            </Button>
          </Group>
        </Stack>
      </form>
    </Panel>
  );
}
