import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { fieldErrors, useAct } from '@/shared/api/act';
import { graphql } from '@/shared/api/graphql';
import { sentence } from '@/shared/format/words';
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
  const [act, busy] = useAct(AcceptMutation);
  const navigate = useNavigate();
  const form = useForm({ initialValues: { name: '', password: '' } });
  return (
    <Door
      title={`Join ${offer.tenantName}`}
      lead={`You are invited as ${sentence(offer.role).toLowerCase()}, with ${offer.email}.`}
    >
      <form
        onSubmit={form.onSubmit(async ({ name, password }) => {
          const { refused } = await act({ input: { token, password, name: offer.accountExists ? null : name } });
          if (refused) form.setErrors(fieldErrors(refused, ['name', 'password']));
          else await navigate({ to: '/sign-in', search: { note: 'accepted' } });
        })}
      >
        <Stack>
          <FormError>{form.errors.form}</FormError>
          {offer.accountExists ? (
            <PasswordInput
              label="Your present password"
              autoComplete="current-password"
              required
              withAsterisk={false}
              visibilityToggleButtonProps={{ 'aria-label': 'Show password' }}
              {...form.getInputProps('password')}
            />
          ) : (
            <>
              <TextInput label="Your name" autoComplete="name" required {...form.getInputProps('name')} />
              <NewPassword
                label="Password"
                required
                context={[offer.email, offer.tenantName, form.values.name]}
                {...form.getInputProps('password')}
              />
            </>
          )}
          <Button type="submit" loading={busy}>
            Join {offer.tenantName}
          </Button>
        </Stack>
      </form>
    </Door>
  );
}
