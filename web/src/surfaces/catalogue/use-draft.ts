import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { DraftView } from '../../../../contract/compilation.ts';
import { CallRefused, call, newRequestId } from '../../api/call.ts';
import { saysSame, withValue } from './content-path.ts';
import { type Drafted, draftedOf, dropKept, findKept, keep } from './drafted.ts';
import { begunWith, changed, redone, rested, undone } from './undo.ts';

export type Saving = 'saved' | 'unsaved' | 'saving' | 'offline' | 'refused' | 'conflict';

const restMs = 900;
const retryMs = 4_000;

/**
 * A draft that is being typed. It is saved after a short rest, and kept in this browser until the server has it. What
 * somebody else saved meanwhile is never written over: both contents are shown and one is chosen.
 */
export function useDraft(opened: DraftView, staffId: string) {
  const client = useQueryClient();
  const { draftId } = opened;
  const [left] = useState(() => {
    const kept = findKept(staffId, draftId);
    return kept !== undefined && !saysSame(kept.drafted, draftedOf(opened)) ? kept : undefined;
  });
  const [history, setHistory] = useState(() => {
    const begun = begunWith(draftedOf(opened));
    return left === undefined ? begun : changed(begun, left.drafted);
  });
  const [view, setView] = useState(opened);
  const [saving, setSaving] = useState<Saving>(left === undefined ? 'saved' : 'unsaved');
  const [refused, setRefused] = useState<CallRefused>();
  const [theirs, setTheirs] = useState<DraftView | undefined>(
    left !== undefined && left.revision !== opened.revision ? opened : undefined,
  );
  /** What the server has, as it was sent; the loop below reads it without drawing anew. */
  const server = useRef({ drafted: draftedOf(opened), revision: opened.revision });
  const sent = useRef<{ drafted: Drafted; requestId: string }>(undefined);
  const now = useRef(history.now);
  const busy = useRef(false);
  const stopped = useRef(theirs !== undefined);
  now.current = history.now;

  const take = useCallback(
    (saved: DraftView, drafted: Drafted) => {
      server.current = { drafted, revision: saved.revision };
      setView(saved);
      client.setQueryData(['GET /item-drafts/:draftId', { draftId }], saved);
      if (saysSame(now.current, drafted)) dropKept(staffId, draftId);
    },
    [client, draftId, staffId],
  );

  const save = useCallback(async (): Promise<boolean> => {
    if (busy.current || stopped.current) return false;
    const drafted = now.current;
    if (saysSame(drafted, server.current.drafted)) {
      setSaving('saved');
      dropKept(staffId, draftId);
      return true;
    }
    busy.current = true;
    setSaving('saving');
    if (sent.current?.drafted !== drafted) sent.current = { drafted, requestId: newRequestId() };
    const { requestId } = sent.current;
    try {
      const input = { draftId, revision: server.current.revision, ...drafted };
      take(await call('POST /item-drafts/:draftId/save', input, requestId), drafted);
      setRefused(undefined);
      setSaving(now.current === drafted ? 'saved' : 'unsaved');
      return now.current === drafted;
    } catch (error) {
      const refusal = error instanceof CallRefused ? error : new CallRefused('gone_wrong');
      setRefused(refusal);
      if (refusal.code !== 'draft_moved_on') setSaving(refusal.code === 'offline' ? 'offline' : 'refused');
      else await meet();
      return false;
    } finally {
      busy.current = false;
    }

    /** Somebody saved it, or a save of ours arrived whose answer did not. */
    async function meet(): Promise<void> {
      const other = await call('GET /item-drafts/:draftId', { draftId }).catch(() => undefined);
      if (other === undefined) return setSaving('offline');
      if (saysSame(draftedOf(other), drafted)) {
        take(other, drafted);
        return setSaving('saved');
      }
      stopped.current = true;
      setTheirs(other);
      setSaving('conflict');
    }
  }, [draftId, staffId, take]);

  useEffect(() => {
    if (saysSame(history.now, server.current.drafted)) return;
    keep(staffId, draftId, { revision: server.current.revision, drafted: history.now });
    setSaving((before) => (before === 'conflict' || before === 'saving' ? before : 'unsaved'));
    const timer = setTimeout(() => {
      setHistory(rested);
      void save();
    }, restMs);
    return () => clearTimeout(timer);
  }, [history.now, save, staffId, draftId]);

  // What waits is tried again: what was typed during a save, what a dead line kept, what a busy server put off.
  useEffect(() => {
    if (saving !== 'offline' && saving !== 'unsaved' && saving !== 'refused') return;
    const timer = setInterval(() => void save(), saving === 'refused' ? 5 * retryMs : retryMs);
    const back = () => void save();
    addEventListener('online', back);
    return () => {
      clearInterval(timer);
      removeEventListener('online', back);
    };
  }, [saving, save]);

  // A page that is left saves at once; the copy in this browser stands for what does not arrive.
  useEffect(() => {
    const leave = () => void (document.visibilityState === 'hidden' && save());
    document.addEventListener('visibilitychange', leave);
    return () => {
      document.removeEventListener('visibilitychange', leave);
      void save();
    };
  }, [save]);

  const put = useCallback((path: string, value: unknown, how?: 'typing') => {
    setHistory((before) => changed(before, withValue(before.now, path, value), how === 'typing' ? path : undefined));
  }, []);

  /** Ends a conflict; what is not chosen stays one step back. */
  const choose = (mine: boolean) => {
    if (theirs === undefined) return;
    const other = draftedOf(theirs);
    const own = history.now;
    server.current = { drafted: other, revision: theirs.revision };
    stopped.current = false;
    setView(theirs);
    setTheirs(undefined);
    setRefused(undefined);
    setHistory((before) => (mine ? changed(changed(before, other), own) : changed(before, other)));
    if (!mine) dropKept(staffId, draftId);
    setSaving(mine ? 'unsaved' : 'saved');
    if (mine) setTimeout(() => void save(), 0);
  };

  return {
    drafted: history.now,
    /** The draft as the server answered last, with its faults and changes. */
    view,
    saving,
    refused,
    restored: left !== undefined && left.revision === opened.revision,
    theirs,
    put,
    save,
    undo: history.past.length > 0 ? () => setHistory(undone) : undefined,
    redo: history.future.length > 0 ? () => setHistory(redone) : undefined,
    keepMine: () => choose(true),
    takeTheirs: () => choose(false),
  };
}
