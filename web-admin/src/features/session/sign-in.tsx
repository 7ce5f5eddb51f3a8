import { Anchor, Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { Outcome } from '@/shared/api/act';
import { type SignInRefusal, useSession } from '@/shared/session/session';
import { needed, useActForm } from '@/shared/ui/act-form';
import { CodeField } from '@/shared/ui/code-field';
import { FormError } from '@/shared/ui/form-error';
import { Notice } from '@/shared/ui/status';
import { DoorLink } from './anchor';
import { Door } from './door';

export function explain(refusal: SignInRefusal): string {
  switch (refusal.code) {
    case 'BAD_CREDENTIALS':
      return 'E-mail address and password do not fit together, or the address is not yet confirmed.';
    case 'TOTP_WRONG':
      return 'That code is not right, or no longer. Type the one that your app shows now.';
    case 'THROTTLED':
      return `Too many tries. Wait ${Math.ceil((refusal.retryAfterSeconds ?? 60) / 60)} minutes, then try again.`;
    case 'INVALID':
      return 'Type your e-mail address and your password.';
    case 'TOTP_REQUIRED':
      return '';
    case 'FAILED':
      return `Retour is not available right now. Try again in a minute.${
        refusal.correlationId ? ` (error id ${refusal.correlationId})` : ''
      }`;
  }
}

export function SignIn() {
  const { facts, signIn } = useSession();
  const { to, note } = useSearch({ from: '/sign-in' });
  const navigate = useNavigate();
  const [wantsCode, setWantsCode] = useState(false);
  const [byRecoveryCode, setByRecoveryCode] = useState(false);

  useEffect(() => {
    if (facts?.signedIn) void navigate({ href: to?.startsWith('/') && !to.startsWith('//') ? to : '/', replace: true });
  }, [facts, navigate, to]);

  const form = useActForm({
    initialValues: { email: '', password: '', totp: '' },
    validate: {
      email: needed('Type the address that you sign in with.'),
      password: needed('Type your password.'),
      totp: (code) => (wantsCode ? needed('Type the code.')(code) : null),
    },
    act: async ({ email, password, totp }): Promise<Outcome<unknown>> => {
      const refusal = await signIn(email.trim(), password, wantsCode ? totp : undefined);
      if (!refusal) return { payload: undefined };
      const { code } = refusal;
      // So far nothing is wrong: there is one more thing to say.
      if (code === 'TOTP_REQUIRED') {
        setWantsCode(true);
        return { refused: [] };
      }
      if (code !== 'TOTP_WRONG') return { refused: [{ message: explain(refusal), code }] };
      fields.setFieldValue('totp', '');
      const message = byRecoveryCode ? 'That recovery code is not right, or was used before.' : explain(refusal);
      return { refused: [{ field: ['totp'], message, code }] };
    },
    onDone: () => {},
  });
  const { fields } = form;

  return (
    <Door
      title={title(wantsCode, byRecoveryCode)}
      foot={
        <>
          New here? <DoorLink to="/sign-up">Open an account</DoorLink>
        </>
      }
    >
      {note === 'reset' && <Notice tone="good">Your new password is set. Sign in with it.</Notice>}
      {note === 'confirmed' && <Notice tone="good">Your address is confirmed. Sign in to begin.</Notice>}
      {note === 'accepted' && <Notice tone="good">You are on the team. Sign in to begin.</Notice>}
      <form noValidate onSubmit={form.submit}>
        <Stack>
          <FormError>{fields.errors.form}</FormError>
          {wantsCode && byRecoveryCode ? (
            <TextInput
              label="Recovery code"
              description="One of the ten that you saved. Each works once."
              autoComplete="off"
              autoFocus
              required
              withAsterisk={false}
              {...fields.getInputProps('totp')}
            />
          ) : wantsCode ? (
            <>
              <Text c="dimmed">Your sign-in is protected by an authenticator app. It shows six digits.</Text>
              <CodeField label="Six-digit code" path="totp" autoFocus sends {...fields.getInputProps('totp')} />
            </>
          ) : (
            <>
              <TextInput
                label="E-mail address"
                type="email"
                name="email"
                autoComplete="username"
                required
                withAsterisk={false}
                {...fields.getInputProps('email')}
              />
              <PasswordInput
                label="Password"
                name="password"
                autoComplete="current-password"
                required
                withAsterisk={false}
                visibilityToggleButtonProps={{ 'aria-label': 'Show password' }}
                {...fields.getInputProps('password')}
              />
            </>
          )}
          <Button type="submit" loading={form.sending} fullWidth>
            Sign in
          </Button>
          {wantsCode && (
            <Anchor
              component="button"
              type="button"
              ta="center"
              onClick={() => {
                setByRecoveryCode(!byRecoveryCode);
                fields.setFieldValue('totp', '');
                fields.clearErrors();
              }}
            >
              {byRecoveryCode ? 'Use your authenticator app' : 'No phone at hand? Use a recovery code'}
            </Anchor>
          )}
          {!wantsCode && (
            <Text ta="center">
              <DoorLink to="/forgot-password">Forgot your password?</DoorLink>
            </Text>
          )}
        </Stack>
      </form>
    </Door>
  );
}

function title(wantsCode: boolean, byRecoveryCode: boolean): string {
  if (!wantsCode) return 'Sign in';
  return byRecoveryCode ? 'Type a recovery code' : 'Type the code of your app';
}
