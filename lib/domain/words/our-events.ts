/**
 * Reasons to hurry that are ours and not the customer's, as phrases (`phrase.ts`). A phrase
 * counts only as ours: the customer's own quarter end and their supplier's prices are good
 * events.
 */
import type { Language } from './language';

/** Why an event is ours and not the customer's. */
export const REFUSALS = ['ourQuarterEnd', 'ourDiscount', 'ourPriceRise'] as const;
export type RefusalCode = (typeof REFUSALS)[number];

/** What says so, by reason and language. */
export const OUR_EVENTS: Readonly<Record<RefusalCode, Readonly<Record<Language, readonly string[]>>>> = {
  ourQuarterEnd: {
    en: [
      'our WORD quarter end',
      'our WORD quarter-end',
      'our WORD quarter ends',
      'our WORD quarter closes',
      'our WORD year end',
      'our WORD year-end',
      'our WORD year ends',
      'our month end',
      'our q1',
      'our q2',
      'our q3',
      'our q4',
      'end of our WORD quarter',
      'end of our WORD year',
      'end of our WORD month',
      'before we close the quarter',
      'we need it this quarter',
    ],
    de: [
      'unser WORD quartalsende',
      'unserem WORD quartalsende',
      'unseres WORD quartalsendes',
      'unser WORD jahresende',
      'unserem WORD jahresende',
      'unser quartal endet',
      'unser quartalsabschluss',
      'unserem quartalsabschluss',
      'unser jahresabschluss',
      'unserem jahresabschluss',
      'ende unseres WORD quartals',
      'ende unseres WORD jahres',
      'unser q1',
      'unser q2',
      'unser q3',
      'unser q4',
    ],
  },
  ourDiscount: {
    en: [
      'our WORD discount',
      'our WORD offer expires',
      'our WORD offer ends',
      'our quote expires',
      'our promo',
      'our promotion',
      'discount expires',
      'discount ends',
      'discount runs out',
      'discount is valid until',
      'expiring discount',
      'expiring offer',
      'limited time discount',
      'limited time offer',
      'special offer',
      'special price until',
    ],
    de: [
      'unser WORD rabatt',
      'unseren WORD rabatt',
      'unserem WORD rabatt',
      'unser angebot läuft aus',
      'unser angebot läuft ab',
      'unser angebot gilt bis',
      'rabatt läuft aus',
      'rabatt läuft ab',
      'rabatt endet',
      'rabatt gilt bis',
      'rabatt gilt nur bis',
      'rabatt verfällt',
      'rabattaktion',
      'sonderpreis bis',
      'unser sonderpreis',
      'unsere aktion endet',
    ],
  },
  ourPriceRise: {
    en: [
      'our WORD price rise',
      'our WORD price increase',
      'our prices rise',
      'our prices increase',
      'our prices go up',
      'our prices are going up',
      'our price goes up',
      'our new price list',
      'our new prices',
      'we raise prices',
      'we raise our prices',
      'we are raising prices',
      'we increase prices',
      'we increase our prices',
      'our list price',
    ],
    de: [
      'unsere WORD preiserhöhung',
      'unserer WORD preiserhöhung',
      'unsere preise steigen',
      'unsere neue preisliste',
      'unserer neuen preisliste',
      'unsere neuen preise',
      'wir erhöhen die preise',
      'wir erhöhen unsere preise',
      'bei uns steigen die preise',
    ],
  },
};

/** After one of these a phrase is the customer's own: "their present discount ends in March". */
export const THEIRS: Readonly<Record<Language, readonly string[]>> = {
  en: ['their', 'his', 'her', "supplier's", "vendor's", 'customer', 'supplier', 'volume'],
  de: ['ihr', 'ihren', 'ihrem', 'deren', 'kunden', 'lieferanten'],
};
