import { Button, Group } from '@mantine/core';
import { IconMapOff } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useCan } from '@/shared/session/session';
import { Page } from '@/shared/ui/page';
import { Empty } from '@/shared/ui/states';
import { places } from './navigation';

const offered = ['/', '/returns', '/orders', '/settings'];

/** An address that leads nowhere: the rail stays, and the likeliest places are a press away. */
export function NotFound() {
  const can = useCan();
  const ways = places.filter((place) => offered.includes(place.to) && (!place.scope || can(place.scope)));
  return (
    <Page title="Nothing here" heading="There is nothing here">
      <Empty
        icon={IconMapOff}
        title="This page does not exist"
        action={
          <Group gap="xs" justify="center">
            {ways.map(({ to, label, icon: Icon }, at) => (
              <Button
                key={to}
                variant={at === 0 ? 'filled' : 'default'}
                leftSection={<Icon size={16} aria-hidden />}
                renderRoot={(props) => <Link to={to} {...props} />}
              >
                {at === 0 ? `Go to ${label}` : label}
              </Button>
            ))}
          </Group>
        }
      >
        The address may be mistyped or old. Search above finds returns by RMA, order, name, e-mail or tracking number.
      </Empty>
    </Page>
  );
}
