import { i18n } from '#i18n';
import type { IsoDay } from '../../lib/domain/day';
import type { Playbook } from '../../lib/domain/playbook';
import type { Mark, MarkKind } from '../../lib/domain/timeline';
import { questionAsked } from '../../lib/state/urgency';
import { day, near } from '../format';

interface TimeLineProps {
  marks: readonly Mark[];
  playbook: Playbook;
  today: IsoDay;
}

/** The days on one line, and below it what each of them is; readers get the list alone. */
export function TimeLine({ marks, playbook, today }: TimeLineProps) {
  if (marks.length < 2) return null;
  return (
    <div className="time-line">
      <Drawn marks={marks} />
      <ol className="marks">
        {marks.map((mark) => (
          <li key={`${mark.kind} ${mark.day} ${mark.question}`}>
            <svg viewBox="-7 -7 14 14" width="14" height="14" aria-hidden="true">
              <Shape kind={mark.kind} />
            </svg>
            <span>{words(mark, playbook)}</span>
            {mark.kind !== 'today' && (
              <span className="quiet">
                {day(mark.day, today)} <span className="small nowrap">({near(mark.day, today)})</span>
              </span>
            )}
            {mark.kind === 'today' && <span className="quiet">{day(mark.day, today)}</span>}
          </li>
        ))}
      </ol>
    </div>
  );
}

function words({ kind, question }: Mark, playbook: Playbook): string {
  const asked = question === null ? undefined : questionAsked(playbook, question);
  return asked ? i18n.t('urgency.mark.knowByWhat', [asked.short]) : i18n.t(`urgency.mark.${kind}`);
}

/** Where a mark stands between the ends of the drawing, which leaves room for its shape. */
const at = (position: number) => `${4 + 92 * position}%`;

function Drawn({ marks }: { marks: readonly Mark[] }) {
  const place = (kind: MarkKind) => marks.find((mark) => mark.kind === kind)?.position;
  const [today, event, close] = [place('today') ?? 0, place('event'), place('closeDate')];
  return (
    <svg className="drawn-line" width="100%" height="28" aria-hidden="true">
      <line className="past" x1={at(0)} x2={at(today)} y1="14" y2="14" />
      <line x1={at(today)} x2={at(1)} y1="14" y2="14" />
      {event !== undefined && close !== undefined && close > event && (
        <line className="late" x1={at(event)} x2={at(close)} y1="14" y2="14" />
      )}
      {marks.map((mark) => (
        <svg
          key={`${mark.kind} ${mark.day} ${mark.question}`}
          x={at(mark.position)}
          y="14"
          overflow="visible"
          role="presentation"
        >
          <Shape kind={mark.kind} />
        </svg>
      ))}
    </svg>
  );
}

/** Each kind of day has a shape of its own, so that none is told by its colour alone. */
function Shape({ kind }: { kind: MarkKind }) {
  switch (kind) {
    case 'today':
      return <path className="shape-today" d="M0 -7V7" />;
    case 'event':
      return <path className="shape-event" d="M0 -6L6 0L0 6L-6 0Z" />;
    case 'closeDate':
      return <rect className="shape-close" x="-4.5" y="-4.5" width="9" height="9" rx="1" />;
    case 'meeting':
      return <circle className="shape-meeting" r="4" />;
    case 'knowBy':
      return <circle className="shape-know" r="4" />;
  }
}
