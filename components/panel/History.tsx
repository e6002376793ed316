import { Button, Disclosure, DisclosurePanel } from 'react-aria-components';
import { i18n } from '#i18n';
import type { IsoDay } from '../../lib/domain/day';
import type { QuestionId } from '../../lib/domain/playbook';
import type { DealView } from '../../lib/domain/view';
import { type Revision, useHistory } from '../../lib/state/history';
import { instant } from '../format';
import { Sign } from '../Marks';
import { useGiver } from '../theirs/givers';
import { source } from './words';

interface HistoryProps {
  view: DealView;
  question: QuestionId;
  today: IsoDay;
}

/** Every revision of an answer with its date; nothing is ever overwritten. */
export function History({ view, question, today }: HistoryProps) {
  const history = useHistory(view.deal, question);
  return (
    <Disclosure className="history">
      <Button slot="trigger" className="plain quiet">
        <Sign of="right" />
        {i18n.t('panel.answer.history')}
        <span className="small">{i18n.t('panel.answer.historyCount', view.answers[question]?.revisions ?? 0)}</span>
      </Button>
      <DisclosurePanel>
        {history.state === 'failed' && <p className="note">{i18n.t(`panel.trouble.${history.reason}`)}</p>}
        {history.state === 'shown' && (
          <ol className="revisions">
            {history.revisions.map((revision) => (
              <RevisionLine key={revision.id} revision={revision} today={today} />
            ))}
          </ol>
        )}
      </DisclosurePanel>
    </Disclosure>
  );
}

function RevisionLine({ revision, today }: { revision: Revision; today: IsoDay }) {
  const { answer, confirmed, at, by } = revision;
  const giver = useGiver(by);
  return (
    <li>
      <span className="small quiet block">
        {instant(at)}
        {giver !== undefined && (
          <>
            {' · '}
            <bdi>{giver}</bdi>
          </>
        )}
      </span>
      {answer ? (
        <>
          {i18n.t(confirmed ? 'panel.answer.confirmed' : `words.verdict.${answer.verdict}`)}
          {', '}
          <bdi>{source(answer, today)}</bdi>
          {(answer.quote || answer.reason) && (
            <q className="block">
              <bdi>{answer.quote || answer.reason}</bdi>
            </q>
          )}
        </>
      ) : (
        i18n.t('panel.answer.cleared')
      )}
    </li>
  );
}
