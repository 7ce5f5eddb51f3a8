import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { useAct } from '@/shared/api/act';
import { graphql } from '@/shared/api/graphql';
import { sentence } from '@/shared/format/words';
import { needed, useActForm } from '@/shared/ui/act-form';
import { FormError } from '@/shared/ui/form-error';
import { Loaded } from '@/shared/ui/loaded';
import { DoorLink } from './anchor';
import { Door } from './door';
import { NewPassword } from './password-field';

const OfferQuery = graphql(`
  query InvitationOffer($token: String!) {
    invitationOffer(token: $token) { tenantName email role accountExists }
  }
`);

const AcceptMutation = graphql(`
  mutation AcceptInvitation($input: AcceptInvitationInput!) {
    acceptInvitation(input: $input) { accepted userErrors { field message code } }
  }
`);

type Offer = { tenantName: string; email: string; role: string; accountExists: boolean };

export function AcceptInvitation() {
  const { token = '' } = useSearch({ from: '/accept-invitation' });
  const query = useQuery({ query: OfferQuery, variables: { token } });
  return (
    <Loaded query={query}>
      {({ invitationOffer }) =>
        invitationOffer ? (
          <Accept token={token} offer={invitationOffer} />
        ) : (
          <Door title="This invitation is no longer good" foot={<DoorLink to="/sign-in">Go to sign-in</DoorLink>}>
            <p style={{ margin: 0 }}>
              It was used, withdrawn, replaced by a newer one, or is too old. Ask whoever invited you to do so again.
            </p>
          </Door>
        )
      }
    </Loaded>
  );
}

function Accept({ token, offer }: { token: string; offer: Offer }) {
  const [act] = useAct(AcceptMutation);
  const navigate = useNavigate();
  const form = useActForm({
    initialValues: { name: '', password: '' },
    validate: {
      name: offer.accountExists ? () => null : needed('Say how colleagues call you.'),
      password: needed(offer.accountExists ? 'Type your password.' : 'Choose a password.'),
    },
    act: ({ name, password }) => act({ input: { token, password, name: offer.accountExists ? null : name } }),
    onDone: () => void navigate({ to: '/sign-in', search: { note: 'accepted' } }),
  });
  const { fields } = form;
  return (
    <Door
      title={`Join ${offer.tenantName}`}
      lead={`You are invited as ${sentence(offer.role).toLowerCase()}, with ${offer.email}.`}
    >
      <form noValidate onSubmit={form.submit}>
        <Stack>
          <FormError>{fields.errors.form}</FormError>
          {offer.accountExists ? (
            <PasswordInput
              label="Your present password"
              autoComplete="current-password"
              required
              withAsterisk={false}
              visibilityToggleButtonProps={{ 'aria-label': 'Show password' }}
              {...fields.getInputProps('password')}
            />
          ) : (
            <>
              <TextInput label="Your name" autoComplete="name" required {...fields.getInputProps('name')} />
              <NewPassword
                label="Password"
                required
                context={[offer.email, offer.tenantName, fields.values.name]}
                {...fields.getInputProps('password')}
              />
            </>
          )}
          <Button type="submit" loading={form.sending}>
            Join {offer.tenantName}
          </Button>
        </Stack>
      </form>
    </Door>
  );
}
