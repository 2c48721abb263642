'use strict'

const project = (name, testEnvironment) => ({
  displayName: name,
  rootDir: __dirname,
  testEnvironment,
  testMatch: [`<rootDir>/test/${name}/**/*.test.ts`],
  transform: { '\\.ts$': '<rootDir>/test/tools/jest-typescript.js' },
  moduleFileExtensions: ['js', 'ts', 'json'],
  modulePathIgnorePatterns: ['<rootDir>/miniprogram_dist/', '<rootDir>/demo/miniprogram/miniprogram_npm/'],
})

/** @type {import('jest').Config} */
module.exports = {
  // jest leaves one core alone, which on a machine with two is half of it.
  maxWorkers: '100%',
  // What the tests of the tags run of the package: `jest --selectProjects components --coverage`.
  collectCoverageFrom: ['src/**/*.ts'],
  coverageReporters: ['text-summary'],
  coverageThreshold: { global: { lines: 95 } },
  projects: [
    project('unit', 'node'),
    project('components', 'jsdom'),
    project('server', 'node'),
    project('e2e', 'node'),
    {
      ...project('cloud', 'node'),
      globalSetup: '<rootDir>/test/cloud/install.ts',
      moduleNameMapper: { '^wx-server-sdk$': '<rootDir>/test/cloud/node_modules/wx-server-sdk' },
    },
  ],
}
