#!/usr/bin/env node
// Stands in git so that npm can link the command before the first build.
require('../dist/server/src/cli.js')
