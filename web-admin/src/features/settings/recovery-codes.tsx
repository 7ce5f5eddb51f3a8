import { Button, CopyButton, Group, PasswordInput, Stack, Text } from '@mantine/core';
import { useQuery } from 'urql';
import { useAct } from '@/shared/api/act';
import { graphql } from '@/shared/api/graphql';
import { useActForm } from '@/shared/ui/act-form';
import { FormError } from '@/shared/ui/form-error';
import { Panel } from '@/shared/ui/panel';
import { Notice, Status } from '@/shared/ui/status';
import { passwordNeeded, secret } from './secret-words';
import css from './settings.module.css';

const LeftQuery = graphql(`
  query RecoveryCodesLeft { viewer { id recoveryCodesLeft } }
`);
const RenewMutation = graphql(`
  mutation RenewRecoveryCodes($input: RenewRecoveryCodesInput!) {
    renewRecoveryCodes(input: $input) { recoveryCodes userErrors { field message code } }
  }
`);

/** How many are left, and the way to new ones. */
export function RecoveryCodes({ onCodes }: { onCodes: (codes: readonly string[]) => void }) {
  const [{ data }] = useQuery({ query: LeftQuery });
  const [renew] = useAct(RenewMutation);
  const form = useActForm({
    initialValues: { currentPassword: '' },
    validate: { currentPassword: passwordNeeded },
    act: (values) => renew({ input: values }),
    onDone: ({ recoveryCodes }) => onCodes(recoveryCodes),
  });
  const left = data?.viewer.recoveryCodesLeft;
  return (
    <Panel
      title="Recovery codes"
      aside={left !== undefined && <Status tone={left > 2 ? 'calm' : 'warn'}>{leftWords(left)}</Status>}
    >
      <form noValidate onSubmit={form.submit}>
        <Stack className={css.form}>
          <Text>Each code signs you in once when you do not have your phone. New codes replace the old ones.</Text>
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
              Make new codes
            </Button>
          </Group>
        </Stack>
      </form>
    </Panel>
  );
}

export function leftWords(left: number): string {
  return left === 0 ? 'None left' : `${left} left`;
}

/** Shown once: the server keeps only what it needs to know them again. */
export function CodesShown({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  return (
    <Panel title="Your recovery codes">
      <Stack className={css.form}>
        <Notice tone="warn">
          Print these or save them in your password manager now. They are not shown again, and without them a lost phone
          locks you out.
        </Notice>
        <ul className={css.codes} aria-label="Recovery codes">
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
        <Group>
          <CopyButton value={codes.join('\n')}>
            {({ copied, copy }) => (
              <Button variant="default" onClick={copy}>
                {copied ? 'Copied' : 'Copy them'}
              </Button>
            )}
          </CopyButton>
          <Button onClick={onKept}>I have saved them</Button>
        </Group>
      </Stack>
    </Panel>
  );
}
