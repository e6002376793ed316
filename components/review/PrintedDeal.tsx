import type { DealSheet } from '../../lib/domain/deal-sheet';

/** A deal on paper. */
export function PrintedDeal({ sheet }: { sheet: DealSheet }) {
  return (
    <article className="printed">
      <header>
        <h2>{sheet.title}</h2>
        <p>{sheet.under}</p>
      </header>
      <dl className="printed-facts">
        {sheet.facts.map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      {sheet.parts.map(({ heading, items }) => (
        <section key={heading}>
          <h3>{heading}</h3>
          <ul>
            {items.map(({ text, more, quote }) => (
              <li key={text}>
                {text}
                {more && <p className="printed-more">{more}</p>}
                {quote && <blockquote>{quote}</blockquote>}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </article>
  );
}
