package io.tradinggym.testkit;

import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.Options;
import io.tradinggym.api.Registry;
import org.junit.jupiter.api.Nested;

/** The contract holds for environments that know nothing of markets. */
class ClassicControlContractTest {
  private static EnvironmentLogic make(String id) {
    return Registry.global().maker(id, Options.NONE).get();
  }

  @Nested
  class CartPole extends EnvironmentContract {
    @Override
    protected EnvironmentLogic environment() {
      return make("CartPole-v1");
    }
  }

  @Nested
  class Pendulum extends EnvironmentContract {
    @Override
    protected EnvironmentLogic environment() {
      return make("Pendulum-v1");
    }
  }
}
