import { type DragEvent, type ReactNode, useState } from 'react';

/** A region that a file may be dropped on; whoever uses the keyboard has the field inside. */
export function DropTarget({ onDrop, children }: { onDrop: (file: File) => void; children: ReactNode }) {
  const [over, setOver] = useState(false);
  const take = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file) onDrop(file);
  };
  return (
    <section
      aria-label="Drop a file here"
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={take}
      style={{
        border: `1px dashed ${over ? 'var(--rt-link)' : 'var(--rt-line)'}`,
        borderRadius: 8,
        padding: 12,
        maxWidth: 512,
        background: over ? 'var(--rt-info-ground)' : undefined,
      }}
    >
      {children}
    </section>
  );
}
