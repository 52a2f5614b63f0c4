import type { Database } from "#server/store/database.ts";

const dayMs = 86_400_000;

/**
 * Fills a database with runs and events as the product writes them, fast: twenty workflows, all statuses, the last `days` days.
 * Of every hundred runs two failed, one goes on and three wait; the rest are done.
 */
export function fillRuns(db: Database, count: number, { now, days }: { now: number; days: number }): void {
  db.transaction(() => {
    db.exec(`
      with recursive n(i) as (select 1 union all select i + 1 from n where i < 20)
      insert into workflows (id, name, draft, saved_at, created_at) select 'w' || i, 'Workflow ' || i, '{}', 0, 0 from n;
      insert into versions select id || '.1', id, 1, '{}', 0, '' from workflows;`);
    const each = `with recursive n(i) as (select 1 union all select i + 1 from n where i < ${count})`;
    const first = now - days * dayMs;
    const at = `(${first} + i * ${Math.floor((days * dayMs) / count)})`;
    db.exec(`
      ${each} insert into runs (id, cell, version, workflow, subject_kind, subject_id, title, started_at, status, due_at, asleep, ended_at)
      select 'notif_' || i || '.w' || (i % 20 + 1) || '.1', 'app:conversation:' || (i / 3), 'w' || (i % 20 + 1) || '.1',
        'w' || (i % 20 + 1), 'conversation', '' || (i / 3), 'Ada Byron: where is my order ' || i, ${at},
        case when i % 100 < 2 then 'failed' when i % 100 < 6 then 'going' else 'done' end,
        case when i % 100 between 3 and 5 then ${now + dayMs} + i else ${at} end,
        i % 100 between 3 and 5, case when i % 100 between 2 and 5 then null else ${at} + 900 end
      from n;
      ${each} insert into run_starts
      select i, '{"trigger":"start","actor":"9","startedAt":' || ${at} || ',"event":{"id":"n' || i || '","key":"n' || i ||
        '","topic":"conversation.user.created","appId":"app","at":' || ${at} ||
        ',"subject":{"kind":"conversation","id":"' || (i / 3) || '"},"actor":null,"part":null,"facts":{}},"more":"' ||
        hex(zeroblob(500)) || '"}'
      from n;
      insert into run_log (run, seq, node, effect, intended_at, sent, outcome, settled)
      select id, 0, 'assign', '{}', started_at, 0, '{"ok":true,"at":0,"answer":"' || hex(zeroblob(150)) || '"}', 1 from runs;
      ${each} insert into events (id, app_id, key, topic, subject_kind, subject_id, happened_at, received_at, known)
      select 'n' || i, 'app', 'k' || i, 'conversation.user.created', 'conversation', '' || (i / 3), ${at}, ${at}, 1 from n;
      ${each} insert into event_bodies select i, hex(zeroblob(600)) from n;`);
  })();
}
