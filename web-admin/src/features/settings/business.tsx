import { Button, Group, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from 'urql';
import { fieldErrors, useAct } from '@/shared/api/act';
import { countries, locales, timeZones } from '@/shared/format/places';
import { useCan } from '@/shared/session/session';
import { FormError } from '@/shared/ui/form-error';
import { Loaded } from '@/shared/ui/loaded';
import { Panel } from '@/shared/ui/panel';
import { done } from '@/shared/ui/toast';
import { LiveSwitch } from './live-switch';
import css from './settings.module.css';
import { staleWords, type TenantFacts, TenantQuery, UpdateTenantMutation } from './tenant-query';

export function Business() {
  const query = useQuery({ query: TenantQuery });
  return (
    <Loaded query={query}>
      {({ tenant }) => (
        <>
          <LiveSwitch of={tenant} />
          <BusinessForm key={tenant.version} of={tenant} />
        </>
      )}
    </Loaded>
  );
}

const fields = [
  'name',
  'slug',
  'timeZone',
  'locale',
  'contactEmail',
  'teamInbox',
  'street',
  'street2',
  'postcode',
  'city',
  'region',
  'country',
  'addressName',
];

function BusinessForm({ of }: { of: TenantFacts }) {
  const may = useCan()('tenant:write');
  const [update, busy] = useAct(UpdateTenantMutation);
  const address = of.returnAddress;
  const form = useForm({
    initialValues: {
      name: of.name,
      slug: of.slug,
      timeZone: of.timeZone,
      locale: of.locale,
      contactEmail: of.contactEmail ?? '',
      teamInbox: of.teamInbox ?? '',
      addressName: address?.name ?? of.name,
      street: address?.street ?? '',
      street2: address?.street2 ?? '',
      postcode: address?.postcode ?? '',
      city: address?.city ?? '',
      region: address?.region ?? '',
      country: address?.country ?? 'DE',
    },
  });
  return (
    <form
      onSubmit={form.onSubmit(async (v) => {
        const given = v.street || v.postcode || v.city;
        const { refused } = await update({
          input: {
            version: of.version,
            name: v.name,
            slug: v.slug,
            timeZone: v.timeZone,
            locale: v.locale,
            contactEmail: v.contactEmail,
            teamInbox: v.teamInbox,
            returnAddress: given
              ? {
                  name: v.addressName,
                  street: v.street,
                  street2: v.street2 || null,
                  postcode: v.postcode,
                  city: v.city,
                  region: v.region || null,
                  country: v.country,
                }
              : null,
          },
        });
        if (!refused) return done('Saved.');
        const stale = refused.some((each) => each.code === 'STALE');
        form.setErrors(stale ? { form: staleWords } : fieldErrors(refused, fields));
      })}
    >
      <fieldset disabled={!may} style={{ border: 0, padding: 0, margin: 0 }}>
        <Stack>
          <FormError>{form.errors.form}</FormError>
          <Panel title="Business">
            <Stack className={css.form}>
              <TextInput
                label="Business name"
                description="As shoppers read it."
                required
                {...form.getInputProps('name')}
              />
              <TextInput
                label="Portal address"
                description={`Shoppers find you at ${of.portalUrl.replace(/[^/]*$/, form.values.slug)}. Links sent before keep the old address.`}
                required
                {...form.getInputProps('slug')}
              />
              <SimpleGrid cols={{ base: 1, xs: 2 }}>
                <Select
                  label="Time zone"
                  description="Return windows count local days in it."
                  searchable
                  limit={60}
                  allowDeselect={false}
                  data={timeZones.includes(of.timeZone) ? timeZones : [of.timeZone, ...timeZones]}
                  {...form.getInputProps('timeZone')}
                />
                <Select
                  label="Language"
                  description="Of messages and of the portal."
                  allowDeselect={false}
                  data={
                    locales.some((each) => each.value === of.locale)
                      ? locales
                      : [{ value: of.locale, label: of.locale }, ...locales]
                  }
                  {...form.getInputProps('locale')}
                />
              </SimpleGrid>
              <Text c="dimmed">Currency: {of.currency}. It was fixed at sign-up.</Text>
            </Stack>
          </Panel>
          <Panel title="Who hears what">
            <Stack className={css.form}>
              <TextInput
                label="Contact address"
                description="Shoppers write to it; answers to messages go there."
                type="email"
                {...form.getInputProps('contactEmail')}
              />
              <TextInput
                label="Team inbox"
                description="Told when a request waits for a person or a refund fails."
                type="email"
                {...form.getInputProps('teamInbox')}
              />
            </Stack>
          </Panel>
          <Panel title="Return address">
            <Stack className={css.form}>
              <Text c="dimmed">Where goods go; printed on return slips.</Text>
              <TextInput label="Name" {...form.getInputProps('addressName')} />
              <TextInput label="Street and number" autoComplete="address-line1" {...form.getInputProps('street')} />
              <TextInput label="Addition" autoComplete="address-line2" {...form.getInputProps('street2')} />
              <SimpleGrid cols={{ base: 1, xs: 2 }}>
                <TextInput label="Postcode" autoComplete="postal-code" {...form.getInputProps('postcode')} />
                <TextInput label="City" autoComplete="address-level2" {...form.getInputProps('city')} />
                <TextInput label="Region or state" {...form.getInputProps('region')} />
                <Select
                  label="Country"
                  searchable
                  allowDeselect={false}
                  data={countries}
                  {...form.getInputProps('country')}
                />
              </SimpleGrid>
            </Stack>
          </Panel>
          {may && (
            <Group>
              <Button type="submit" loading={busy} disabled={!form.isDirty()}>
                Save
              </Button>
            </Group>
          )}
        </Stack>
      </fieldset>
    </form>
  );
}
