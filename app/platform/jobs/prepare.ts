import { runMigrations } from 'graphile-worker';
import type pg from 'pg';
import { createLog } from '../log.ts';
import { openPool } from './pool.ts';
import { workerLog } from './worker-log.ts';

export const jobsSchema = 'graphile_worker';
const lockKey = 7_236_102;

/** What the application may queue. */
const queued = ['send-mail', 'apply-import', 'retention'];

/**
 * Brings the tables of the queue up to date, lets signpost_jobs work on them, and makes the one door
 * through which the application queues a job. The owner does it, at each start; a lock keeps two
 * starting processes from doing it at once.
 */
export async function prepareJobs(owner: pg.ClientConfig): Promise<void> {
  const pool = openPool(owner);
  const client = await pool.connect().catch(async (error) => {
    await pool.end();
    throw error;
  });
  try {
    await client.query('SELECT pg_advisory_lock($1)', [lockKey]);
    await runMigrations({
      pgPool: pool,
      schema: jobsSchema,
      logger: workerLog(createLog('silent')),
    });
    await client.query(grants);
    await client.query(door);
  } finally {
    // Closing the connection gives the lock back.
    client.release(true);
    await pool.end();
  }
}

/** The owner of a table passes its row-level security; signpost_jobs needs a policy. */
const grants = `
  REVOKE ALL ON SCHEMA ${jobsSchema} FROM PUBLIC, signpost_app;
  REVOKE ALL ON ALL TABLES IN SCHEMA ${jobsSchema} FROM PUBLIC, signpost_app;
  REVOKE ALL ON ALL FUNCTIONS IN SCHEMA ${jobsSchema} FROM PUBLIC, signpost_app;
  GRANT USAGE ON SCHEMA ${jobsSchema} TO signpost_jobs;
  GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${jobsSchema} TO signpost_jobs;
  GRANT SELECT ON ${jobsSchema}.migrations TO signpost_jobs;
  GRANT SELECT, INSERT ON ${jobsSchema}._private_tasks TO signpost_jobs;
  GRANT SELECT, INSERT, UPDATE ON ${jobsSchema}._private_job_queues,
    ${jobsSchema}._private_known_crontabs TO signpost_jobs;
  GRANT SELECT, INSERT, UPDATE, DELETE ON ${jobsSchema}._private_jobs TO signpost_jobs;
  DO $$
  DECLARE walled record;
  BEGIN
    FOR walled IN
      SELECT c.relname AS name FROM pg_class c
      WHERE c.relnamespace = '${jobsSchema}'::regnamespace AND c.relkind = 'r' AND c.relrowsecurity
        AND NOT EXISTS (SELECT FROM pg_policies p WHERE p.schemaname = '${jobsSchema}'
          AND p.tablename = c.relname AND p.policyname = 'jobs_work')
    LOOP
      EXECUTE format('CREATE POLICY jobs_work ON ${jobsSchema}.%I TO signpost_jobs USING (true)',
        walled.name);
    END LOOP;
  END $$;
`;

/** One key is one job: queued again before it began, it stays one, with what was said last. */
const door = `
  CREATE OR REPLACE FUNCTION public.queue_job(
    task_ text, payload_ jsonb, key_ text, run_at_ timestamptz
  ) RETURNS void LANGUAGE plpgsql
  SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  BEGIN
    IF task_ = ANY ('{${queued.join(',')}}'::text[]) IS NOT TRUE THEN
      RAISE EXCEPTION 'No job is called %', coalesce(task_, 'nothing')
        USING ERRCODE = 'invalid_parameter_value';
    END IF;
    -- Lists under one key would be joined.
    IF jsonb_typeof(payload_) = 'object' IS NOT TRUE THEN
      RAISE EXCEPTION 'The payload of a job is an object'
        USING ERRCODE = 'invalid_parameter_value';
    END IF;
    PERFORM ${jobsSchema}.add_job(
      identifier => task_, payload => payload_::json, run_at => run_at_, job_key => key_);
  END $$;
  REVOKE ALL ON FUNCTION public.queue_job(text, jsonb, text, timestamptz) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION public.queue_job(text, jsonb, text, timestamptz)
    TO signpost_app, signpost_jobs;
`;
