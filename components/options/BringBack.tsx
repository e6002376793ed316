import { Button, FileTrigger } from 'react-aria-components';
import { i18n } from '#i18n';
import { type Bringing, giveUp, lookAt, useBringing } from '../../lib/state/backup';
import { Share } from '../packs/Share';
import { Preview } from './Preview';
import { count, refusalWords } from './words';

const BUSY: readonly Bringing['state'][] = ['reading', 'adding', 'stopping'];

/** A backup file, looked at and then added to what is here. */
export function BringBack() {
  const bringing = useBringing();
  return (
    <section aria-labelledby="back">
      <h3 id="back">{i18n.t('options.back.heading')}</h3>
      <p className="quiet">{i18n.t('options.back.hint')}</p>
      <FileTrigger allowsMultiple acceptedFileTypes={['application/json', '.json', '.gz']} onSelect={choose}>
        <Button className="button" isDisabled={BUSY.includes(bringing.state)}>
          {i18n.t('options.back.button')}
        </Button>
      </FileTrigger>
      <Step of={bringing} />
      <p role="status" className="outcome">
        {bringing.state === 'stopping' && i18n.t('taking.stopping')}
        {bringing.state === 'stopped' && i18n.t('packs.stopped')}
        {bringing.state === 'done' && i18n.t('options.back.done', bringing.added, [count(bringing.added)])}
      </p>
    </section>
  );
}

function choose(files: FileList | null): void {
  if (files && files.length > 0) void lookAt([...files]);
}

function Step({ of: bringing }: { of: Bringing }) {
  switch (bringing.state) {
    case 'reading':
      return <Share label={i18n.t('options.back.reading')} far={bringing} onStop={giveUp} />;
    case 'adding':
      return <Share label={i18n.t('options.back.adding')} far={bringing} onStop={giveUp} />;
    case 'looking':
      return <Preview name={bringing.name} preview={bringing.preview} since={bringing.since} />;
    case 'refused':
      return (
        <div role="alert" className="note stop">
          <p>
            <strong className="file-name">{bringing.name}</strong>
            <br />
            {refusalWords(bringing.refusal)} {i18n.t('options.back.refused')}
            {bringing.refusal.code === 'otherKind' && (
              <>
                {' '}
                <a href="review.html#hand=in">{i18n.t('options.refused.toReview')}</a>
              </>
            )}
          </p>
        </div>
      );
    case 'failed':
      return (
        <p role="alert" className="note stop">
          {i18n.t('options.back.failed')} {i18n.t(`panel.trouble.${bringing.reason}`)}
        </p>
      );
    default:
      return null;
  }
}
