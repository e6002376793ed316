import { i18n } from '#i18n';
import type { FromLogs } from '../../lib/state/from-logs';

interface ReadingProps {
  read: Exclude<FromLogs<unknown>, { state: 'shown' }>;
  /** How many deals there are to read. */
  of: number;
}

/** That the past is being read, how far it is where that takes long, and that it could not be read. */
export function Reading({ read, of }: ReadingProps) {
  if (read.state === 'failed') {
    return (
      <p className="note stop" role="alert">
        {i18n.t('charts.failed')} {i18n.t(`panel.trouble.${read.reason}Hint`)}
      </p>
    );
  }
  if (read.done === null) return <p className="quiet">{i18n.t('charts.reading')}</p>;
  return (
    <p className="reading">
      <progress value={read.done} max={of} aria-label={i18n.t('charts.reading')} />
      <span className="quiet">{i18n.t('charts.readingOf', [String(read.done), String(of)])}</span>
    </p>
  );
}
