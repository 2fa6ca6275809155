import { z } from 'zod';
import { fail, ok, type Result } from '../../shared/app-error.ts';
import type { FactsImport } from '../../shared/facts-import.ts';
import type { LocalFacts } from '../../shared/local-facts.ts';
import { countMerge, mergeFacts } from '../../shared/merge-facts.ts';
import type { Connection, Project } from '../../shared/session-state.ts';
import { connectionFingerprint } from '../session/connection.ts';
import type { FileToSave } from '../shell/save-file.ts';
import { localFacts } from './facts-schema.ts';
import type { LocalFactsKeeper } from './local-facts.ts';

export type FactsExchangeParts = {
  readonly facts: Pick<LocalFactsKeeper, 'known' | 'change'>;
  readonly connection: () => Connection | null;
  /** A connection of the list, whoever is signed in; null where it is not there. */
  readonly inList: (connectionId: string) => FactsOwner | null;
  readonly saveFile: (file: FileToSave) => Promise<boolean>;
  /** The text of a file that the person chooses; null where they cancel. @throws where it cannot be read. */
  readonly openFile: (type: FileToSave['type']) => Promise<string | null>;
  /** Milliseconds since the epoch. */
  readonly clock?: () => number;
};

/** Whose facts they are. */
export type FactsOwner = { readonly project: Project | null; readonly fingerprint: string };

const FORMAT = 'keydesk-local-facts';
const VERSION = 1;
const JSON_FILE = { name: 'JSON', ending: 'json' } as const;

const project = z.strictObject({ id: z.string().max(1_000), name: z.string().max(10_000) });

const ourFile = z.object({ format: z.literal(FORMAT), version: z.int().min(1) });

const factsDocument = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  /** Null where the token did not tell the project. */
  project: project.nullable(),
  exportedAt: z.iso.datetime(),
  facts: localFacts,
});

type FactsDocument = z.infer<typeof factsDocument>;

type Parsed =
  | { readonly kind: 'document'; readonly document: FactsDocument }
  | Extract<FactsImport, { kind: 'refused' }>;

function parseDocument(text: string): Parsed {
  try {
    const content: unknown = JSON.parse(text);
    const ours = ourFile.safeParse(content).data;
    if (!ours) return { kind: 'refused', reason: 'not-ours' };
    if (ours.version > VERSION) return { kind: 'refused', reason: 'newer' };
    const document = factsDocument.safeParse(content).data;
    return document ? { kind: 'document', document } : { kind: 'refused', reason: 'damaged' };
  } catch {
    return { kind: 'refused', reason: 'not-ours' };
  }
}

/** Who made a key is this computer's own knowledge. */
function fromElsewhere(facts: LocalFacts): LocalFacts {
  const keys = Object.entries(facts.keys).map(
    ([id, known]) => [id, { ...known, createdHere: false }] as const,
  );
  return { ...facts, keys: Object.fromEntries(keys) };
}

/** The facts of a connection as one file without secrets, out and in. */
export function createFactsExchange(parts: FactsExchangeParts) {
  const { facts, connection, inList, saveFile, openFile, clock = Date.now } = parts;

  function documentOf(of: FactsOwner, known: LocalFacts): string {
    const document: z.input<typeof factsDocument> = {
      format: FORMAT,
      version: VERSION,
      project: of.project,
      exportedAt: new Date(clock()).toISOString(),
      facts: known as z.input<typeof localFacts>,
    };
    return `${JSON.stringify(document, null, 2)}\n`;
  }

  /** Saves everything that is known of a connection where the person says. */
  async function exportOf(of: FactsOwner): Promise<Result<{ readonly saved: boolean }>> {
    const day = new Date(clock()).toISOString().slice(0, 10);
    try {
      const saved = await saveFile({
        name: `Keydesk notes ${day}.json`,
        type: JSON_FILE,
        content: async () => documentOf(of, await facts.known(of.fingerprint)),
      });
      return ok({ saved });
    } catch {
      return fail({ kind: 'not-saved' });
    }
  }

  async function merge(document: FactsDocument): Promise<Result<FactsImport>> {
    let counted: FactsImport = { kind: 'cancelled' };
    const changed = await facts.change((before) => {
      const after = mergeFacts(before, fromElsewhere(document.facts));
      counted = { kind: 'imported', ...countMerge(before, after, Object.keys(document.facts.keys)) };
      return after;
    });
    return changed.ok ? ok(counted) : changed;
  }

  return {
    /** Saves what is known of a connection of the list: also before it is removed. */
    async exportFactsOf(connectionId: string): Promise<Result<{ readonly saved: boolean }>> {
      const of = inList(connectionId);
      return of ? exportOf(of) : fail({ kind: 'no-session' });
    },

    /** The same of the connection that is signed in. */
    async exportFacts(): Promise<Result<{ readonly saved: boolean }>> {
      const of = connection();
      return of
        ? exportOf({ project: of.project, fingerprint: connectionFingerprint(of) })
        : fail({ kind: 'no-session' });
    },

    /** Takes over what a file tells, beside what is known; what is refused changes nothing. */
    async importFacts(): Promise<Result<FactsImport>> {
      const into = connection();
      if (!into) return fail({ kind: 'no-session' });
      const text = await openFile(JSON_FILE).catch(() => undefined);
      if (text === null) return ok({ kind: 'cancelled' });
      if (text === undefined) return ok({ kind: 'refused', reason: 'not-read' });
      const parsed = parseDocument(text);
      if (parsed.kind === 'refused') return ok(parsed);
      // Somebody may have signed out while the file was chosen.
      if (connection()?.id !== into.id) return fail({ kind: 'no-session' });
      const { project: from } = parsed.document;
      return from && into.project && from.id !== into.project.id
        ? ok({ kind: 'refused', reason: 'other-project' })
        : merge(parsed.document);
    },
  };
}

export type FactsExchange = ReturnType<typeof createFactsExchange>;
