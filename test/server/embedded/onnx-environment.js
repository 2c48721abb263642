'use strict'
const { TestEnvironment } = require('jest-environment-node')

/** ONNX Runtime's native part makes the process's own Float32Array, which is not the one of jest's sandbox. */
module.exports = class OnnxEnvironment extends TestEnvironment {
  constructor(config, context) {
    super(config, context)
    this.global.Float32Array = Float32Array
  }
}
