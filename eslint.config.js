import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

// A literal that is spread where it could be written only pleases the formatter, and makes every reader look for a reason.
const writtenOut = [
  'ObjectExpression > SpreadElement > ObjectExpression',
  'ArrayExpression > SpreadElement > ArrayExpression',
].map((selector) => ({ selector, message: 'Write the literal out in place of spreading it.' }))

// What is imported must stand there to be read: by the tests of who imports whom, and by the bundlers.
const toldImports = [
  { selector: "ImportExpression[source.type!='Literal']", message: 'Name the imported file by a literal.' },
  {
    selector: "ImportDeclaration[source.value='node:module'] ImportSpecifier[imported.name='createRequire']",
    message: 'Import it.',
  },
]

// Words for people come from messages: what is written out here would be English to every reader.
const saidByMessages = [
  'JSXText[value=/[A-Za-z]{2}/]',
  'JSXExpressionContainer > Literal[value=/[A-Za-z]{2}/][parent.parent.type=/^JSX(Element|Fragment)$/]',
  'JSXAttribute[name.name=/^(aria-(label|description|roledescription|valuetext|placeholder)|title|placeholder|alt|label|hint|help)$/] > Literal[value=/[A-Za-z]{2}/]',
  "CallExpression[callee.name=/^(alert|prompt)$/], CallExpression[callee.object.name='window'][callee.property.name=/^(alert|confirm|prompt)$/]",
].map((selector) => ({ selector, message: 'Say it by a message (apps/web/messages).' }))

export default tseslint.config(
  {
    ignores: [
      '**/dist/**',
      '**/node_modules/**',
      '**/.next/**',
      '**/next-env.d.ts',
      '**/golden/**',
      '**/*.js',
      '**/*.mjs',
      '**/*.cjs',
    ],
  },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      // Numbers and booleans read well in template literals; objects do not, and stay forbidden.
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // A port method may be async by contract while its fake answers at once.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-restricted-syntax': ['error', ...writtenOut, ...toldImports],
      // A lock is held by being declared, and needs no other use.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreUsingDeclarations: true }],
    },
  },
  {
    files: ['e2e/ui/**/*.ts'],
    rules: {
      // Without it a name matches as a part of others: "Wake" is in "Download How long a wake takes".
      'no-restricted-syntax': [
        'error',
        ...writtenOut,
        ...toldImports,
        {
          selector:
            "CallExpression[callee.property.name='getByRole']:has(> Literal[value=/^(button|link|menuitem|menuitemradio|checkbox|radio|switch|tab)$/]) > ObjectExpression:has(> Property[key.name='name']:not(:has(> Literal[regex]))):not(:has(> Property[key.name='exact']))",
          message: 'Name a control exactly: { name, exact: true }.',
        },
      ],
    },
  },
  {
    files: ['apps/web/src/**/*.tsx'],
    rules: { 'no-restricted-syntax': ['error', ...writtenOut, ...toldImports, ...saidByMessages] },
  },
  { files: ['apps/web/**/*.{ts,tsx}'], ...reactHooks.configs.flat.recommended },
)
