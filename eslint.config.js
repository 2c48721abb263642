'use strict'
const tseslint = require('typescript-eslint')

const BUILT = ['**/node_modules/**', 'miniprogram_dist/**', '**/miniprogram_npm/**', '**/dist/**', 'coverage/**']

/** `wx` stands in src/wx alone, and nothing in a component speaks to the console. */
const HOUSE_RULES = {
  'no-restricted-globals': ['error', { name: 'wx', message: 'wx.* stands in src/wx/ alone.' }],
  'no-console': 'error',
}

/** The rooms that a pure room may not look into. */
const pure = (files, allowed) => ({
  files,
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          { group: ['../*', ...allowed.map((path) => `!${path}`)], message: `Only ${allowed} may be imported here.` },
        ],
      },
    ],
  },
})

module.exports = tseslint.config(
  { ignores: BUILT },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommended],
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-require-imports': 'off',
    },
  },
  { files: ['src/**/*.ts'], ignores: ['src/wx/**'], rules: HOUSE_RULES },
  { files: ['src/wx/**/*.ts'], rules: { 'no-console': 'error' } },
  pure(['src/cards/**/*.ts'], ['../errors']),
  {
    files: ['**/*.ts'],
    ignores: ['src/cards/**', 'test/bench/**', 'test/samples/held-out/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: ['**/held-out/*'], message: 'Held out of all tuning: for the bench alone.' }] },
      ],
    },
  },
)
