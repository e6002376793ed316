import { i18n } from '#i18n';
import type { MeetingState } from '../../lib/domain/meeting';
import type { MeetingChange } from '../../lib/domain/meeting-changes';
import type { Since as Changes } from '../../lib/state/sharing';
import { changeWords } from './words';

/** What is otherwise than in the agenda that the customer has, and what to do about it. */
export function Since({ state, since }: { state: MeetingState; since: Changes }) {
  if (state === 'changed') {
    return (
      <section className="note to-tell">
        <p>{i18n.t(since.sent.length > 0 ? 'meeting.theirs' : 'meeting.changeIt')}</p>
        <List changes={since.sent} />
      </section>
    );
  }
  const changes = state === 'agreed' ? since.agreed : state === 'sent' ? since.sent : [];
  if (changes.length === 0) return null;
  return (
    <section className="note to-tell">
      <p>{i18n.t(state === 'agreed' ? 'meeting.again' : 'meeting.ahead', changes.length)}</p>
      <List changes={changes} />
    </section>
  );
}

function List({ changes }: { changes: readonly MeetingChange[] }) {
  return (
    <ul className="small">
      {changes.map(changeWords).map((words) => (
        <li key={words}>
          <bdi>{words}</bdi>
        </li>
      ))}
    </ul>
  );
}
