/**
 * Imports run downward only: routes → modules → simulation, checker → scenarios/kit. Components,
 * enhance and i18n stand beside; platform is under modules (docs: the house in README.md).
 */
/** @param {string} name @param {string} from @param {string} to @param {string} [comment] */
const rule = (name, from, to, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: from, pathNot: '\\.(test|spec)\\.tsx?$' },
  to: { path: to },
});

export default {
  forbidden: [
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'no-orphans-of-nothing', severity: 'error', from: {}, to: { couldNotResolve: true } },
    rule(
      'kit-stands-alone',
      '^scenarios/kit/',
      '^(app|prisma|bin|tests|scenarios/directory)/',
      'The kit imports nothing of the app.',
    ),
    rule(
      'directory-stands-on-the-kit',
      '^scenarios/directory/',
      '^(app|prisma|bin|tests|scenarios/(?!directory|kit))/',
      'Help pages, endings, guides and the checker use one list of national routes.',
    ),
    {
      name: 'kit-and-simulation-know-no-node',
      severity: 'error',
      from: {
        path: '^(scenarios/(kit|directory)|app/simulation|app/checker)/',
        pathNot: '\\.test\\.ts$',
      },
      to: { dependencyTypes: ['core'] },
    },
    rule(
      'simulation-is-pure',
      '^app/simulation/',
      '^(app/(?!simulation)|prisma|bin|tests|node_modules/(react|pg|@prisma|@remix-run))',
    ),
    rule(
      'checker-is-pure',
      '^app/checker/',
      '^(app/(?!checker|simulation)|prisma|bin|tests|node_modules/(react|pg|@prisma|@remix-run))',
    ),
    rule(
      'components-know-no-business',
      '^app/components/',
      '^(app/(modules|routes|platform|enhance)|node_modules/@remix-run)',
    ),
    rule('enhance-stands-alone', '^app/enhance/', '^(app/(?!enhance)|node_modules)'),
    rule(
      'i18n-stands-beside',
      '^app/i18n/',
      '^app/(modules|routes|platform|simulation|components|enhance)',
    ),
    rule(
      'platform-is-below',
      '^app/platform/',
      '^app/(modules|routes|components|simulation|checker|enhance)',
    ),
    rule('modules-know-no-routes', '^app/modules/', '^app/(routes|components|enhance)'),
    rule(
      'app-knows-no-tests',
      '^(app|scenarios|prisma|bin/(?!lib/browser|commands/(bench|lighthouse)))',
      '^tests/',
    ),
    rule(
      'modules-keep-their-queries',
      '^app/modules/([^/]+)/',
      '^app/modules/(?!$1/)[^/]+/queries',
      'A module calls another by its operations and rules, never by its queries.',
    ),
    rule('routes-ask-modules', '^app/routes/', '^app/platform/database'),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(generated|^build)' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'default', 'types'],
    },
  },
};
