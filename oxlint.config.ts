import { folderGuards } from '#tests/support/folder-guards.ts';
import { defineConfig, type OxlintOverride } from 'oxlint';

const plugins: OxlintOverride['plugins'] & object = ['eslint', 'typescript', 'unicorn', 'oxc', 'import', 'promise'];

const general = [
  { regex: String.raw`^\.`, message: 'Import through package imports (#contract/…), never by a relative path.' },
  { regex: '^zod(/v4)?$', message: "Use 'zod/mini': full zod costs 15 kB on the way in." },
];

const isWithin = (folder: string, other: string): boolean => folder === other || folder.startsWith(`${other}/`);

/** What a folder may not import: every folder of the table that is neither itself nor named by its line. */
const guards = Object.entries(folderGuards).map(([folder, allowed]): OxlintOverride => {
  const forbidden = Object.keys(folderGuards).filter(
    (other) => other !== folder && !allowed.some((one) => isWithin(other, one)),
  );
  const message = `${folder} may import ${['itself', ...allowed].join(', ')} (tests/support/folder-guards.ts).`;
  // Note: the linter's regular expressions know no look-ahead, and say nothing when they meet one.
  const guard = { regex: `^#(${forbidden.join('|')})/`, message };
  return {
    files: [folder === 'tests' ? 'tests/**' : `src/${folder}/**`],
    rules: {
      'no-restricted-imports': ['error', { patterns: forbidden.length === 0 ? general : [...general, guard] }],
    },
  };
});

// Note: an override replaces the plugins of a file, so those for React repeat the general ones.
const react: OxlintOverride = {
  files: ['src/room/**', 'src/console/**', 'src/ui/**', 'src/lib/**', 'src/hosts/browser/**', 'tests/**/*.tsx'],
  plugins: [...plugins, 'react', 'jsx-a11y'],
  rules: {
    'react/rules-of-hooks': 'error',
    'react/exhaustive-deps': 'error',
    'react/button-has-type': 'error',
    'react/checked-requires-onchange-or-readonly': 'error',
    'react/jsx-key': 'error',
    'react/jsx-no-target-blank': 'error',
    'react/jsx-no-useless-fragment': 'error',
    'react/no-danger': 'error',
    'react/no-unknown-property': 'error',
    'react/no-unstable-nested-components': ['error', { allowAsProps: true }],
    'react/self-closing-comp': 'error',
    'react/immutability': 'error',
    'react/purity': 'error',
    'react/refs': 'error',
    'react/set-state-in-effect': 'error',
    'react/set-state-in-render': 'error',
    'react/static-components': 'error',
    'react/incompatible-library': 'error',
    'react/react-in-jsx-scope': 'off',
    'jsx-a11y/prefer-tag-over-role': 'off',
    'jsx-a11y/no-static-element-interactions': 'error',
    // What scrolls must be reachable by keyboard.
    'jsx-a11y/no-noninteractive-tabindex': 'off',
    'jsx-a11y/anchor-ambiguous-text': 'error',
  },
};

export default defineConfig({
  plugins,
  categories: { correctness: 'error', suspicious: 'error' },
  options: { typeAware: true, denyWarnings: true, reportUnusedDisableDirectives: 'error' },
  // Note: examples are for those who write JavaScript without types.
  ignorePatterns: ['dist/**', '.cache/**', 'test-results/**', 'playwright-report/**', 'docs/examples/**'],
  rules: {
    eqeqeq: 'error',
    'no-alert': 'error',
    'no-console': 'error',
    'no-else-return': 'error',
    'no-empty': ['error', { allowEmptyCatch: false }],
    'no-param-reassign': 'error',
    'no-restricted-imports': ['error', { patterns: general }],
    'no-var': 'error',
    'prefer-const': 'error',
    'prefer-template': 'error',
    'object-shorthand': 'error',
    'consistent-return': 'off',
    'no-shadow': 'off',
    'no-underscore-dangle': 'off',
    'no-unmodified-loop-condition': 'off',

    'typescript/array-type': ['error', { default: 'array' }],
    'typescript/ban-ts-comment': 'error',
    'typescript/consistent-return': 'off',
    'typescript/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
    'typescript/consistent-type-definitions': ['error', 'type'],
    'typescript/consistent-type-exports': 'error',
    // `typeof import('…')` names the type of what is loaded later.
    'typescript/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
    'typescript/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true, ignoreVoidOperator: true }],
    'typescript/no-deprecated': 'error',
    'typescript/no-empty-object-type': 'error',
    'typescript/no-explicit-any': 'error',
    'typescript/no-floating-promises': 'error',
    'typescript/no-import-type-side-effects': 'error',
    'typescript/no-misused-spread': ['error', { allow: ['string'] }],
    'typescript/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
    'typescript/no-namespace': 'error',
    'typescript/no-non-null-assertion': 'error',
    'typescript/no-unnecessary-condition': 'error',
    'typescript/no-unsafe-argument': 'error',
    'typescript/no-unsafe-assignment': 'error',
    'typescript/no-unsafe-call': 'error',
    'typescript/no-unsafe-function-type': 'error',
    'typescript/no-unsafe-member-access': 'error',
    'typescript/no-unsafe-return': 'error',
    'typescript/no-unnecessary-type-parameters': 'off',
    'typescript/only-throw-error': 'error',
    'typescript/prefer-includes': 'error',
    'typescript/prefer-nullish-coalescing': 'error',
    'typescript/prefer-optional-chain': 'error',
    'typescript/prefer-promise-reject-errors': 'error',
    'typescript/restrict-plus-operands': 'error',
    'typescript/restrict-template-expressions': ['error', { allowNumber: true }],
    'typescript/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    'typescript/use-unknown-in-catch-callback-variable': 'error',

    // The type checker knows; this rule does not know `?url`.
    'import/default': 'off',
    'import/first': 'error',
    'import/no-cycle': 'error',
    'import/no-default-export': 'error',
    'import/no-duplicates': 'error',
    'import/no-mutable-exports': 'error',
    'import/no-named-as-default-member': 'off',
    'import/no-self-import': 'error',
    'import/no-unassigned-import': 'off',
    'oxc/no-barrel-file': ['error', { threshold: 0 }],

    'promise/always-return': 'off',
    'promise/no-promise-in-callback': 'off',

    'unicorn/filename-case': ['error', { case: 'kebabCase' }],
    'unicorn/prefer-node-protocol': 'error',
    'unicorn/no-array-for-each': 'off',
    'unicorn/no-array-sort': 'off',
    'unicorn/no-new-array': 'off',
    'unicorn/no-array-reverse': 'off',
    'unicorn/consistent-function-scoping': 'off',
    'unicorn/no-useless-undefined': 'off',
    'unicorn/require-post-message-target-origin': 'off',
  },
  overrides: [
    ...guards,
    react,
    {
      files: ['tests/**'],
      plugins: react.plugins ?? [],
      rules: {
        'react/button-has-type': 'off',
        'react/rules-of-hooks': 'off',
        'typescript/require-array-sort-compare': 'off',
      },
    },
    {
      // A script, not a module, that adds a property to the window.
      files: ['src/room/app/early-entry.ts'],
      rules: { 'typescript/consistent-type-definitions': 'off', 'unicorn/require-module-specifiers': 'off' },
    },
    { files: ['*.config.ts', 'tests/bench/**/vite.config.ts'], rules: { 'import/no-default-export': 'off' } },
    {
      files: ['src/**/vite-plugin-*.ts', 'tests/support/**', 'tests/bench/**', 'src/hosts/**'],
      rules: { 'no-console': 'off' },
    },
    {
      files: ['tests/browser/**'],
      // Playwright's fixtures say what they need by a pattern, even when it is nothing.
      rules: { 'no-empty-pattern': 'off' },
    },
  ],
});
