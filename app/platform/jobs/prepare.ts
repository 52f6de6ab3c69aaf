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
    await client.query(letters);
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

/**
 * What an organisation may know of its letters: those that have failed, and whose they are. A letter
 * about a person stands under a key, so that it can be taken back; one without an organisation is
 * about a user, who may be anybody's.
 */
const letters = `
  CREATE OR REPLACE FUNCTION public.letters_waiting(organisation_ uuid) RETURNS jsonb
  LANGUAGE plpgsql STABLE
  SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  BEGIN
    IF organisation_ = ANY (public.signpost_scope()) IS NOT TRUE THEN
      RAISE EXCEPTION 'Organisation % is not in scope', organisation_
        USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN (SELECT coalesce(jsonb_agg(jsonb_build_object(
        'personId', j.payload->>'personId', 'since', j.created_at, 'triedAt', j.updated_at,
        'why', j.last_error, 'isOver', j.attempts >= j.max_attempts) ORDER BY j.created_at, j.id), '[]')
      FROM ${jobsSchema}._private_jobs j JOIN ${jobsSchema}._private_tasks t ON t.id = j.task_id
      WHERE t.identifier = 'send-mail' AND j.last_error IS NOT NULL
        AND (j.payload->>'organisationId' IS NULL
          OR (j.payload->>'organisationId' = organisation_::text AND j.key IS NOT NULL)));
  END $$;

  CREATE OR REPLACE FUNCTION public.take_back_letter(organisation_ uuid, person_ uuid) RETURNS void
  LANGUAGE plpgsql
  SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  BEGIN
    IF session_user = 'signpost_app' AND organisation_ = ANY (public.signpost_scope()) IS NOT TRUE THEN
      RAISE EXCEPTION 'Organisation % is not in scope', organisation_
        USING ERRCODE = 'insufficient_privilege';
    END IF;
    PERFORM ${jobsSchema}.remove_job('letter ' || organisation_ || ' ' || person_);
  END $$;

  REVOKE ALL ON FUNCTION public.letters_waiting(uuid), public.take_back_letter(uuid, uuid) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION public.letters_waiting(uuid), public.take_back_letter(uuid, uuid)
    TO signpost_app;
`;
