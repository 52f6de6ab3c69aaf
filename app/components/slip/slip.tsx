import { type ReactNode, useId } from 'react';
import { SignpostMark } from '../emblem/emblem.tsx';

/** Slips to be cut apart and handed over: on paper there is nothing else. */
export function Slips({ children }: { children: ReactNode }) {
  return <div className="slips">{children}</div>;
}

type SlipProps = {
  /** Who hands it over. */
  from: string;
  /** Whom it is for. */
  name: string;
  /** What to do, one after the other. */
  steps: { key: string; content: ReactNode }[];
  /** Until when it holds, and whose it is alone. */
  foot: string;
  /** An address for the camera of a phone. */
  camera?: { src: string; alt: string };
};

/** A paper for one person, with all they need to come in. */
export function Slip({ from, name, steps, foot, camera }: SlipProps) {
  const id = useId();
  return (
    <article className="slip" aria-labelledby={id}>
      <p className="slip-from">
        <SignpostMark /> <bdi>{from}</bdi>
      </p>
      <h2 className="slip-name" id={id}>
        <bdi>{name}</bdi>
      </h2>
      <div className="slip-body">
        <div>
          <ol>
            {steps.map(({ key, content }) => (
              <li key={key}>{content}</li>
            ))}
          </ol>
        </div>
        {camera && (
          <img className="slip-camera" src={camera.src} alt={camera.alt} width={176} height={176} />
        )}
      </div>
      <p className="slip-foot">{foot}</p>
    </article>
  );
}

type SlipValueProps = {
  label: string;
  value: string;
  /** Short, and to be copied letter by letter. */
  isCode?: boolean;
};

/** What is typed off a slip, in letters that are not taken for others. */
export function SlipValue({ label, value, isCode = false }: SlipValueProps) {
  return (
    <span className="slip-pair">
      {label}{' '}
      <code className={`slip-value${isCode ? ' slip-code' : ''}`} translate="no">
        <bdi>{value}</bdi>
      </code>
    </span>
  );
}
