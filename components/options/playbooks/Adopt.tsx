import { useState } from 'react';
import { Button } from 'react-aria-components';
import { i18n } from '#i18n';
import { type Playbook, questionOf } from '../../../lib/domain/playbook';
import { diffPlaybooks, following, isChange, trimmed } from '../../../lib/domain/playbook-change';
import { type PlaybookFault, parsePlaybook, printPlaybook } from '../../../lib/domain/playbook-file';
import { adopt, discard } from '../../../lib/state/playbook-draft';
import { Difference } from './Difference';
import { titleOf } from './PhaseQuestions';
import { faultWords } from './words';

interface AdoptProps {
  kept: Playbook;
  draft: Playbook;
}

/** What the next version would change, looked at before it is saved. */
export function Adopt({ kept, draft }: AdoptProps) {
  const [faults, setFaults] = useState<readonly PlaybookFault[]>([]);
  const [outcome, setOutcome] = useState('');
  const next = following(kept, trimmed(draft));
  const version = String(next.version);
  const diff = diffPlaybooks(kept, next);
  const save = async () => {
    // A playbook that is written here holds to what one from a file does.
    const read = parsePlaybook(printPlaybook(next));
    setFaults(read.ok ? [] : read.faults);
    setOutcome('');
    if (!read.ok) return;
    const done = await adopt(read.playbook);
    if (done === 'saved') setOutcome(i18n.t('playbooks.diff.saved', [version]));
    else setOutcome(i18n.t(done === 'behind' ? 'playbooks.diff.behind' : 'playbooks.diff.failed'));
  };
  return (
    <section className="adopt" aria-labelledby="adopt">
      <h4 id="adopt">{i18n.t('playbooks.diff.heading', [version])}</h4>
      {isChange(diff) ? (
        <>
          <Difference diff={diff} next={next} />
          <p className="small quiet">{i18n.t('playbooks.diff.open')}</p>
          {faults.length > 0 && <Faults faults={faults} next={next} />}
          <Ways version={version} onSave={() => void save()} onDrop={() => void discard(kept.id)} from={kept.version} />
        </>
      ) : (
        <p className="quiet">{i18n.t('playbooks.diff.none')}</p>
      )}
      <p role="status" className="outcome">
        {outcome}
      </p>
    </section>
  );
}

/** What has to be mended first, by the question's own name. */
function Faults({ faults, next }: { faults: readonly PlaybookFault[]; next: Playbook }) {
  return (
    <div role="alert" className="note">
      <p>{i18n.t('playbooks.diff.faults')}</p>
      <ul className="changes">
        {faults.map((fault) => {
          const question = fault.question === null ? undefined : questionOf(next, fault.question);
          return (
            <li key={`${fault.line} ${fault.field}`}>
              {question && (
                <>
                  <bdi>{titleOf(question)}</bdi>
                  {': '}
                </>
              )}
              {faultWords(fault)}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

interface WaysProps {
  version: string;
  from: number;
  onSave: () => void;
  onDrop: () => void;
}

function Ways({ version, from, onSave, onDrop }: WaysProps) {
  const [asked, setAsked] = useState(false);
  return (
    <div className="ways">
      {asked ? (
        <>
          <p className="wide">{i18n.t('playbooks.diff.dropSure', [String(from)])}</p>
          <Button className="button" onPress={onDrop}>
            {i18n.t('playbooks.diff.dropYes')}
          </Button>
          <Button className="button" autoFocus onPress={() => setAsked(false)}>
            {i18n.t('words.cancel')}
          </Button>
        </>
      ) : (
        <>
          <Button className="button first" onPress={onSave}>
            {i18n.t('playbooks.diff.save', [version])}
          </Button>
          <Button className="button" onPress={() => setAsked(true)}>
            {i18n.t('playbooks.diff.drop')}
          </Button>
        </>
      )}
    </div>
  );
}
