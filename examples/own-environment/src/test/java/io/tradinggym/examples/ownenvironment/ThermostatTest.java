package io.tradinggym.examples.ownenvironment;

import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.testkit.EnvironmentContract;

class ThermostatTest extends EnvironmentContract {
  @Override
  protected EnvironmentLogic environment() {
    return new Thermostat();
  }
}
