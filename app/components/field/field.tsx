import type { ReactNode } from 'react';

type FieldProps = {
  id: string;
  name?: string;
  label: string;
  hint?: string;
  /** What is wrong with what came back, and what to do. */
  problem?: string;
};

function Labelled({ children, ...props }: FieldProps & { children: ReactNode }) {
  return (
    <div className="field">
      <label htmlFor={props.id}>{props.label}</label>
      <Explained {...props} />
      {children}
    </div>
  );
}

/** What stands between the name of a field and where it is answered. */
function Explained({ id, hint, problem }: Omit<FieldProps, 'label'>) {
  return (
    <>
      {hint && (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {problem && (
        <p className="field-problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
    </>
  );
}

/** The ids of what explains a field. */
function describedBy({ id, hint, problem }: Omit<FieldProps, 'label'>, problemId?: string) {
  const ids = [problemId, hint && `${id}-hint`, problem && `${id}-problem`];
  return ids.filter(Boolean).join(' ') || undefined;
}

type InputProps = FieldProps & {
  type?: 'text' | 'date' | 'email' | 'password' | 'number' | 'tel' | 'file';
  defaultValue?: string;
  min?: string;
  max?: string;
  maxLength?: number;
  /** What the browser may fill in: nothing, unless it is said. */
  autoComplete?: string;
  inputMode?: 'numeric' | 'decimal' | 'email' | 'tel';
  /** Of a file: the kinds of file that are wanted. */
  accept?: string;
  /** A code that is typed off paper: no correcting, no capital letters of the keyboard's own. */
  isCode?: boolean;
  isRequired?: boolean;
  /** Something to copy out of it, not to change. */
  isReadOnly?: boolean;
  /** The id of what says what is wrong with it, where that stands elsewhere on the page. */
  problemId?: string;
};

/** One line to type, or a date. What was typed comes back in `defaultValue` when it was refused. */
export function Field({ isCode = false, isReadOnly, isRequired, problemId, ...props }: InputProps) {
  const { id, name = id, type = 'text', autoComplete = 'off' } = props;
  const { defaultValue, min, max, maxLength, inputMode, accept } = props;
  return (
    <Labelled {...props}>
      <input
        id={id}
        name={name}
        type={type}
        min={min}
        max={max}
        maxLength={maxLength}
        inputMode={inputMode}
        accept={accept}
        defaultValue={defaultValue}
        autoComplete={autoComplete}
        autoCapitalize={isCode ? 'characters' : undefined}
        spellCheck={isCode || isReadOnly ? false : undefined}
        readOnly={isReadOnly}
        className={isCode ? 'field-code' : undefined}
        required={isRequired}
        aria-invalid={problemId || props.problem ? true : undefined}
        aria-describedby={describedBy(props, problemId)}
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
      <select
        id={id}
        name={name}
        defaultValue={defaultValue}
        aria-invalid={props.problem ? true : undefined}
        aria-describedby={describedBy(props)}
      >
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

type ChoiceProps = {
  type: 'checkbox' | 'radio';
  id: string;
  name: string;
  label: string;
  hint?: string;
  problem?: string;
  value?: string;
  isChosen: boolean;
};

function Choice({ label, hint, problem, isChosen, ...input }: ChoiceProps) {
  const { id } = input;
  return (
    <div className="choice-field">
      <input
        {...input}
        defaultChecked={isChosen}
        aria-invalid={problem ? true : undefined}
        aria-describedby={describedBy({ id, hint, problem })}
      />
      <div>
        <label htmlFor={id}>{label}</label>
        <Explained id={id} hint={hint} problem={problem} />
      </div>
    </div>
  );
}

type CheckFieldProps = FieldProps & { value?: string; defaultChecked?: boolean };

/** Yes or no. It sends `on`, or the value that it stands for, and nothing when it is not ticked. */
export function CheckField({ defaultChecked = false, ...props }: CheckFieldProps) {
  const { id, name = id } = props;
  return <Choice {...props} type="checkbox" name={name} isChosen={defaultChecked} />;
}

type RadioFieldsProps = {
  legend: string;
  name: string;
  options: { value: string; label: string; hint?: string }[];
  defaultValue?: string;
  hint?: string;
  problem?: string;
};

/** One of a few, all in sight. The first has the name for its id, so that a link finds it. */
export function RadioFields({ legend, options, defaultValue, ...props }: RadioFieldsProps) {
  const { name } = props;
  const explained = { ...props, id: name };
  return (
    <fieldset className="choice-fields" aria-describedby={describedBy(explained)}>
      <legend>{legend}</legend>
      <Explained {...explained} />
      {options.map((option, index) => (
        <Choice
          key={option.value}
          {...option}
          type="radio"
          id={index === 0 ? name : `${name}-${option.value}`}
          name={name}
          isChosen={option.value === defaultValue}
        />
      ))}
    </fieldset>
  );
}

type CheckFieldsProps = {
  legend: string;
  name: string;
  options: { value: string; label: string }[];
  /** Those that are ticked. */
  defaultValues: readonly string[];
};

/** Any of a few, all in sight, in columns where there is room. Each that is ticked sends its value. */
export function CheckFields({ legend, name, options, defaultValues }: CheckFieldsProps) {
  return (
    <fieldset className="choice-fields">
      <legend>{legend}</legend>
      <div className="choice-columns">
        {options.map(({ value, label }) => (
          <Choice
            key={value}
            type="checkbox"
            id={`${name}-${value}`}
            name={name}
            value={value}
            label={label}
            isChosen={defaultValues.includes(value)}
          />
        ))}
      </div>
    </fieldset>
  );
}

/** Fields side by side as long as there is room, with the button that sends them. */
export function Fields({ children }: { children: ReactNode }) {
  return <div className="fields">{children}</div>;
}
