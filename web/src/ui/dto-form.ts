/**
 * A form whose values are a request body: the DTO class says which fields are required and what is wrong, here and
 * on the server, in the same words. What was typed survives every refusal; with `draft` it also survives a reload, and
 * with an `owner` the closing of the tab.
 */
import { fieldsOf, isRecord, readDto, type Violation } from '@kiemtra/shared/kernel';
import { useForm, type GetInputPropsReturnType, type UseFormReturnType } from '@mantine/form';
import { useId, useState, type SubmitEvent } from 'react';
import { ApiProblem } from '../api/problem.js';
import { keep, readKept } from './kept.js';

type DtoClass<T extends object> = new () => T;

/** What a half-filled form holds: '' or null where nothing was entered yet. */
export type Draft<T> = {
  [Key in keyof T]: NonNullable<T[Key]> extends readonly (infer Item)[]
    ? [Item] extends [object]
      ? Draft<Item>[]
      : Item[]
    : T[Key] extends object
      ? Draft<T[Key]>
      : T[Key] | '' | null;
};

export interface FieldProps<Value> {
  id?: string;
  value?: Value | null;
  onChange: (value: Value) => void;
  onBlur?: () => void;
  onFocus?: () => void;
  error?: React.ReactNode;
  withAsterisk?: boolean;
}

/** A wrong field as the list on top of the form names it. */
interface OpenFault {
  path: string;
  fieldId: string;
  label: string;
  message: string;
}

export interface DtoForm<T extends object> {
  /** The Mantine form below: `values`, `setFieldValue`, `insertListItem`, `removeListItem`. */
  form: UseFormReturnType<Draft<T>>;
  /** Props of the field at a dot path ("members.0.name"). */
  field: (path: string) => GetInputPropsReturnType & { id: string; withAsterisk: boolean };
  /** Wrong fields of the last sending that are not yet corrected. */
  faults: OpenFault[];
  /** A refusal that names no field. */
  problem: unknown;
  isSending: boolean;
  send: (handler: (dto: T) => Promise<unknown>) => (event?: SubmitEvent<HTMLFormElement>) => Promise<void>;
  /** Something is typed that a reload would lose. */
  isUnkept: boolean;
  /** Forgets the kept draft, e.g. when the person cancels. */
  forgetDraft: () => void;
}

interface DraftOptions {
  /** Names what is being written. */
  draft?: string | undefined;
  /** The account that the draft belongs to; without one it belongs to the tab. */
  owner?: string | undefined;
}

/** `const visit = useDtoForm(CreateVisitDto, { id: newId(), place: '' }, { draft: 'visits.new' })` */
export function useDtoForm<T extends object>(
  dto: DtoClass<T>,
  initial: Draft<T>,
  options: DraftOptions = {},
): DtoForm<T> {
  const formId = useId();
  const place = placeOf(options);
  const [start] = useState(() => withKept(initial, place));
  const [sentFaults, setSentFaults] = useState<OpenFault[]>([]);
  const [problem, setProblem] = useState<unknown>(null);
  const [isSending, setIsSending] = useState(false);
  const form = useForm<Draft<T>>({
    initialValues: start,
    validate: (values) => errorsByPath(readDto(dto, withoutBlanks(dto, values)).violations),
    ...(place && { onValuesChange: (values: Draft<T>) => keep(...place, values) }),
  });

  const forgetDraft = () => place && keep(...place, null);
  const fieldId = (path: string) => `${formId}${path}`;
  const show = (violations: Violation[]) => {
    form.setErrors(errorsByPath(violations));
    setSentFaults(violations.map((violation) => namedFault(violation, fieldId(violation.path))));
  };

  const send: DtoForm<T>['send'] = (handler) => async (event) => {
    event?.preventDefault();
    if (isSending) return;
    setProblem(null);
    const read = readDto(dto, withoutBlanks(dto, form.getValues()));
    show(read.violations);
    if (read.value === null) return;
    setIsSending(true);
    try {
      await handler(read.value);
      forgetDraft();
    } catch (error) {
      if (error instanceof ApiProblem && error.violations.length > 0) show(error.violations);
      else setProblem(error);
    } finally {
      setIsSending(false);
    }
  };

  return {
    form,
    field: (path) => ({
      ...form.getInputProps(path),
      onBlur: () => whenPressEnds(() => form.validateField(path)),
      id: fieldId(path),
      withAsterisk: isRequired(dto, path),
    }),
    faults: sentFaults.filter((fault) => form.errors[fault.path] !== undefined),
    problem,
    isSending,
    isUnkept: !place && form.isDirty(),
    send,
    forgetDraft,
  };
}

/**
 * A fault that appears while the mouse is down on a button would move the button away under it, and the click would be
 * lost; it waits for the click.
 */
function whenPressEnds(run: () => void): void {
  if (document.querySelector('button:active, a:active') === null) run();
  else window.addEventListener('click', () => setTimeout(run), { once: true, capture: true });
}

function errorsByPath(violations: readonly Violation[]): Record<string, string> {
  return Object.fromEntries(violations.map(({ path, message }) => [path, message]));
}

function namedFault({ path, message }: Violation, fieldId: string): OpenFault {
  const label = labelOf(document.getElementById(fieldId))?.textContent.replace(/\s*\*$/, '') ?? '';
  return { path, fieldId, message, label };
}

/** Of one of several choices the label of them all. */
function labelOf(element: HTMLElement | null): HTMLElement | null {
  const choices = element?.closest('[role=radiogroup]');
  if (choices) return document.getElementById(choices.getAttribute('aria-labelledby') ?? '');
  const isField = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
  return (isField && element.labels?.[0]) || null;
}

/** An optional field left empty is sent as "none"; a required one stays '' and is refused as empty. */
function withoutBlanks(dto: abstract new (...args: never[]) => object, values: object): object {
  const fields = fieldsOf(dto);
  return Object.fromEntries(
    Object.entries(values).map(([name, value]: [string, unknown]) => {
      const field = fields.get(name);
      if (value === '' && field && !field.required) return [name, null];
      const nested = field?.nested;
      if (nested && Array.isArray(value)) return [name, value.map((item: object) => withoutBlanks(nested(), item))];
      if (nested && typeof value === 'object' && value !== null) return [name, withoutBlanks(nested(), value)];
      return [name, value];
    }),
  );
}

function isRequired(dto: abstract new (...args: never[]) => object, path: string): boolean {
  const [name = '', ...rest] = path.split('.').filter((part) => !/^\d+$/.test(part));
  const field = fieldsOf(dto).get(name);
  if (!field) return false;
  return rest.length > 0 && field.nested ? isRequired(field.nested(), rest.join('.')) : field.required;
}

/** Where a draft is kept: with an owner on the device, under the owner's name, else in the tab. */
function placeOf({ draft, owner }: DraftOptions): [Storage, string] | null {
  if (draft === undefined) return null;
  return owner === undefined ? [sessionStorage, `draft.${draft}`] : [localStorage, `draft.${owner}.${draft}`];
}

function withKept<Values extends object>(initial: Values, place: [Storage, string] | null): Values {
  const kept = place && readKept(...place);
  if (!isRecord(kept)) return initial;
  const known = Object.entries(kept).filter(([name]) => name in initial);
  return { ...initial, ...Object.fromEntries(known) };
}
