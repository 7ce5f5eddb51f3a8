import { Anchor, Button, PasswordInput, PinInput, Stack, Text, TextInput } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type FormEvent, useEffect, useState } from 'react';
import { type SignInRefusal, useSession } from '@/shared/session/session';
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
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [totp, setTotp] = useState('');
  const [wantsCode, setWantsCode] = useState(false);
  const [byRecoveryCode, setByRecoveryCode] = useState(false);
  const [error, setError] = useState('');
  const [busy, setBusy] = useState(false);

  useEffect(() => {
    if (facts?.signedIn) void navigate({ href: to?.startsWith('/') && !to.startsWith('//') ? to : '/', replace: true });
  }, [facts, navigate, to]);

  const submit = async (event?: FormEvent, code = totp) => {
    event?.preventDefault();
    setBusy(true);
    const refusal = await signIn(email.trim(), password, wantsCode ? code : undefined);
    setBusy(false);
    if (!refusal) return;
    if (refusal.code === 'TOTP_REQUIRED') setWantsCode(true);
    if (refusal.code === 'TOTP_WRONG') setTotp('');
    setError(
      byRecoveryCode && refusal.code === 'TOTP_WRONG'
        ? 'That recovery code is not right, or was used before.'
        : explain(refusal),
    );
  };

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
      <form onSubmit={submit}>
        <Stack>
          <FormError>{error}</FormError>
          {wantsCode && byRecoveryCode ? (
            <TextInput
              label="Recovery code"
              description="One of the ten that you saved. Each works once."
              autoComplete="off"
              autoFocus
              required
              withAsterisk={false}
              value={totp}
              onChange={(event) => setTotp(event.currentTarget.value)}
            />
          ) : wantsCode ? (
            <>
              <Text c="dimmed">Your sign-in is protected by an authenticator app. It shows six digits.</Text>
              <PinInput
                length={6}
                type="number"
                oneTimeCode
                autoFocus
                size="md"
                value={totp}
                onChange={setTotp}
                onComplete={(code) => void submit(undefined, code)}
                aria-label="Six-digit code"
                getInputProps={(index) => ({ 'aria-label': `Digit ${index + 1} of 6` })}
              />
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
                value={email}
                onChange={(event) => setEmail(event.currentTarget.value)}
              />
              <PasswordInput
                label="Password"
                name="password"
                autoComplete="current-password"
                required
                withAsterisk={false}
                value={password}
                onChange={(event) => setPassword(event.currentTarget.value)}
                visibilityToggleButtonProps={{ 'aria-label': 'Show password' }}
              />
            </>
          )}
          <Button type="submit" loading={busy} fullWidth>
            Sign in
          </Button>
          {wantsCode && (
            <Anchor
              component="button"
              type="button"
              ta="center"
              onClick={() => {
                setByRecoveryCode(!byRecoveryCode);
                setTotp('');
                setError('');
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
