import { Button, Group, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from 'urql';
import { useAct } from '@/shared/api/act';
import { countries, locales, timeZones } from '@/shared/format/places';
import { useCan } from '@/shared/session/session';
import { needed, useActForm } from '@/shared/ui/act-form';
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

function BusinessForm({ of }: { of: TenantFacts }) {
  const may = useCan()('tenant:write');
  const [update] = useAct(UpdateTenantMutation);
  const address = of.returnAddress;
  const form = useActForm({
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
    validate: {
      name: needed('Say what your business is called.'),
      slug: needed('Choose where shoppers find your portal.'),
    },
    act: (v) => {
      const given = v.street || v.postcode || v.city;
      return update({
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
    },
    onDone: () => done('Saved.'),
    staleWords,
  });
  const { fields } = form;
  return (
    <form noValidate onSubmit={form.submit}>
      <fieldset disabled={!may} style={{ border: 0, padding: 0, margin: 0 }}>
        <Stack>
          <FormError>{fields.errors.form}</FormError>
          <Panel title="Business">
            <Stack className={css.form}>
              <TextInput
                label="Business name"
                description="As shoppers read it."
                required
                {...fields.getInputProps('name')}
              />
              <TextInput
                label="Portal address"
                description={`Shoppers find you at ${of.portalUrl.replace(/[^/]*$/, fields.values.slug)}. Links sent before keep the old address.`}
                required
                {...fields.getInputProps('slug')}
              />
              <SimpleGrid cols={{ base: 1, xs: 2 }}>
                <Select
                  label="Time zone"
                  description="Return windows count local days in it."
                  searchable
                  limit={60}
                  allowDeselect={false}
                  data={timeZones.includes(of.timeZone) ? timeZones : [of.timeZone, ...timeZones]}
                  {...fields.getInputProps('timeZone')}
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
                  {...fields.getInputProps('locale')}
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
                {...fields.getInputProps('contactEmail')}
              />
              <TextInput
                label="Team inbox"
                description="Told when a request waits for a person or a refund fails."
                type="email"
                {...fields.getInputProps('teamInbox')}
              />
            </Stack>
          </Panel>
          <Panel title="Return address">
            <Stack className={css.form}>
              <Text c="dimmed">Where goods go; printed on return slips.</Text>
              <TextInput label="Name" {...fields.getInputProps('addressName')} />
              <TextInput label="Street and number" autoComplete="address-line1" {...fields.getInputProps('street')} />
              <TextInput label="Addition" autoComplete="address-line2" {...fields.getInputProps('street2')} />
              <SimpleGrid cols={{ base: 1, xs: 2 }}>
                <TextInput label="Postcode" autoComplete="postal-code" {...fields.getInputProps('postcode')} />
                <TextInput label="City" autoComplete="address-level2" {...fields.getInputProps('city')} />
                <TextInput label="Region or state" {...fields.getInputProps('region')} />
                <Select
                  label="Country"
                  searchable
                  allowDeselect={false}
                  data={countries}
                  {...fields.getInputProps('country')}
                />
              </SimpleGrid>
            </Stack>
          </Panel>
          {may && (
            <Group>
              <Button type="submit" loading={form.sending} disabled={!fields.isDirty()}>
                Save
              </Button>
            </Group>
          )}
        </Stack>
      </fieldset>
    </form>
  );
}
