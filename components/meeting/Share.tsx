import { type ReactNode, useState } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Text } from 'react-aria-components';
import { i18n } from '#i18n';
import type { DealKey } from '../../lib/domain/deal';
import type { Leak } from '../../lib/domain/leak';
import type { Meeting, WayOut } from '../../lib/domain/meeting';
import { copyLetter, copyRest, downloadCalendar, keepShared, linksOf, type Outgoing } from '../../lib/state/sharing';
import { Sign } from '../Marks';
import { Overlay } from '../Overlay';

interface ShareProps {
  deal: DealKey;
  meeting: Meeting;
  /** Exactly what leaves. */
  letter: Outgoing;
  subject: string;
  leaks: readonly Leak[];
  /** Whether it is otherwise than what was agreed to. */
  anew: boolean;
  /** Whether it is the first thing to do here. */
  isFirst?: boolean;
  /** Stands under the ways out. */
  children?: ReactNode;
}

/** The ways out. What should not reach them asks for a second click; nothing is sent from here. */
export function Share(props: ShareProps) {
  const { deal, meeting, letter, subject, leaks, anew, isFirst = true, children } = props;
  const [asked, setAsked] = useState<WayOut | null>(null);
  const [said, setSaid] = useState('');
  const links = linksOf(meeting, letter, { subject, pasteHere: i18n.t('meeting.share.pasteHere') });
  const kept = (way: WayOut) => void keepShared(deal, meeting, letter, way, anew);

  const go = async (way: WayOut) => {
    setAsked(null);
    if (way === 'copy') {
      const done = await copyLetter(letter);
      setSaid(i18n.t(done ? 'meeting.share.copied' : 'meeting.share.failed'));
      if (done) kept(way);
      return;
    }
    if (way === 'ics') await downloadCalendar(meeting, letter);
    if (way === 'mail' && links.paste !== null && (await copyRest(links.paste)))
      setSaid(i18n.t('meeting.share.pasted'));
    kept(way);
  };
  /** What should not leave is shown once more before it does. */
  const ask = (way: WayOut) => (leaks.length > 0 ? setAsked(way) : void go(way));
  const href = (way: WayOut) => (way === 'mail' || way === 'google' || way === 'outlook' ? links[way] : null);

  const item = (way: Exclude<WayOut, 'copy'>) => {
    const link = leaks.length === 0 ? href(way) : null;
    const needsDate = way !== 'mail' && meeting.when === null;
    const hint = needsDate ? 'needsDate' : way === 'google' || way === 'outlook' ? 'opens' : null;
    return (
      <MenuItem
        className="menu-item"
        id={way}
        textValue={i18n.t(`meeting.share.${way}`)}
        isDisabled={needsDate}
        {...(link && !needsDate ? { href: link, target: '_blank', rel: 'noreferrer' } : {})}
        onAction={() => ask(way)}
      >
        <Text slot="label">{i18n.t(`meeting.share.${way}`)}</Text>
        {hint && (
          <Text slot="description" className="small quiet">
            {i18n.t(`meeting.share.${hint}`)}
          </Text>
        )}
      </MenuItem>
    );
  };

  return (
    <div className="share">
      {asked && (
        <div className="note" role="alert">
          <p>{i18n.t('meeting.leak.count', leaks.length)}</p>
          <Anyway href={href(asked)} onGo={() => void go(asked)} />
          <Button className="button" onPress={() => setAsked(null)}>
            {i18n.t('meeting.share.stop')}
          </Button>
        </div>
      )}
      <div className="share-ways">
        <Button className={isFirst ? 'button first' : 'button'} onPress={() => ask('copy')}>
          {i18n.t(letter.what === 'agenda' ? 'meeting.share.copy' : 'meeting.share.copyRecap')}
        </Button>
        <MenuTrigger>
          <Button className="button">
            {i18n.t('meeting.share.open')}
            <Sign of="down" />
          </Button>
          <Overlay placement="bottom start">
            <Menu className="menu">
              {item('mail')}
              {letter.what === 'agenda' && item('ics')}
              {letter.what === 'agenda' && item('google')}
              {letter.what === 'agenda' && item('outlook')}
            </Menu>
          </Overlay>
        </MenuTrigger>
        <span className="small" role="status">
          {said}
        </span>
      </div>
      {children}
    </div>
  );
}

/** The second click: a link where the way out is one, so that the browser lets it open. */
function Anyway({ href, onGo }: { href: string | null; onGo: () => void }) {
  const label = i18n.t('meeting.share.anyway');
  if (href === null) {
    return (
      <Button className="button" onPress={onGo}>
        {label}
      </Button>
    );
  }
  return (
    <a className="button" href={href} target="_blank" rel="noreferrer" onClick={onGo}>
      {label}
    </a>
  );
}
