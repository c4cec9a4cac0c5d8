package io.tradinggym.agents.dl4j;

import io.tradinggym.agents.nn.NetworkEngine;
import io.tradinggym.agents.nn.NetworkEngineContract;

class Dl4jNetworkTest extends NetworkEngineContract {
  @Override
  protected NetworkEngine engine() {
    return Dl4j.engine();
  }
}
