export interface Question {
  readonly title: string;
  readonly text: string;
  /** The label of the confirming button. */
  readonly action: string;
  /** The label of the other button. Absent: cancel. */
  readonly cancel?: string;
}

export interface OpenQuestion extends Question {
  readonly answer: (isConfirmed: boolean) => void;
}

/** One question at a time: a new one takes back the one before. */
let open: OpenQuestion | undefined;
const listeners = new Set<() => void>();

export function openQuestion(): OpenQuestion | undefined {
  return open;
}

export function watchQuestions(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Asks the user to confirm an action. Resolves to their choice. */
export function askQuestion(question: Question): Promise<boolean> {
  open?.answer(false);
  return new Promise((resolve) => {
    const answer = (isConfirmed: boolean) => {
      show(undefined);
      resolve(isConfirmed);
    };
    show({ ...question, answer });
  });
}

function show(question: OpenQuestion | undefined): void {
  open = question;
  for (const listener of [...listeners]) listener();
}
