import type { ReactNode } from 'react';

type FieldProps = {
  id: string;
  name?: string;
  label: string;
  hint?: string;
};

function Labelled({ id, label, hint, children }: FieldProps & { children: ReactNode }) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children}
    </div>
  );
}

type InputProps = FieldProps & {
  type?: 'text' | 'date';
  defaultValue?: string;
  max?: string;
  maxLength?: number;
  /** A code that is typed off paper: no correcting, no capital letters of the keyboard's own. */
  isCode?: boolean;
  isRequired?: boolean;
  /** The id of what says what is wrong with it. */
  problemId?: string;
};

/** One line to type, or a date. What was typed comes back in `defaultValue` when it was refused. */
export function Field({ isCode = false, isRequired, problemId, ...props }: InputProps) {
  const { id, name = id, type = 'text', hint, defaultValue, max, maxLength } = props;
  const describedBy = [problemId, hint && `${id}-hint`].filter(Boolean).join(' ');
  return (
    <Labelled {...props}>
      <input
        id={id}
        name={name}
        type={type}
        max={max}
        maxLength={maxLength}
        defaultValue={defaultValue}
        autoComplete="off"
        autoCapitalize={isCode ? 'characters' : undefined}
        spellCheck={isCode ? false : undefined}
        className={isCode ? 'field-code' : undefined}
        required={isRequired}
        aria-invalid={problemId ? true : undefined}
        aria-describedby={describedBy || undefined}
      />
    </Labelled>
  );
}

type SelectFieldProps = FieldProps & {
  defaultValue: string;
  /** What stands for no choice, first in the list. */
  any?: string;
  options: { value: string; label: string }[];
};

/** One of a list. */
export function SelectField({ any, options, defaultValue, ...props }: SelectFieldProps) {
  const { id, name = id } = props;
  return (
    <Labelled {...props}>
      <select id={id} name={name} defaultValue={defaultValue}>
        {any !== undefined && <option value="">{any}</option>}
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

/** Fields side by side as long as there is room, with the button that sends them. */
export function Fields({ children }: { children: ReactNode }) {
  return <div className="fields">{children}</div>;
}
