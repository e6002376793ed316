import { useEffect, useRef, useState } from 'react';
import { Button, FileTrigger, Form } from 'react-aria-components';
import { i18n } from '#i18n';
import { addPack, lookInto, type OpenedPack, type Opening, stopOpening, useOpening } from '../../lib/state/packs';
import { changeView, endHanding } from '../../lib/state/review-view';
import { count, instant } from '../format';
import { PassphraseField } from '../lock/PassphraseField';
import { nameWords } from '../theirs/words';
import { Share } from './Share';
import { Contents } from './WhatGoes';
import { refusedWords } from './words';

/** A file of somebody else: looked at, and then added as theirs. */
export function OpenPack() {
  const opening = useOpening();
  const isBusy = opening.state === 'reading' || opening.state === 'adding' || opening.state === 'stopping';
  return (
    <div className="packs-body one">
      <section className="packs-open">
        {opening.state !== 'looking' && opening.state !== 'sealed' && (
          <>
            <p className="quiet">{i18n.t('packs.chooseHint')}</p>
            <FileTrigger acceptedFileTypes={['.json', '.footing', 'application/json']} onSelect={choose}>
              <Button className="button first" isDisabled={isBusy}>
                {i18n.t(opening.state === 'added' ? 'packs.another' : 'packs.choose2')}
              </Button>
            </FileTrigger>
          </>
        )}
        <Step of={opening} />
        <p role="status" className="outcome">
          {opening.state === 'added' && i18n.t('packs.added', opening.added, [count(opening.added)])}
          {opening.state === 'stopping' && i18n.t('taking.stopping')}
          {opening.state === 'stopped' && i18n.t('packs.stopped')}
        </p>
        {opening.state === 'added' && (
          <Button className="button" onPress={() => show(opening.pack)}>
            {i18n.t('packs.show2')}
          </Button>
        )}
      </section>
    </div>
  );
}

function choose(files: FileList | null): void {
  const file = files?.item(0);
  if (file) void lookInto(file);
}

/** The review with what was added: a seller's deals alone, where it was a seller's. */
function show({ header }: OpenedPack): void {
  endHanding();
  if (header.kind === 'handover') changeView({ flags: ['handed'] });
}

function Step({ of: opening }: { of: Opening }) {
  switch (opening.state) {
    case 'reading':
      return <Share label={i18n.t('packs.reading')} far={opening} onStop={stopOpening} />;
    case 'adding':
      return <Share label={i18n.t('packs.adding')} far={opening} onStop={stopOpening} />;
    case 'sealed':
      return <Unlock file={opening.file} isWrong={opening.wrong} />;
    case 'looking':
      return <Look file={opening.file} pack={opening.pack} />;
    case 'refused':
      return (
        <div role="alert" className="note stop">
          <p>
            <strong className="file-name">{opening.file}</strong>
            <br />
            {refusedWords(opening.refusal)} {i18n.t('options.back.refused')}
          </p>
        </div>
      );
    case 'failed':
      return (
        <p role="alert" className="note stop">
          {i18n.t('packs.notAdded')} {i18n.t(`panel.trouble.${opening.reason}`)}
        </p>
      );
    default:
      return null;
  }
}

function Unlock({ file, isWrong }: { file: File; isWrong: boolean }) {
  const [passphrase, setPassphrase] = useState('');
  const input = useRef<HTMLInputElement>(null);
  // The file was chosen in the browser's own window; the passphrase is what is wanted next.
  useEffect(() => input.current?.focus(), []);
  return (
    <Form
      className="packs-make"
      onSubmit={(event) => {
        event.preventDefault();
        if (passphrase !== '') void lookInto(file, passphrase);
      }}
    >
      <p>
        <strong className="file-name">{file.name}</strong>
        <br />
        {i18n.t('packs.sealed')}
      </p>
      <PassphraseField
        label={i18n.t('packs.passphrase')}
        value={passphrase}
        onChange={setPassphrase}
        input={input}
        wrong={isWrong && passphrase === '' ? i18n.t('options.refused.wrongPassphrase') : undefined}
      />
      <div className="packs-line">
        <Button className="button first" type="submit">
          {i18n.t('packs.unlock')}
        </Button>
        <Button className="button" onPress={stopOpening}>
          {i18n.t('words.cancel')}
        </Button>
      </div>
    </Form>
  );
}

function Look({ file, pack }: { file: string; pack: OpenedPack }) {
  const { header, name, count: held, newDeals, added, erased } = pack;
  const heading = useRef<HTMLHeadingElement>(null);
  // The file was chosen in the browser's own window; what came of it is where one goes on.
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="packs-look">
      <h2 ref={heading} tabIndex={-1}>
        <bdi>{i18n.t('packs.from', [nameWords(name === null ? [] : [name])])}</bdi>
      </h2>
      <p className="quiet small">
        <span className="file-name">{file}</span> ·{' '}
        {i18n.t('packs.made', [instant(Date.parse(header.made)), header.app])}
      </p>
      <h3>{i18n.t('packs.holds')}</h3>
      <Contents of={held} fresh={newDeals} />
      <p className="quiet">
        {i18n.t(
          added === 0 ? 'packs.nothingNew' : header.kind === 'reviews' ? 'packs.reviewsStay' : 'packs.theirsStays',
        )}
      </p>
      {erased > 0 && <p>{i18n.t('packs.erased', erased, [count(erased)])}</p>}
      <div className="packs-line">
        {added > 0 && (
          <Button className="button first" onPress={() => void addPack(pack)}>
            {i18n.t('packs.add')}
          </Button>
        )}
        <Button className="button" onPress={stopOpening}>
          {i18n.t(added > 0 ? 'words.cancel' : 'words.close')}
        </Button>
      </div>
    </div>
  );
}
