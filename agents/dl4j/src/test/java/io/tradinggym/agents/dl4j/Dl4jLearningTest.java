package io.tradinggym.agents.dl4j;

import io.tradinggym.agents.EngineLearningContract;
import io.tradinggym.agents.nn.NetworkEngine;

class Dl4jLearningTest extends EngineLearningContract {
  @Override
  protected NetworkEngine engine() {
    return Dl4j.engine();
  }
}
