import { useEffect, useRef } from 'react';

/**
 * A message as a mail program shows it, in a frame that can reach nothing of ours: an origin of its own, no forms, no links
 * out, no script but the one that puts the message there. A page of its own because the styles of a mail stand in it, which
 * this page allows nobody.
 */
export function MailFrame({ html, className }: { html: string; className: string }) {
  const frame = useRef<HTMLIFrameElement>(null);
  const show = () => frame.current?.contentWindow?.postMessage({ html }, '*');
  // biome-ignore lint/correctness/useExhaustiveDependencies: another message, the same frame
  useEffect(() => void show(), [html]);
  return (
    <iframe
      ref={frame}
      onLoad={show}
      className={className}
      title="The message"
      sandbox="allow-scripts"
      src={`${import.meta.env.BASE_URL}mail-frame.html`}
    />
  );
}
