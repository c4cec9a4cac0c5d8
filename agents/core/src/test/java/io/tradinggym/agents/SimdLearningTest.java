package io.tradinggym.agents;

import io.tradinggym.agents.nn.NetworkEngine;

class SimdLearningTest extends EngineLearningContract {
  @Override
  protected NetworkEngine engine() {
    return NetworkEngine.SIMD;
  }
}
