import { Button, Progress, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { Panel } from '@/shared/ui/panel';
import type { FirstStep } from './first-run';
import css from './home.module.css';

/** What is still to be set up: the next step large, those after it as a line each, what is done as one line. */
export function FirstRun({ steps, portal }: { steps: FirstStep[]; portal: string }) {
  const finished = steps.filter((step) => step.done);
  const [next, ...later] = steps.filter((step) => !step.done);
  const link = {
    orders: (props: object) => <Link to="/orders/import" {...props} />,
    rules: (props: object) => <Link to="/rules" {...props} />,
    address: (props: object) => <Link to="/settings/$section" params={{ section: 'business' }} {...props} />,
    brand: (props: object) => <Link to="/settings/$section" params={{ section: 'brand' }} {...props} />,
    try: (props: object) => <a href={portal} target="_blank" rel="noreferrer" {...props} />,
    live: (props: object) => <Link to="/settings/$section" params={{ section: 'business' }} {...props} />,
  };
  if (!next) return null;
  return (
    <Panel
      title={`Set up: ${finished.length} of ${steps.length} done`}
      aside={
        <Progress
          value={(finished.length / steps.length) * 100}
          size="sm"
          w={120}
          aria-label={`Set-up, ${finished.length} of ${steps.length}`}
        />
      }
    >
      <div className={css.next}>
        <div>
          <Text fw={600}>{next.title}</Text>
          <Text c="dimmed">{next.about}</Text>
        </div>
        <Button size="xs" renderRoot={link[next.key]}>
          {next.verb}
        </Button>
      </div>
      {later.length > 0 && (
        <ol className={css.later} aria-label="After that">
          {later.map((step) => (
            <li key={step.key}>{link[step.key]({ children: step.title })}</li>
          ))}
        </ol>
      )}
      {finished.length > 0 && (
        <ul className={css.finished} aria-label="Done">
          {finished.map((step) => (
            <li key={step.key}>
              <IconCheck size={14} aria-hidden /> {step.title}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
