import { type KeyboardEvent, type RefObject, useId, useLayoutEffect, useRef, useState } from 'react';
import {
  type Completion,
  completionAt,
  type Suggestion,
  withSuggestion,
} from '../../shared/filter-suggestions.ts';

type CompletionParts = {
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly input: RefObject<HTMLInputElement | null>;
  readonly environments: readonly string[];
};

const NONE: Completion = { from: 0, to: 0, suggestions: [] };

/** The suggestions for the word that is being typed: shown while one types, chosen by arrow keys and Enter. */
export function useCompletion({ query, onQuery, input, environments }: CompletionParts) {
  const listId = useId();
  const [completion, setCompletion] = useState(NONE);
  const [active, setActive] = useState(-1);
  const caret = useRef<number | null>(null);
  const { suggestions } = completion;

  // The caret goes behind what was put in; that is in the box only with this render.
  useLayoutEffect(() => {
    if (caret.current === null) return;
    input.current?.setSelectionRange(caret.current, caret.current);
    caret.current = null;
  });

  const show = (text: string, at: number) => {
    setCompletion(completionAt(text, at, environments));
    setActive(-1);
  };
  const close = () => setCompletion(NONE);

  const choose = (suggestion: Suggestion) => {
    const next = withSuggestion(query, completion, suggestion);
    caret.current = next.caret;
    onQuery(next.query);
    show(next.query, next.caret);
  };

  /** Answers whether the key was for the suggestions. */
  const onKey = ({ key }: KeyboardEvent): boolean => {
    if (suggestions.length === 0) return false;
    const chosen = suggestions[active];
    if (key === 'ArrowDown') setActive((active + 1) % suggestions.length);
    else if (key === 'ArrowUp')
      setActive((Math.max(active, 0) + suggestions.length - 1) % suggestions.length);
    else if (key === 'Escape') close();
    else if (key === 'Enter' && chosen) choose(chosen);
    else return false;
    return true;
  };

  return { listId, suggestions, active, show, close, choose, onKey };
}
