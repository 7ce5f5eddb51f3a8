import { CopyButton, Tooltip } from '@mantine/core';
import css from './ui.module.css';

/** An id in a monospaced face; a click copies it. */
export function CopyId({ value, label }: { value: string; label?: string }) {
  return (
    <CopyButton value={value} timeout={1500}>
      {({ copied, copy }) => (
        <Tooltip label={copied ? 'Copied' : 'Copy'} withArrow>
          <button
            type="button"
            className={css.mono}
            aria-label={`Copy ${value}`}
            onClick={(event) => {
              event.stopPropagation();
              copy();
            }}
          >
            {label ?? value}
          </button>
        </Tooltip>
      )}
    </CopyButton>
  );
}
