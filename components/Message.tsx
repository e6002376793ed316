import type { ReactNode } from 'react';

interface MessageProps {
  title: string;
  hint: string;
  alarming?: boolean;
  children?: ReactNode;
}

/** A short text in the middle of an otherwise empty panel, with its ways on. */
export function Message({ title, hint, alarming, children }: MessageProps) {
  return (
    <section className={`message${alarming ? ' stop' : ''}`} role={alarming ? 'alert' : undefined}>
      <h2>{title}</h2>
      <p className="quiet">{hint}</p>
      {children && <div className="message-ways">{children}</div>}
    </section>
  );
}
