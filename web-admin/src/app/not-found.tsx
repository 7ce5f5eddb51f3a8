import { IconMapOff } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { Empty } from '@/shared/ui/states';

export function NotFound() {
  return (
    <Empty icon={IconMapOff} title="There is nothing here">
      The address may be mistyped or old. <Link to="/">Go to Home</Link>.
    </Empty>
  );
}
