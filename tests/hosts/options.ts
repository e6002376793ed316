/** The ways in which a host page can differ; each is a way in which real orgs differ. */

const FIELD_NAMES = ['Name', 'AccountId', 'Amount', 'StageName', 'CloseDate', 'OwnerId'] as const;
export type FieldName = (typeof FIELD_NAMES)[number];

export interface HostOptions {
  /** `synthetic` is what Lightning does today, `native` is where it is going. */
  shadow: 'synthetic' | 'native';
  /** `standard` keeps earlier record pages hidden in the document; `console` keeps workspace tabs. */
  app: 'standard' | 'console';
  /** `lazy`: the details are not in the document until their tab is opened. */
  detail: 'shown' | 'lazy';
  /** Dynamic forms use other tags than page layouts. */
  layout: 'page' | 'dynamic';
  /** `compact`: the highlights hold only the name and the account; `none`: no highlights at all. */
  highlights: 'full' | 'compact' | 'dynamic' | 'none';
  /** The path of stages: as Aura markup, as web components, or none. */
  path: 'aura' | 'lwc' | 'none';
  /** The user's language and formats; labels exist in English and German. */
  locale: string;
  /** Fields that the admin left off the page altogether. */
  missing: FieldName[];
  /** Fields that stand in a component of the org's own making instead. */
  own: FieldName[];
  /** How long after the address the record is drawn, in ms; `manual`: when `__app.draw()` is called. */
  draw: number | 'manual';
  /** A record opens in edit mode. */
  edit: boolean;
}

export const DEFAULT_OPTIONS: HostOptions = {
  shadow: 'synthetic',
  app: 'standard',
  detail: 'shown',
  layout: 'page',
  highlights: 'full',
  path: 'aura',
  locale: 'en-US',
  missing: [],
  own: [],
  draw: 0,
  edit: false,
};

/** Options from an address (`?shadow=native&missing=Amount,OwnerId`), for a person at the demo. */
export function optionsIn(url: URL, base: HostOptions = DEFAULT_OPTIONS): HostOptions {
  const chosen: Record<string, unknown> = {};
  for (const [name, value] of url.searchParams) {
    if (!(name in base)) continue;
    if (name === 'missing' || name === 'own') chosen[name] = value.split(',').filter(Boolean);
    else if (name === 'draw') chosen[name] = value === 'manual' ? value : Number(value);
    else if (name === 'edit') chosen[name] = value === 'true';
    else chosen[name] = value;
  }
  return { ...base, ...chosen };
}
