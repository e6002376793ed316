import { useState } from 'react';
import { Button } from 'react-aria-components';
import { i18n } from '#i18n';
import type { DealView } from '../../lib/domain/view';
import { copyNote, NOTE_LIMITS, type NoteWords } from '../../lib/state/crm-note';
import { meetingTime } from '../../lib/state/sharing';
import { useToday } from '../../lib/state/today';
import { count, day } from '../format';
import { claim } from '../panel/words';
import { language, promiserWord } from './words';

/** Where the deal stands, to be pasted into a field of the CRM: one click for each length that fields have. */
export function CrmNote({ view }: { view: DealView }) {
  const today = useToday().day;
  const [said, setSaid] = useState('');
  const words: NoteWords = {
    head: (on, firmness, phase) => {
      const step = i18n.t(`words.phase.${phase}`);
      return firmness === null
        ? i18n.t('meeting.note.headNone', [day(on, ''), step])
        : i18n.t('meeting.note.head', [day(on, ''), String(firmness), step]);
    },
    askNext: ({ ask }) => i18n.t('meeting.note.ask', [ask]),
    next: (meeting) => {
      const when = meeting ? meetingTime(meeting, language) : '';
      return when === '' ? i18n.t('meeting.note.nextOpen') : i18n.t('meeting.note.next', [when]);
    },
    gap: ({ short }, reason) => i18n.t('meeting.note.gap', [short, i18n.t(`words.gap.${reason}`)]),
    evidence: ({ short }, answer) => i18n.t('meeting.note.evidence', [short, claim(answer, today)]),
    promise: (promise, standing) =>
      i18n.t('meeting.note.promise', [
        promise.what,
        promiserWord(promise),
        day(promise.due, today),
        i18n.t(`meeting.promise.standing.${standing}`),
      ]),
  };
  return (
    <section aria-labelledby="crm-note">
      <h3 id="crm-note">{i18n.t('meeting.note.title')}</h3>
      <p className="small quiet">{i18n.t('meeting.note.hint')}</p>
      <fieldset className="ways-line" aria-label={i18n.t('meeting.note.label')}>
        {NOTE_LIMITS.map((limit) => (
          <Button
            key={limit}
            className="button"
            aria-label={i18n.t('meeting.note.copyLong', [count(limit)])}
            onPress={() =>
              void copyNote(view, today, limit, words).then((length) =>
                setSaid(
                  length === null ? i18n.t('meeting.share.failed') : i18n.t('meeting.note.copied', [count(length)]),
                ),
              )
            }
          >
            {i18n.t('meeting.note.copy', [count(limit)])}
          </Button>
        ))}
        <span className="small quiet" role="status">
          {said}
        </span>
      </fieldset>
    </section>
  );
}
