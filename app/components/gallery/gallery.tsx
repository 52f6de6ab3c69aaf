import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { type Example, type ExampleGroup, slugOf } from '../examples.ts';
import { Section } from '../layout/layout.tsx';
import { Aside } from '../text/text.tsx';

/** Every component in every state, for those who make and check them. */
export function Gallery({ groups }: { groups: ExampleGroup[] }) {
  const { t } = useTranslation('components');
  return (
    <>
      <nav aria-label={t('contents')}>
        <ul className="gallery-contents">
          {groups.map(({ component }) => (
            <li key={component}>
              <a href={`#${idOf(component)}`}>{titleOf(component)}</a>
            </li>
          ))}
        </ul>
      </nav>
      {groups.map(({ component, examples }) => (
        <Section key={component} id={idOf(component)} title={titleOf(component)}>
          <div className="gallery-examples">
            {examples.map((example) => (
              <ExampleFrame key={example.name} {...example}>
                {example.isWholePage ? (
                  <WholePage address={`/components/${slugOf(component, example)}`} {...example} />
                ) : (
                  example.render()
                )}
              </ExampleFrame>
            ))}
          </div>
        </Section>
      ))}
    </>
  );
}

type FrameProps = Pick<Example, 'name' | 'isWide'> & { children: ReactNode };

/** What stands under a name, with its edges to be seen. */
export function ExampleFrame({ name, isWide = false, children }: FrameProps) {
  const id = useId();
  return (
    <article className={isWide ? 'example example-wide' : 'example'} aria-labelledby={id}>
      <h3 className="example-name" id={id}>
        {name}
      </h3>
      <div className="example-shown">{children}</div>
    </article>
  );
}

function WholePage({ name, address }: Example & { address: string }) {
  const { t } = useTranslation('components');
  return (
    <>
      <Aside>{t('wholePage')}</Aside>
      <p>
        <a href={address}>{t('open', { name })}</a>
      </p>
    </>
  );
}

function idOf(component: string): string {
  return `component-${component}`;
}

function titleOf(component: string): string {
  const words = component.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
