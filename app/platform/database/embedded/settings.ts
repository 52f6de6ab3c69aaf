/** For a small machine. Given on the command line, so that a new release can change them. */
const ALWAYS = {
  max_connections: '100',
  shared_buffers: '128MB',
  min_wal_size: '48MB',
  max_wal_size: '256MB',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  logging_collector: 'off',
  log_line_prefix: '%m [%p] ',
  log_checkpoints: 'off',
  // People's names must not reach the log: not in statements, parameters or details (terse), nor
  // in errors such as “invalid input syntax: …”, which rank below `log`. The app sees those.
  log_min_messages: 'log',
  log_error_verbosity: 'terse',
  log_statement: 'none',
  log_min_duration_statement: '-1',
  log_min_error_statement: 'panic',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
};

/** A test database may be lost with the machine. */
const UNSAFE = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

export function serverArguments(cluster: string, listen: Listen, durable: boolean): string[] {
  const settings = { ...ALWAYS, ...(durable ? {} : UNSAFE), ...listening(listen) };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return ['-D', cluster, '-p', String(listen.port), ...flags];
}

export type Listen = { host: string; port: number };

function listening({ host }: Listen): Record<string, string> {
  if (process.platform === 'win32') return { listen_addresses: host };
  const quoted = `"${host.replaceAll('"', '""')}"`;
  return {
    listen_addresses: '',
    unix_socket_directories: quoted,
    unix_socket_permissions: '0700',
  };
}
