/** A field of a form: its word, and what can be chosen where it is a list. */
export interface FormField<Name extends string> {
  name: Name;
  label: string;
  hint?: string;
  choices?: { value: string; text: string }[];
  /** More than a line. */
  long?: boolean;
}
