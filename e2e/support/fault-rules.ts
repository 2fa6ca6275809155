import type { Fault } from './fault.ts';
import type { Call, SeenRequest } from './fault-request.ts';

/** Which requests go wrong, and how. */
export type Rule = {
  /** Without it: every request, also of a call that has no name. */
  readonly call?: Call;
  /** The how-manieth of these requests, counted from the rule on: 1 is the next one. By default always. */
  readonly time?: number | 'always';
  readonly fault: Fault | ((request: SeenRequest) => Fault);
};

export type Rules = {
  readonly add: (rule: Rule) => void;
  readonly clear: () => void;
  /** What becomes of this request; asked once for each. */
  readonly faultFor: (request: SeenRequest) => Fault;
};

/** Of several rules that fit a request the youngest counts; where none fits, nothing goes wrong. */
export function createRules(): Rules {
  let entries: { readonly rule: Rule; count: number }[] = [];

  /** Every rule counts the requests of its call, also those that another one takes. */
  function fits(entry: (typeof entries)[number], { call }: SeenRequest): boolean {
    const { rule } = entry;
    if (rule.call !== undefined && rule.call !== call) return false;
    entry.count += 1;
    return rule.time === undefined || rule.time === 'always' || rule.time === entry.count;
  }

  return {
    add: (rule) => {
      entries = [{ rule, count: 0 }, ...entries];
    },
    clear: () => {
      entries = [];
    },
    faultFor: (request) => {
      const fault = entries.filter((entry) => fits(entry, request))[0]?.rule.fault;
      if (typeof fault === 'function') return fault(request);
      return fault ?? { kind: 'none' };
    },
  };
}
