import { Button, ProgressBar } from 'react-aria-components';
import { i18n } from '#i18n';
import { type Proof, proveIt, stopProving, useProving } from '../../../lib/state/proof';
import { instant } from '../../format';
import { count } from '../words';

/** The check of all that is kept, and what it found, in words. */
export function ProveIt() {
  const proving = useProving();
  const isRunning = proving.state === 'proving';
  return (
    <section aria-labelledby="prove">
      <h3 id="prove">{i18n.t('proof.prove')}</h3>
      <p className="quiet">{i18n.t('proof.proveHint')}</p>
      {isRunning ? (
        <div className="reading">
          <ProgressBar aria-label={i18n.t('proof.proving')} value={proving.share * 100}>
            {({ percentage }) => (
              <span className="bar">
                <span style={{ inlineSize: `${percentage ?? 0}%` }} />
              </span>
            )}
          </ProgressBar>
          <Button className="plain" onPress={stopProving}>
            {i18n.t('words.cancel')}
          </Button>
        </div>
      ) : (
        <Button className="button first on-screen" onPress={() => void proveIt()}>
          {i18n.t('proof.button')}
        </Button>
      )}
      <p role="status" className="outcome">
        {proving.state === 'done' &&
          `${i18n.t(proving.holds ? 'proof.holds' : 'proof.fails')} ${i18n.t('proof.checkedAt', [instant(proving.at)])}`}
      </p>
      {proving.state === 'done' && <Findings proof={proving.proof} />}
      {proving.state === 'failed' && (
        <p role="alert" className="note stop">
          {i18n.t('proof.failed')} {i18n.t(`panel.trouble.${proving.reason}`)}
        </p>
      )}
    </section>
  );
}

function Findings({ proof }: { proof: Proof }) {
  const { ops, subjects, unreadable, aside, differing, counted, sentinel } = proof;
  const found = [
    { holds: true, text: i18n.t('proof.read', [count(ops), count(subjects)]) },
    {
      holds: unreadable === 0,
      text: unreadable === 0 ? i18n.t('proof.allRead') : i18n.t('proof.unreadable', unreadable, [count(unreadable)]),
    },
    {
      holds: differing === 0,
      text: differing === 0 ? i18n.t('proof.allSame') : i18n.t('proof.differing', differing, [count(differing)]),
    },
    { holds: counted, text: i18n.t(counted ? 'proof.counted' : 'proof.miscounted') },
    {
      holds: sentinel !== false,
      text: i18n.t(`proof.sentinel.${sentinel === null ? 'none' : sentinel ? 'agrees' : 'differs'}`),
    },
    ...(aside > 0 ? [{ holds: true, text: i18n.t('options.data.aside', aside, [count(aside)]) }] : []),
  ];
  return (
    <ul className="findings">
      {found.map(({ holds, text }) => (
        <li key={text} className={holds ? undefined : 'wrong'}>
          <span aria-hidden>{holds ? '✓' : '!'}</span> {text}
        </li>
      ))}
    </ul>
  );
}
