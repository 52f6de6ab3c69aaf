import type { ReactNode } from 'react';

/** `label` says it where the value alone says too little: “Text SHOUT to 85258”. */
export type Way = { kind: 'phone' | 'text' | 'web' | 'email'; value: string; label?: string };

type ContactProps = {
  name: ReactNode;
  /** When this is the one to turn to. */
  note?: ReactNode;
  ways: Way[];
  children?: ReactNode;
};

/** Whom to reach, each with the ways to do so. */
export function Contacts({ children }: { children: ReactNode }) {
  return <ul className="contacts">{children}</ul>;
}

/** One to reach, in a list of them. */
export function Contact({ name, note, ways, children }: ContactProps) {
  return (
    <li className="contact">
      <p className="contact-name">{name}</p>
      {note && <p>{note}</p>}
      <Ways ways={ways} />
      {children}
    </li>
  );
}

/** Ways to reach somebody, as targets that a shaking thumb hits. */
export function Ways({ ways }: { ways: Way[] }) {
  if (ways.length === 0) return null;
  return (
    <p className="ways">
      {ways.map(({ kind, value, label }) => (
        <a
          key={`${kind} ${value}`}
          className={`way way-${kind}`}
          href={addressOf(kind, value)}
          rel="noreferrer"
        >
          {kind === 'phone' && <Handset />}
          {label ?? (kind === 'web' ? value.replace('https://', '') : value)}
        </a>
      ))}
    </p>
  );
}

/** The one number that comes before all others. */
export function BigCall({ phone }: { phone: string }) {
  return (
    <p className="ways">
      <a className="big-call" href={addressOf('phone', phone)}>
        <Handset />
        {phone}
      </a>
    </p>
  );
}

function Handset() {
  return (
    <svg
      className="handset"
      width="24"
      height="24"
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
    >
      <path d="M7 3l3 5-2.2 2.2a13 13 0 006 6L16 14l5 3c0 3-2 4.5-4 4C9.5 19.5 4.5 14.5 3 7c-.5-2 1-4 4-4z" />
    </svg>
  );
}

function addressOf(kind: Way['kind'], value: string): string {
  if (kind === 'phone') return `tel:${value.replaceAll(' ', '')}`;
  if (kind === 'text') return `sms:${value}`;
  return kind === 'email' ? `mailto:${value}` : value;
}
