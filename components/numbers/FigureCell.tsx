import { i18n } from '#i18n';
import type { Figure } from '../../lib/domain/execution';
import { share } from '../format';
import { countWords } from './words';

/** One number of the table: large what it is, small on how many cases. */
export function FigureCell({ figure }: { figure: Figure }) {
  if (figure.kind === 'none') {
    return <td className="quiet">{i18n.t('words.none')}</td>;
  }
  if (figure.kind === 'share') {
    return (
      <td>
        <span className="figure">{share(figure.share)}</span>
        <svg className="bar" viewBox="0 0 44 4" width="44" height="4" aria-hidden="true">
          <rect className="track" width="44" height="4" rx="1" />
          <rect className="full" width={figure.share * 44} height="4" rx="1" />
        </svg>
        <span className="quiet small block">{countWords(figure)}</span>
      </td>
    );
  }
  if (figure.kind === 'days') {
    return (
      <td>
        <span className="figure">{i18n.t('numbers.days', figure.days, [String(figure.days)])}</span>
        <span className="quiet small block">{i18n.t('numbers.answers', figure.of, [String(figure.of)])}</span>
      </td>
    );
  }
  return (
    <td className={figure.kind === 'few' ? 'quiet small' : undefined}>
      {figure.kind === 'few' ? i18n.t('numbers.few', figure.of, [String(figure.of)]) : countWords(figure)}
    </td>
  );
}
